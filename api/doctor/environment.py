"""The surroundings: settings, folders, ports, and what the service sends to."""

import os
import shutil
import socket
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import httpx

from api.doctor.finding import Finding
from api.ports import PortInUseError, bind
from api.settings import Settings

REDIS = 7  # the oldest that is tested
ROOM = 1.0  # GB; the database and the log grow by some MB a day
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def settings(settings: Settings) -> Iterator[Finding]:
    """Those that are valid by themselves and still not meant for where the service runs."""
    if not settings.production and settings.host not in LOOPBACK:
        yield Finding(
            "fout",
            "de dienst luistert voor anderen, maar niet als productie: zet ONDERNEMERSLOKET_PRODUCTION=true, "
            "of ONDERNEMERSLOKET_HOST=127.0.0.1.",
        )
    if settings.production and not settings.public_url.startswith("https://"):
        yield Finding("let op", "zet ONDERNEMERSLOKET_PUBLIC_URL op het https-adres waarop mensen de dienst bereiken.")
    if settings.production and settings.api_contact_email.endswith(".example"):
        yield Finding("let op", "zet ONDERNEMERSLOKET_API_CONTACT_EMAIL en _URL: partners zien nu een voorbeeldadres.")
    if not (settings.loket_url or settings.loket_telefoon):
        yield Finding(
            "let op", "zet ONDERNEMERSLOKET_LOKET_URL of _LOKET_TELEFOON: nu ziet niemand hoe hij het loket bereikt."
        )
    if settings.database_url.startswith("postgresql") and not settings.storage_key:
        yield Finding(
            "let op",
            "zet ONDERNEMERSLOKET_STORAGE_KEY als er meer servers op deze database komen: elk maakt nu een eigen.",
        )
    yield Finding("goed", "geldig; `python -m api settings` toont ze alle.")


def data_dir(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        yield Finding("fout", f"in {folder} kan niet worden geschreven: geef deze gebruiker daar schrijfrechten.")
        return
    free = shutil.disk_usage(existing).free / 1e9
    if free < ROOM:
        yield Finding("let op", f"bij {folder} is nog maar {free:.1f} GB vrij: maak ruimte.")
        return
    yield Finding("goed", f"{folder}, {free:.0f} GB vrij.")


def port(settings: Settings) -> Iterator[Finding]:
    """Free, or ours already, and then what that service says of itself."""
    try:
        bind(settings.host, settings.port).close()
    except PortInUseError:
        yield _who_is_there(settings)
        return
    except OSError as error:
        yield Finding(
            "fout", f"{settings.host} is geen adres van deze machine ({error.strerror}): wijzig ONDERNEMERSLOKET_HOST."
        )
        return
    yield Finding("goed", f"{settings.port} op {settings.host} is vrij.")


def _who_is_there(settings: Settings) -> Finding:
    host = "127.0.0.1" if settings.host in ("", "0.0.0.0") else settings.host
    try:
        url = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/health/ready"
        parts = httpx.get(url, timeout=5, trust_env=False).json()["onderdelen"]
        states = ", ".join(f"{name} {part['status']}" for name, part in parts.items())
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return Finding("fout", f"poort {settings.port} is van een ander programma: kies een andere met PORT=.")
    if any(part["status"] != "ok" for part in parts.values()):
        return Finding("let op", f"de dienst draait, maar niet helemaal ({states}): kijk in zijn log.")
    return Finding("goed", f"de dienst draait er al ({states}).")


def redis(settings: Settings) -> Iterator[Finding]:
    """Where servers side by side share what must be shared."""
    from redis import Redis
    from redis.exceptions import RedisError

    if not settings.redis_url:
        if settings.database_url.startswith("postgresql"):
            yield Finding("let op", "zet ONDERNEMERSLOKET_REDIS_URL als er meer servers op deze database komen.")
        else:
            yield Finding("goed", "uit; voor één server is dat genoeg.")
        return
    address = urlsplit(settings.redis_url)
    try:
        with Redis.from_url(settings.redis_url, socket_timeout=3, socket_connect_timeout=3) as connection:
            version = str(connection.info("server")["redis_version"])
    except (RedisError, ValueError):
        yield Finding(
            "fout", f"{address.hostname} werkt niet als Redis: start het of wijzig ONDERNEMERSLOKET_REDIS_URL."
        )
        return
    state: Literal["goed", "let op"] = "goed" if int(version.partition(".")[0]) >= REDIS else "let op"
    advice = "" if state == "goed" else f": gebruik {REDIS} of nieuwer"
    yield Finding(state, f"{address.hostname}, versie {version}{advice}.")


def traces(settings: Settings) -> Iterator[Finding]:
    if not settings.otlp_endpoint:
        yield Finding("goed", "uit.")
        return
    address = urlsplit(settings.otlp_endpoint)
    try:
        with socket.create_connection((address.hostname or "", address.port or 80), timeout=3):
            yield Finding("goed", f"{settings.otlp_endpoint} is bereikbaar.")
    except OSError:
        yield Finding(
            "let op", f"{settings.otlp_endpoint} is niet bereikbaar: start de collector of maak de instelling leeg."
        )
