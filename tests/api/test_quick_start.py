"""What a partner reads at /docs works as it stands: each program is taken from the page and run."""

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from callers import running
from real_front_door import build_real_app
from system import needed
from voorbeelden import make_key

from api.routes.docs import STAPPEN, TALEN
from api.settings import Settings

FILES = [f"{stap}.{ending}" for stap in STAPPEN for ending in TALEN]
# What runs a program, which of the system it needs, from which package, and how its file ends.
RUN = {
    "curl": ("bash", "curl", "curl", ".sh"),
    "python": (sys.executable, sys.executable, "python3", ".py"),
    "javascript": ("node", "node", "nodejs", ".mjs"),
}


class Programs(HTMLParser):
    """The programs of the page by the name of their file, as a reader copies them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._name: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self._name = dict(attrs).get("data-bestand") if tag == "code" else self._name

    def handle_endtag(self, tag):
        self._name = None if tag == "code" else self._name

    def handle_data(self, data):
        if self._name:
            self.found[self._name] = self.found.get(self._name, "") + data


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """The address of a running service, and a key."""
    app = build_real_app(tmp_path_factory.mktemp("data"))
    key = make_key(app, "batches")
    with running(app) as address:
        yield address, key


@pytest.fixture(scope="module")
def programs(service):
    return Programs(httpx.get(f"{service[0]}/docs", timeout=60).text).found


@pytest.fixture
def said(service, programs, tmp_path):
    """Runs a program of the page; gives what it printed."""

    def run(name: str) -> str:
        interpreter, program, package, ending = RUN[name.rpartition(".")[2]]
        needed(program, package)
        file: Path = tmp_path / f"program{ending}"
        file.write_text(programs[name], encoding="utf-8")
        environment = {"PATH": os.environ["PATH"], "SLEUTEL": service[1]}
        done = subprocess.run(
            [interpreter, file], env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_every_step_is_there_in_every_language(programs):
    assert sorted(programs) == sorted(FILES)


@pytest.mark.parametrize("ending", TALEN)
def test_a_question(said, service, ending):
    body = {
        "bericht": "Hoe groot mag mijn bedrijf aan huis zijn?",
        "gemeente": None if ending == "python" else "enschede",
    }
    (antwoord,) = httpx.post(f"{service[0]}/v1/berichten", json=body, timeout=60).json()["antwoorden"]
    assert antwoord["soort"] == "antwoord"
    assert antwoord["tekst"].split("\n")[0] in said(f"vraag.{ending}")


@pytest.mark.parametrize("ending", TALEN)
def test_a_check(said, ending):
    out = said(f"check.{ending}")
    assert "toegestaan" in out
    assert "100 m²" in out


@pytest.mark.parametrize("ending", TALEN)
def test_a_batch(said, ending):
    out = said(f"batch.{ending}")
    assert "beschikbaar" in out
    assert "kavelM2" in out
    assert "melding" in out


def test_a_newcomer_has_a_client_in_ten_lines(programs):
    assert len(programs["vraag.python"].splitlines()) == 10


def test_the_page_names_the_address_that_was_asked_or_set(app, client):
    assert "http://testserver/v1/berichten" in client.get("/docs").text
    odd = client.get("/docs", headers={"Host": "x';rm -rf"}).text
    assert "rm -rf" not in odd
    services = app.state.services
    object.__setattr__(services, "settings", Settings(public_url="https://loket.example"))
    assert "https://loket.example/v1/berichten" in client.get("/docs").text
