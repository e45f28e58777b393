"""`python -m api doctor`: each part, as it should be and broken, with what to do about it."""

import argparse
import stat
from pathlib import Path

import pytest
from front_door import FakeLibrary

from api.commands import doctor as command
from api.doctor import PARTS, environment, parts
from api.doctor.finding import Finding
from api.ports import bind, free_port
from api.settings import Settings
from api.storage import Storage
from knowledge.errors import KnowledgeError
from knowledge.library import Library

KEYS = {"storage_key": "8f14e45fceea167a5a36dedd4bea2543", "session_secret": "c9f0f895fb98ab9159f51fd0297e236d"}


def settings_in(folder: Path, **given: object) -> Settings:
    return Settings(data_dir=folder / "data", port=free_port(), **given)


def only(findings: "list[Finding]", state: str, *words: str) -> None:
    """One finding of that state, a sentence of Dutch with these words."""
    (found,) = [finding for finding in findings if finding.state == state]
    assert found.sentence.endswith(".")
    assert all(word in found.sentence for word in words), found


@pytest.mark.parametrize(
    ("given", "state", "word"),
    [
        ({"host": "0.0.0.0"}, "fout", "PRODUCTION=true"),
        ({"production": True, **KEYS}, "let op", "PUBLIC_URL"),
        ({"production": True, "public_url": "https://loket.gemeente.nl", **KEYS}, "let op", "API_CONTACT_EMAIL"),
        ({"database_url": "postgresql://db/loket"}, "let op", "STORAGE_KEY"),
    ],
)
def test_settings_that_do_not_fit_where_it_runs(tmp_path, given, state, word):
    found = list(environment.settings(settings_in(tmp_path, **{"loket_url": "https://gemeente.nl"} | given)))
    assert any(finding.state == state and word in finding.sentence for finding in found)


def test_a_desk_that_nobody_can_reach_is_told(tmp_path):
    only(list(environment.settings(settings_in(tmp_path))), "let op", "LOKET_URL")
    assert len(list(environment.settings(settings_in(tmp_path, loket_telefoon="14 053")))) == 1


def test_a_folder_that_is_a_file_or_full(tmp_path, monkeypatch):
    only(list(environment.data_dir(settings_in(tmp_path))), "goed", "GB vrij")
    assert not (tmp_path / "data").exists()
    (tmp_path / "data").write_text("")
    only(list(environment.data_dir(settings_in(tmp_path))), "fout", "schrijfrechten")
    (tmp_path / "data").unlink()
    monkeypatch.setattr(environment, "ROOM", 1e9)
    only(list(environment.data_dir(settings_in(tmp_path))), "let op", "maak ruimte")


def test_a_port_that_is_free_taken_or_on_another_machine(tmp_path):
    free = settings_in(tmp_path)
    only(list(environment.port(free)), "goed", "is vrij")
    with bind("127.0.0.1", free.port):
        monkey = settings_in(tmp_path).model_copy(update={"port": free.port})
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(environment.httpx, "get", lambda *_, **__: (_ for _ in ()).throw(ValueError()))
            only(list(environment.port(monkey)), "fout", "ander programma", "PORT=")
    elsewhere = free.model_copy(update={"host": "203.0.113.1"})
    only(list(environment.port(elsewhere)), "fout", "ONDERNEMERSLOKET_HOST")


@pytest.mark.parametrize(("dialogue", "state"), [("ok", "goed"), ("start", "let op")])
def test_a_service_that_runs_says_how_it_is(tmp_path, monkeypatch, dialogue, state):
    ours = settings_in(tmp_path)

    class Ready:
        def json(self) -> object:
            return {"onderdelen": {"index": {"status": "ok"}, "dialogue": {"status": dialogue}}}

    monkeypatch.setattr(environment.httpx, "get", lambda *_, **__: Ready())
    with bind("127.0.0.1", ours.port):
        only(list(environment.port(ours)), state, f"index ok, dialogue {dialogue}")


def test_storage_new_ready_or_away(tmp_path):
    settings = settings_in(tmp_path)
    only(list(parts.storage(settings)), "goed", "starten maakt haar")
    assert not settings.data_dir.exists()
    Storage.open(settings).close()
    only(list(parts.storage(settings)), "goed", "bijgewerkt")
    away = settings_in(tmp_path, database_url=f"postgresql://loket:zeer-prive@127.0.0.1:{free_port()}/loket")
    only(list(parts.storage(away)), "fout", "start de database")
    assert all("zeer-prive" not in finding.sentence for finding in parts.storage(away))


def test_a_knowledge_base_that_is_there_or_not(tmp_path, monkeypatch):
    monkeypatch.setattr(Library, "open", lambda: FakeLibrary())
    only(list(parts.knowledge(settings_in(tmp_path))), "goed", "1 documenten")

    def missing() -> Library:
        raise KnowledgeError("De index ontbreekt: draai `make index`.")

    monkeypatch.setattr(Library, "open", missing)
    only(list(parts.knowledge(settings_in(tmp_path))), "fout", "make index")


@pytest.mark.parametrize(
    ("python", "state", "word"),
    [
        ("echo 3 10", "goed", "model een.tar.gz"),
        ("echo 3 11", "fout", "3.11"),
        ("exit 1", "fout", "./setup.sh bot"),
        (None, "fout", "./setup.sh bot"),
    ],
)
def test_a_dialogue_of_the_right_python_or_not(tmp_path, monkeypatch, python, state, word):
    monkeypatch.setattr(parts, "MODELS", tmp_path)
    (tmp_path / "een.tar.gz").write_text("")
    program = tmp_path / "python"
    if python is not None:
        program.write_text(f"#!/bin/sh\n{python}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    only(list(parts.dialogue(settings_in(tmp_path, rasa_python=program))), state, word)


def test_a_dialogue_without_a_model(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "MODELS", tmp_path / "none")
    monkeypatch.setattr(parts.subprocess, "run", lambda *_, **__: argparse.Namespace(returncode=0, stdout="3 10"))
    only(list(parts.dialogue(settings_in(tmp_path))), "fout", "make dialogue")


def test_redis_off_on_and_away(tmp_path, redis_url):
    only(list(environment.redis(settings_in(tmp_path))), "goed", "uit")
    several = settings_in(tmp_path, database_url="postgresql://db/loket")
    only(list(environment.redis(several)), "let op", "REDIS_URL")
    only(list(environment.redis(settings_in(tmp_path, redis_url=redis_url))), "goed", "versie")
    away = settings_in(tmp_path, redis_url=f"redis://:zeer-prive@127.0.0.1:{free_port()}/0")
    only(list(environment.redis(away)), "fout", "start het")
    assert all("zeer-prive" not in finding.sentence for finding in environment.redis(away))


def test_a_redis_that_is_too_old(tmp_path, redis_url, monkeypatch):
    monkeypatch.setattr(environment, "REDIS", 99)
    only(list(environment.redis(settings_in(tmp_path, redis_url=redis_url))), "let op", "gebruik 99")


def test_a_collector_of_traces_that_is_away(tmp_path):
    only(list(environment.traces(settings_in(tmp_path))), "goed", "uit")
    port = free_port()
    away = settings_in(tmp_path, otlp_endpoint=f"http://127.0.0.1:{port}/v1/traces")
    only(list(environment.traces(away)), "let op", "niet bereikbaar")
    with bind("127.0.0.1", port):
        only(list(environment.traces(away)), "goed", "is bereikbaar")


@pytest.mark.parametrize(("state", "status"), [("goed", 0), ("let op", 0), ("fout", 1)])
def test_the_command_tells_every_part_and_fails_when_one_is_broken(tmp_path, monkeypatch, capsys, state, status):
    monkeypatch.setattr("api.doctor.PARTS", {name: lambda _: [Finding(state, "dit is zo.")] for name in PARTS})
    assert command.run(argparse.Namespace(), settings_in(tmp_path)) == status
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0][2:] for line in lines[: len(PARTS)]] == list(PARTS)
