"""What happens when a part stops: nothing that the user said is lost, and no process stays behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from service import ROOT, Service, alive, children, start, stop, until

from api.ports import free_port

# The real dialogue on a small library; an action that needs the policy fails.
BROKEN_ACTIONS = """
import asyncio, sys
from front_door import FakeLibrary
from actions.checks import CHECKS
from actions.omgeving import Omgeving
from actions.rasa_app import build_action_app
from api.ahead import Ahead
from api.ports import bind
from api.serve import Loaded, run
from api.settings import Settings

class Broken(FakeLibrary):
    async def answer(self, vraag, gemeente=None, eerder=None):
        raise RuntimeError("kapot")

settings = Settings(port=int(sys.argv[1]))
library = FakeLibrary()
load = lambda: Loaded(library, Ahead(library), CHECKS, build_action_app(Omgeving(Broken(), CHECKS)))
asyncio.run(run(settings, bind(settings.host, settings.port), load))
"""


def test_small_sums_of_the_dialogue_do_not_keep_a_second_core_awake(service):
    (rasa,) = service.children()
    assert "OPENBLAS_NUM_THREADS=1" in Path(f"/proc/{rasa}/environ").read_text().split("\0")


def test_when_the_dialogue_is_killed_questions_are_answered_and_the_conversation_goes_on_after(service):
    gesprek = service.say("Ik wil thuis een kapsalon beginnen", gemeente="enschede")["gesprekId"]
    assert service.say("ja", gesprek)["verwacht"]["veld"] == "woningOppervlakteM2"
    (rasa,) = service.children()
    os.kill(rasa, signal.SIGKILL)
    until(lambda: service.dialogue() != "ok")
    assert service.get("/health/ready").status_code == 503
    assert service.get("/health/live").status_code == 200

    reply = service.say("Wat is het OTB?", gesprek)
    assert [antwoord["soort"] for antwoord in reply["antwoorden"]] == ["melding", "antwoord"]
    assert reply["verwacht"] is None

    until(lambda: service.dialogue() == "ok")
    assert service.say("120", gesprek)["verwacht"]["veld"] == "bedrijfOppervlakteM2"
    (uitkomst,) = service.say("60", gesprek)["antwoorden"]  # 60 of 120 is 50%
    assert uitkomst["uitkomst"]["oordeel"] == "niet_toegestaan"


def test_an_action_that_fails_loses_nothing(built, tmp_path):
    port = free_port()
    path = f"{ROOT}:{ROOT / 'tests' / 'api'}"
    process = start(["-c", BROKEN_ACTIONS, str(port)], tmp_path, PYTHONPATH=path)
    assert process.stdout is not None
    try:
        assert process.stdout.readline()
        service = Service(process, f"http://127.0.0.1:{port}")
        gesprek = service.say("Doe de check werken aan huis", gemeente="enschede")["gesprekId"]
        reply = service.say("Hoe laat begint de markt?", gesprek)
        assert [antwoord["soort"] for antwoord in reply["antwoorden"]] == ["melding", "antwoord"]
        assert service.say("kapper", gesprek)["verwacht"]["veld"] == "bewoner"
    finally:
        stop(process)


@pytest.mark.parametrize("signal_", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_every_process_also_while_starting(built, tmp_path, signal_):
    process = start(["-m", "api", "--port", str(free_port())], tmp_path)
    assert process.stdout is not None
    try:
        until(lambda: bool(children(process.pid)))
        (rasa,) = children(process.pid)
        process.send_signal(signal_)
        assert process.wait(timeout=60) == 0
        assert not alive(rasa)
        assert process.stdout.read() == ""
    finally:
        process.kill()
        process.stdout.close()


def test_a_second_service_on_the_same_port_says_so_in_one_sentence(service, tmp_path: Path):
    command = [sys.executable, "-m", "api", "--port", service.address.rpartition(":")[2]]
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == 1
    assert second.stdout == ""
    assert second.stderr.count("\n") == 1
    assert "is al in gebruik" in second.stderr
    assert service.get("/health/live").status_code == 200
