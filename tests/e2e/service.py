"""The assistant as a partner meets it: a running process and its address. Every reply is held to the contract."""

import html
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0  # seconds, for what takes a few on a quiet machine

SOORTEN = {"antwoord", "vraag", "uitkomst", "geen_antwoord", "doorverwijzing", "begroeting", "melding"}
VELDTYPEN = {"getal", "ja_nee", "keuze", "tekst"}


def missing() -> str | None:
    """What must be built before anything here can run; None when it is all there."""
    if not (ROOT / "knowledge" / "built" / "index").is_dir():
        return "knowledge/built is missing: run `make setup`"
    if not list((ROOT / "bot" / "models").glob("*.tar.gz")):
        return "bot/models is empty: run `make setup`"
    return None


@dataclass
class Service:
    """`process` serves at `address`."""

    process: subprocess.Popen[str]
    address: str

    def get(self, path: str, **params: Any) -> httpx.Response:
        return httpx.get(self.address + path, params=params or None, timeout=30, trust_env=False)

    def post(self, path: str, body: Any) -> httpx.Response:
        return httpx.post(self.address + path, json=body, timeout=30, trust_env=False)

    def delete(self, path: str) -> httpx.Response:
        return httpx.delete(self.address + path, timeout=30, trust_env=False)

    def say(self, bericht: str, gesprek_id: str | None = None, gemeente: str | None = None) -> dict[str, Any]:
        """One message in a conversation (a new one for None); the reply, of the shape that the contract gives."""
        body = {"bericht": bericht, "gesprekId": gesprek_id, "gemeente": gemeente}
        response = self.post("/v1/berichten", {naam: waarde for naam, waarde in body.items() if waarde is not None})
        assert response.status_code == 200, response.text
        reply: dict[str, Any] = response.json()
        hold_to_contract(reply)
        assert gesprek_id in (None, reply["gesprekId"])
        return reply

    def sentence_at(self, url: str) -> str:
        """The text of the element at which an address of a citation opens."""
        path, anchor = url.split("#")
        page = self.get(path).text
        ((_, markup),) = re.findall(rf'<(\w+)[^>]*\bid="{re.escape(anchor)}"[^>]*>(.*?)</\1>', page, re.DOTALL)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())

    def dialogue(self) -> str:
        """The state of the dialogue, from /health/ready."""
        return str(self.get("/health/ready").json()["onderdelen"]["dialogue"]["status"])

    def children(self) -> list[int]:
        """The processes that the service has started."""
        return children(self.process.pid)


def start(command: Sequence[str], data: Path, **environment: str) -> subprocess.Popen[str]:
    """A service that keeps its data in `data`; its standard output is a pipe."""
    variables = {**os.environ, "ONDERNEMERSLOKET_DATA_DIR": str(data), **environment}
    return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True)


def stop(process: subprocess.Popen[str]) -> None:
    """Asks the service to end; fails when it says that something went wrong, or leaves a process behind."""
    started = children(process.pid) if process.poll() is None else []
    process.terminate()
    try:
        assert process.wait(timeout=60) == 0
        assert [pid for pid in started if alive(pid)] == []
    finally:
        process.kill()
        if process.stdout is not None:
            process.stdout.close()


def until(condition: Callable[[], bool]) -> None:
    """Returns once the condition holds; fails when that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "this takes too long"
        time.sleep(0.05)


def hold_to_contract(reply: Mapping[str, Any]) -> None:
    """The shape of a reply of POST /v1/berichten."""
    assert set(reply) == {"gesprekId", "antwoorden", "verwacht", "duurMs"}
    assert str(UUID(reply["gesprekId"])) == reply["gesprekId"]
    assert reply["duurMs"] > 0
    assert reply["antwoorden"]
    for antwoord in reply["antwoorden"]:
        assert set(antwoord) == {"soort", "tekst", "bronnen", "knoppen", "uitkomst"}
        assert antwoord["soort"] in SOORTEN
        assert 0 < len(antwoord["tekst"]) <= 700
        assert antwoord["bronnen"] or antwoord["soort"] != "antwoord"
        assert (antwoord["uitkomst"] is not None) == (antwoord["soort"] == "uitkomst")
        assert all(set(knop) == {"titel", "bericht"} for knop in antwoord["knoppen"])
        for bron in antwoord["bronnen"]:
            assert set(bron) == {"document", "titel", "gemeente", "sectie", "citaat", "url"}
    if reply["verwacht"] is not None:
        assert set(reply["verwacht"]) == {"veld", "type", "keuzes"}
        assert reply["verwacht"]["type"] in VELDTYPEN
        assert bool(reply["verwacht"]["keuzes"]) == (reply["verwacht"]["type"] in ("keuze", "ja_nee"))
        assert reply["antwoorden"][-1]["soort"] == "vraag"


def children(pid: int) -> list[int]:
    """The living children of a process."""
    return [child for child in map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()) if alive(child)]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
