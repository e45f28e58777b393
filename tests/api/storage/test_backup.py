"""A copy that is put back gives exactly what there was, on both databases; a copy that fails changes nothing."""

import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select, text

from api.settings import Settings
from api.storage import Storage, audit, gesprekken, kaarten, medewerkers, overdrachten, schakelaars, sleutels
from api.storage.backup import BackupError, backup, restore
from api.storage.tables import Base, RasaGebeurtenis
from api.storage.types import now

ROOT = Path(__file__).parents[3]


def fill(storage: Storage) -> None:
    """Something in every table that a release fills."""
    gesprek_id = uuid4()
    antwoord = {
        "soort": "antwoord",
        "tekst": "Eén “tekst” \\ 'zo' é€😀",
        "bronnen": [],
        "knoppen": [],
        "uitkomst": None,
    }
    assert storage.works()
    with storage.write() as session:
        gesprekken.start(session, gesprek_id, "enschede")
        gesprekken.record_turn(
            session,
            gesprek_id,
            None,
            gesprekken.NieuweBeurt(now(), "hallo\nmet 'rare' \\tekens;", ["bsn"], [antwoord], 1.5),
        )
        overdrachten.say(session, overdrachten.ask(session, gesprek_id, "reden", "Anna", "06"), "medewerker", "dag")
        sleutels.add(session, "portaal", "abc", "hash", ["lezen"])
        medewerkers.add(session, "jansen", "hash", ["beheerder"])
        audit.note(session, "jansen", "wat", "onderwerp", {"voor": None}, {"na": [1, 2.5, True]})
        kaarten.add(session, "kaart", {"antwoord": "tekst"}, "jansen")
        schakelaars.turn(session, "uit", False, "jansen")
        session.add(RasaGebeurtenis(gesprek=str(gesprek_id), volgnummer=0, tijd=1.25, inhoud='{"a": "é"}'))


def contents(storage: Storage) -> dict[str, list]:
    with storage.read() as session:
        return {
            name: sorted(map(repr, session.execute(select(table)).all()))
            for name, table in Base.metadata.tables.items()
        }


def test_what_is_put_back_is_what_there_was(storage, settings, tmp_path):
    fill(storage)
    before = contents(storage)
    assert sum(map(bool, before.values())) >= 10
    backup(settings, tmp_path / "kopie")
    assert (tmp_path / "kopie").stat().st_mode & 0o077 == 0

    fill_more_and_spoil(storage)
    assert contents(storage) != before
    restore(settings, tmp_path / "kopie")
    again = Storage.open(settings)
    assert contents(again) == before
    fill_after(again)
    again.close()


def fill_more_and_spoil(storage: Storage) -> None:
    with storage.write() as session:
        gesprekken.start(session, uuid4(), None)
        session.execute(text("DELETE FROM audit"))
        session.execute(text("UPDATE medewerker SET rollen = '[]'"))


def fill_after(storage: Storage) -> None:
    """New rows get numbers of their own: counters were put back too."""
    with storage.write() as session:
        audit.note(session, "jansen", "daarna", "onderwerp")
        assert len(audit.lines(session)) == 2


def test_a_copy_goes_into_an_empty_database(storage, settings, tmp_path):
    fill(storage)
    before = contents(storage)
    backup(settings, tmp_path / "kopie")
    with storage.engine.execution_options(write=True).begin() as connection:
        Base.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
    restore(settings, tmp_path / "kopie")
    again = Storage.open(settings)
    assert contents(again) == before
    again.close()


def test_a_copy_that_is_broken_changes_nothing(storage, settings, tmp_path):
    fill(storage)
    before = contents(storage)
    backup(settings, tmp_path / "kopie")
    whole = (tmp_path / "kopie").read_bytes()
    spoiled = whole[: len(whole) // 2] + b"\nKAPOT;\n" * 500
    (tmp_path / "kapot").write_bytes(spoiled)
    with pytest.raises(BackupError):
        restore(settings, tmp_path / "kapot")
    assert contents(storage) == before


@pytest.mark.parametrize("content", [b"", b"iets anders", b"SQLite format", b"-- SQL"])
def test_a_file_that_is_no_copy_is_refused(storage, settings, tmp_path, content):
    (tmp_path / "anders").write_bytes(content)
    with pytest.raises(BackupError, match="geen kopie"):
        restore(settings, tmp_path / "anders")


def test_no_file_is_written_over_and_a_missing_one_is_said(storage, settings, tmp_path):
    (tmp_path / "kopie").write_text("van mij")
    with pytest.raises(BackupError, match="bestaat al"):
        backup(settings, tmp_path / "kopie")
    assert (tmp_path / "kopie").read_text() == "van mij"
    with pytest.raises(BackupError):
        restore(settings, tmp_path / "weg")
    with pytest.raises(BackupError):
        backup(settings, tmp_path / "geen" / "map")


def test_without_the_programs_of_postgresql_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    settings = Settings(data_dir=tmp_path, database_url="postgresql://x@127.0.0.1:1/y")
    with pytest.raises(BackupError, match="pg_dump staat niet op deze machine"):
        backup(settings, tmp_path / "kopie")
    assert not (tmp_path / "kopie").exists()


def test_the_commands(storage, settings, tmp_path):
    fill(storage)
    before = contents(storage)
    environment = {
        "PATH": "/usr/bin:/bin",
        "ONDERNEMERSLOKET_DATA_DIR": str(settings.data_dir),
        "ONDERNEMERSLOKET_DATABASE_URL": settings.database_url,
    }

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        full = [sys.executable, "-m", "api", *arguments]
        return subprocess.run(full, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    made = command("backup", str(tmp_path / "kopie"))
    assert (made.returncode, made.stderr) == (0, "")
    assert "storage_key" in made.stdout
    fill_more_and_spoil(storage)
    assert command("restore", str(tmp_path / "kopie")).returncode == 0
    again = Storage.open(settings)
    assert contents(again) == before
    again.close()
    assert command("backup", str(tmp_path / "kopie")).returncode == 1
