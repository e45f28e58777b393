"""Who is logged in: a signed cookie, checked against the account at every request."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from starlette.middleware.sessions import SessionMiddleware

from api.balie.rollen import has_role
from api.services import ServicesDep
from api.settings import Settings
from api.storage import medewerkers
from api.storage.cipher import secret_from
from api.storage.tables import Medewerker, Rol

COOKIE = "balie"
WHOLE_DAY = 9 * 3600  # seconds without a request, after which one has to log in again
SECRET_FILE = "balie.sleutel"


class NotLoggedInError(Exception):
    """Nobody is logged in, or no longer."""


class NotAllowedError(Exception):
    """The role of this employee does not reach so far; the message says what it takes, in Dutch."""


class StaleFormError(Exception):
    """A form without the token of this session: of another site, or of before a new login."""


@dataclass(frozen=True)
class Wie:
    """The employee of this request."""

    gebruikersnaam: str
    rollen: tuple[str, ...]

    def mag(self, nodig: Rol) -> bool:
        return has_role(self.rollen, nodig)


def install(app: FastAPI, settings: Settings) -> None:
    app.add_middleware(
        SessionMiddleware,
        secret_key=session_secret(settings),
        session_cookie=COOKIE,
        path="/balie",
        max_age=WHOLE_DAY,
        same_site="strict",
        https_only=settings.production,
    )


def session_secret(settings: Settings) -> str:
    """That of the setting; in development one made at the first start and kept in the data folder."""
    return secret_from(settings.session_secret.get_secret_value(), settings.data_dir, SECRET_FILE)


def start(request: Request, medewerker: Medewerker) -> None:
    """Logs in: nothing of the session before stays, so that nobody can have planted it."""
    request.session.clear()
    request.session.update(wie=medewerker.gebruikersnaam, zegel=_seal(medewerker), csrf=secrets.token_urlsafe(24))


def end(request: Request) -> None:
    request.session.clear()


def csrf_token(request: Request) -> str:
    """The token that every form of this session carries."""
    token: str = request.session.setdefault("csrf", secrets.token_urlsafe(24))
    return token


async def csrf(request: Request) -> None:
    """A dependency of every router of the staff site: what changes something must come from a page of ours."""
    if request.method in ("GET", "HEAD"):
        return
    given = request.headers.get("x-csrf-token") or str((await request.form()).get("csrf", ""))
    if not hmac.compare_digest(given.encode(), request.session.get("csrf", "").encode()) or not given:
        raise StaleFormError


def logged_in(request: Request, services: ServicesDep) -> Wie:
    """Raises NotLoggedInError. An account that was blocked, or has a new password, is out at its next request."""
    name = request.session.get("wie")
    with services.storage.read() as session:
        medewerker = medewerkers.find(session, name) if name else None
    if medewerker is None or not medewerker.actief or not _sealed(medewerker, request.session.get("zegel", "")):
        raise NotLoggedInError
    return Wie(medewerker.gebruikersnaam, tuple(medewerker.rollen))


WieDep = Annotated[Wie, Depends(logged_in)]


def role(nodig: Rol) -> Callable[[Wie], Wie]:
    """The dependency of a page that needs this role. Raises NotAllowedError."""

    def check(wie: WieDep) -> Wie:
        if not wie.mag(nodig):
            raise NotAllowedError(f"Dit kan alleen een {nodig}.")
        return wie

    return check


def _seal(medewerker: Medewerker) -> str:
    """Changes with the password, so that a new one ends every session."""
    return hashlib.sha256(medewerker.wachtwoord_hash.encode()).hexdigest()[:16]


def _sealed(medewerker: Medewerker, seal: str) -> bool:
    return hmac.compare_digest(_seal(medewerker), seal)
