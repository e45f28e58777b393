"""The background writer: never blocks or raises, keeps the order, waits while the database is away, and is bounded."""

import threading
from contextlib import contextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from api.storage import schakelaars, writer
from api.storage.writer import Writer


class Database:
    """Stands in for one that can be away, and notes what was written."""

    def __init__(self) -> None:
        self.away = False
        self.attempts = 0
        self.tried = threading.Event()
        self.written: list[int] = []

    @contextmanager
    def write(self):
        self.attempts += 1
        self.tried.set()
        if self.away:
            raise OperationalError("INSERT", {}, Exception("weg"))
        yield self


def job(number: int):
    return lambda database: database.written.append(number)


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(writer, "RETRY_AFTER", 0.01)


def test_jobs_are_written_in_order():
    database = Database()
    waiting = Writer(database.write)
    assert all(waiting.put(job(n)) for n in range(50))
    assert waiting.flush(10)
    assert database.written == list(range(50))
    waiting.close()


def test_a_database_that_comes_back_gets_everything():
    database = Database()
    database.away = True
    waiting = Writer(database.write)
    waiting.put(job(1))
    waiting.put(job(2))
    assert database.tried.wait(10)
    assert not waiting.flush(0.05)
    assert waiting.broken
    database.away = False
    assert waiting.flush(10)
    assert (database.written, waiting.broken, waiting.lost) == ([1, 2], False, 0)
    waiting.close()


def test_a_full_queue_loses_the_newest_and_counts_them(caplog):
    database = Database()
    database.away = True
    waiting = Writer(database.write, max_waiting=2)
    assert [waiting.put(job(n)) for n in range(4)] == [True, True, False, False]
    assert waiting.lost == 2
    assert "de wachtrij is vol" in caplog.text
    database.away = False
    assert waiting.flush(10)
    assert database.written == [0, 1]
    waiting.close()


def test_closing_writes_what_waits():
    database = Database()
    waiting = Writer(database.write)
    for n in range(20):
        waiting.put(job(n))
    waiting.close()
    assert database.written == list(range(20))
    assert not waiting.put(job(99))


def test_closing_does_not_wait_for_a_database_that_is_away():
    database = Database()
    database.away = True
    waiting = Writer(database.write)
    waiting.put(job(1))
    waiting.close(timeout=0.05)
    assert waiting.lost == 1
    assert not [thread for thread in threading.enumerate() if thread.name == "storage-writer"]


def test_a_job_that_is_wrong_does_not_stop_the_others(caplog):
    database = Database()
    waiting = Writer(database.write)

    def wrong(_):
        raise ValueError("wat iemand ons vertelde")

    waiting.put(wrong)
    waiting.put(job(2))
    assert waiting.flush(10)
    assert (database.written, waiting.lost, waiting.broken) == ([2], 1, False)
    assert "ValueError" in caplog.text
    assert "wat iemand ons vertelde" not in caplog.text
    waiting.close()


def test_on_the_real_database(storage):
    storage.writer.put(lambda session: schakelaars.turn(session, "uit", True, "beheer", "Even dicht.", "onderhoud"))
    assert storage.writer.flush(10)
    with storage.read() as session:
        assert schakelaars.every(session)["uit"].tekst == "Even dicht."


def test_a_database_that_refuses_to_write_shows(storage):
    """Read-only, as after a disk error; on both databases."""
    assert storage.works()
    if storage.engine.dialect.name == "sqlite":
        storage.engine.dispose()
        path = storage.engine.url.database
        with open(path, "r+b") as file:
            file.write(b"geen database meer" * 10)
    else:
        with storage.write() as session:
            session.execute(text("DROP TABLE hartslag"))
    assert not storage.works()
