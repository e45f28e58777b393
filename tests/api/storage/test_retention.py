"""What has been kept long enough is removed, and nothing before: shown with a clock that is moved."""

import asyncio
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select

from api.retention import Removed, enforce, enforce_regularly, logfiles
from api.storage import audit, feedback, gesprekken, overdrachten, pogingen
from api.storage.tables import Base, Hartslag, RasaGebeurtenis
from api.storage.types import now

ROOT = Path(__file__).parents[3]
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def conversation(storage, begin: datetime) -> UUID:
    """With everything that can belong to one."""
    gesprek_id = uuid4()
    antwoord = {"soort": "antwoord", "tekst": "tekst", "bronnen": [], "knoppen": [], "uitkomst": None}
    with storage.write() as session:
        nummer = 0
        gesprekken.start(session, gesprek_id, None, begin)
        gesprekken.record_turn(session, gesprek_id, None, gesprekken.NieuweBeurt(begin, "hallo", [], [antwoord], 1.0))
        feedback.give(session, gesprek_id, 0, "omhoog", None)
        nummer = overdrachten.ask(session, gesprek_id, "reden", "Anna", "06 12345678")
        overdrachten.say(session, nummer, "medewerker", "dag")
        overdrachten.end(session, nummer, "gesloten")
        gesprekken.find(session, gesprek_id).laatst_actief_op = begin
        event = RasaGebeurtenis(gesprek=str(gesprek_id), volgnummer=0, tijd=begin.timestamp(), inhoud="{}")
        session.add(event)
    return gesprek_id


def rows(storage) -> dict[str, int]:
    with storage.read() as session:
        tables = {name: table for name, table in Base.metadata.tables.items() if name != Hartslag.__tablename__}
        return {name: n for name, table in tables.items() if (n := len(session.execute(select(table)).all()))}


def test_a_conversation_goes_when_its_time_has_come_with_all_that_belongs_to_it(storage, settings):
    kept = conversation(storage, START + 2 * MINUTE)
    both = rows(storage)
    old = conversation(storage, START)
    end = START + timedelta(days=settings.conversation_days)
    assert enforce(storage, settings, end).conversations == 0
    assert enforce(storage, settings, end + MINUTE).conversations == 1
    with storage.read() as session:
        assert gesprekken.find(session, old) is None
        assert gesprekken.find(session, kept) is not None
    assert rows(storage) == both  # the memory of the dialogue too
    assert enforce(storage, settings, end + 3 * MINUTE).conversations == 1
    assert rows(storage) == {}


def test_another_period_counts(storage, settings):
    settings = settings.model_copy(update={"conversation_days": 1})
    conversation(storage, START)
    assert enforce(storage, settings, START + timedelta(days=1)).conversations == 0
    assert enforce(storage, settings, START + timedelta(days=1) + MINUTE).conversations == 1


def test_what_only_the_dialogue_remembers_goes_too(storage, settings):
    """As of a conversation that began while the database was away for the front door."""
    with storage.write() as session:
        session.add(RasaGebeurtenis(gesprek="los", volgnummer=0, tijd=START.timestamp(), inhoud="{}"))
    end = START + timedelta(days=settings.conversation_days)
    enforce(storage, settings, end)
    assert rows(storage) == {"rasa_gebeurtenis": 1}
    enforce(storage, settings, end + MINUTE)
    assert rows(storage) == {}


def test_a_word_of_an_employee_keeps_a_conversation_longer(storage, settings):
    gesprek_id = conversation(storage, START)
    with storage.write() as session:
        overdrachten.say(session, overdrachten.ask(session, gesprek_id, "weer"), "medewerker", "dag")
    assert enforce(storage, settings, START + timedelta(days=settings.conversation_days) + MINUTE).conversations == 0


def test_idle_conversations_are_closed(storage, settings):
    conversation(storage, START)
    idle = START + timedelta(minutes=settings.idle_minutes)
    assert enforce(storage, settings, idle).closed == 0
    assert enforce(storage, settings, idle + MINUTE).closed == 1
    assert enforce(storage, settings, idle + MINUTE).closed == 0


def test_the_audit_trail_has_a_period_of_its_own(storage, settings):
    with storage.write() as session:
        audit.note(session, "jansen", "ingelogd", "medewerker/jansen")
    end = now() + timedelta(days=settings.audit_days)
    assert enforce(storage, settings, end - MINUTE).audit_lines == 0
    assert enforce(storage, settings, end + MINUTE).audit_lines == 1


def test_failed_logins_are_forgotten(storage, settings):
    with storage.write() as session:
        pogingen.count(session, "jansen", START)
    enforce(storage, settings, START + pogingen.FORGOTTEN_AFTER)
    assert rows(storage) == {"aanmeldpoging": 1}
    enforce(storage, settings, START + pogingen.FORGOTTEN_AFTER + MINUTE)
    assert rows(storage) == {}


def test_log_files_are_put_aside_by_day_and_removed(tmp_path):
    log, today = tmp_path / "dialogue.log", date(2026, 3, 20)
    with log.open("ab", buffering=0) as writer:  # as the dialogue has it
        writer.write(b"gisteren\n")
        assert logfiles.rotate(log, 14, today) == 0
        writer.write(b"vandaag\n")
        assert logfiles.rotate(log, 14, today) == 0  # once a day
    assert log.read_bytes() == b"vandaag\n"
    assert (tmp_path / "dialogue.log.2026-03-19").read_bytes() == b"gisteren\n"
    assert logfiles.rotate(log, 14, date(2026, 4, 2)) == 0  # the 14th day after
    assert logfiles.rotate(log, 14, date(2026, 4, 3)) == 1
    assert not (tmp_path / "dialogue.log.2026-03-19").exists()
    assert (tmp_path / "dialogue.log.2026-04-01").read_bytes() == b"vandaag\n"


def test_the_service_does_it_by_itself_and_goes_on_after_a_pass_that_failed(storage, settings, monkeypatch, caplog):
    """The clock moves seven days at each pass; the second pass fails."""
    conversation(storage, START)
    passes = 0
    rotate = logfiles.rotate

    def disk(*arguments) -> int:
        if passes == 2:
            raise OSError("schijf vol")
        return rotate(*arguments)

    monkeypatch.setattr(logfiles, "rotate", disk)

    def clock() -> datetime:
        nonlocal passes
        passes += 1
        return START + timedelta(days=7 * passes)

    async def until_gone() -> None:
        task = asyncio.create_task(enforce_regularly(storage, settings, clock, every=0.05))
        while rows(storage):
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(asyncio.wait_for(until_gone(), 60))
    assert passes == 5  # 28 days is not yet too long
    assert "konden niet worden nagekomen: OSError" in caplog.text


def test_the_command(storage, settings):
    conversation(storage, START)  # long ago, by the clock of the machine or not: removed when it is
    environment = {
        "ONDERNEMERSLOKET_DATA_DIR": str(settings.data_dir),
        "ONDERNEMERSLOKET_DATABASE_URL": settings.database_url,
        "ONDERNEMERSLOKET_CONVERSATION_DAYS": "0.0001",
    }
    with storage.write() as session:
        for gesprek in session.scalars(select(Base.metadata.tables["gesprek"].c.id)).all():
            gesprekken.find(session, gesprek).laatst_actief_op = now() - timedelta(days=1)
    command = [sys.executable, "-m", "api", "retention"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Verwijderd: 1 gesprekken" in result.stdout
    assert enforce(storage, settings, now()) == Removed(0, 0, 0, 0)
