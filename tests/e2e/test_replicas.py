"""Two servers, each with its own Rasa, on one PostgreSQL and one Redis behind nginx: they are one assistant."""

import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from service import ROOT, Service, start, stop, until

from api.ports import free_port

SECRETS = {
    "ONDERNEMERSLOKET_STORAGE_KEY": "8f14e45fceea167a5a36dedd4bea2543",
    "ONDERNEMERSLOKET_SESSION_SECRET": "c9f0f895fb98ab9159f51fd0297e236d",
}
CALLERS, MESSAGES = 4, 12  # at the same time, and of each, while a server stops


@dataclass
class Site:
    """The address that people see, and the two servers behind it."""

    front: Service
    servers: list[Service]
    log: Path

    def asked(self) -> list[str]:
        """The server that answered, for every message so far."""
        return re.findall(r"POST 200 \S+ (?:127\.0\.0\.1:\d+, )?127\.0\.0\.1:(\d+) ", self.log.read_text())


@pytest.fixture
def site(built: None, tmp_path: Path, postgres_url: str, redis_url: str) -> Iterator[Site]:
    nginx = shutil.which("nginx")
    if nginx is None:
        say = "nginx is not installed: apt-get install nginx-light"
        pytest.fail(say) if os.environ.get("CI") == "true" else pytest.skip(say)
    shared = {"ONDERNEMERSLOKET_DATABASE_URL": postgres_url, "ONDERNEMERSLOKET_REDIS_URL": redis_url, **SECRETS}
    with ExitStack() as stack:
        servers = []
        for number in (1, 2):
            port = free_port()
            process = start(["-m", "api", "--port", str(port)], tmp_path / f"data{number}", **shared)
            servers.append(Service(process, f"http://127.0.0.1:{port}"))
            stack.callback(lambda process=process: process.poll() is None and stop(process))
        for server in servers:
            assert server.process.stdout is not None
            assert server.process.stdout.readline()
        port, log = free_port(), tmp_path / "nginx.log"
        conf = configuration(tmp_path, port, [server.address for server in servers], log)
        proxy = subprocess.Popen([nginx, "-c", conf, "-p", tmp_path, "-g", "daemon off;"], text=True)
        stack.callback(lambda: (proxy.terminate(), proxy.wait(timeout=20)))
        front = Service(proxy, f"http://127.0.0.1:{port}")
        until(lambda: reachable(front))
        yield Site(front, servers, log)


def configuration(folder: Path, port: int, servers: list[str], log: Path) -> Path:
    """The nginx.conf of the project, with these servers in place of the name that a container gives them."""
    text = (ROOT / "api" / "deploy" / "nginx.conf").read_text()
    text = text.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/tmp/", f"{folder}/")
    text = text.replace("/dev/stdout", str(log)).replace("/dev/stderr", str(folder / "nginx-error.log"))
    (one,) = re.findall(r" *server loket:8000 .*\n", text)
    text = text.replace(one, "".join(one.replace("loket:8000", server.removeprefix("http://")) for server in servers))
    if os.geteuid() == 0:  # else its workers are nobody, who may not write in this folder
        text = f"user root;\n{text}"
    path = folder / "nginx.conf"
    path.write_text(text)
    return path


def reachable(service: Service) -> bool:
    try:
        return service.get("/health/ready").status_code == 200
    except httpx.HTTPError:
        return False


def test_two_servers_are_one_assistant_and_one_may_stop(site: Site) -> None:
    front = site.front
    assert front.get("/metrics").status_code == 404
    said = front.get("/health/live")
    assert re.fullmatch("[0-9a-f]{32}", said.headers["X-Correlation-Id"])  # that of nginx, taken over

    # One conversation, whichever server is asked.
    gesprek = front.say("Ik wil thuis een kapsalon beginnen", gemeente="enschede")["gesprekId"]
    assert front.say("ja", gesprek)["verwacht"]["veld"] == "woningOppervlakteM2"
    assert front.say("120", gesprek)["verwacht"]["veld"] == "bedrijfOppervlakteM2"
    (uitkomst,) = front.say("60", gesprek)["antwoorden"]  # 60 of 120 is 50%
    assert uitkomst["uitkomst"]["oordeel"] == "niet_toegestaan"
    (milder,) = front.say("en als het 58 m2 is?", gesprek)["antwoorden"]  # 48.3%
    assert milder["uitkomst"]["oordeel"] == "vergunning_binnenplans"
    until(lambda: len(site.asked()) == 5)  # nginx writes its line after the reply
    assert len(set(site.asked())) == 2

    # One server stops while people talk: nobody gets an error, and every conversation goes on at the other.
    open_ = front.say("Doe de check werken aan huis", gemeente="enschede")["gesprekId"]
    assert front.say("kapper", open_)["verwacht"]["veld"] == "bewoner"
    replies: list[httpx.Response] = []
    callers = [threading.Thread(target=talk, args=(front, replies)) for _ in range(CALLERS)]
    for caller in callers:
        caller.start()
    until(lambda: len(replies) > CALLERS)
    stop(site.servers[0].process)
    for caller in callers:
        caller.join()
    assert [reply.status_code for reply in replies] == [200] * (CALLERS * MESSAGES)
    assert front.say("ja", open_)["verwacht"]["veld"] == "woningOppervlakteM2"
    until(lambda: len(site.asked()) == 5 + 2 + CALLERS * MESSAGES + 1)
    assert site.asked()[-1] == site.servers[1].address.rpartition(":")[2]

    # And nothing of it all is in a log.
    logs = [*site.log.parent.glob("data*/dialogue.log*"), *site.log.parent.glob("nginx*.log")]
    assert len(logs) == 4
    assert not any(word in log.read_text() for log in logs for word in ("kapsalon", "kantoor", gesprek))


def talk(front: Service, replies: list[httpx.Response]) -> None:
    """Asks on in a conversation of its own."""
    gesprek = None
    for _ in range(MESSAGES):
        body = {"bericht": "Hoe groot mag mijn kantoor aan huis zijn?", "gemeente": "enschede"}
        reply = front.post("/v1/berichten", body | ({"gesprekId": gesprek} if gesprek else {}))
        replies.append(reply)
        gesprek = reply.json().get("gesprekId") if reply.status_code == 200 else gesprek
