"""Conversations survive a restart and follow what other replicas write; on SQLite and on a real PostgreSQL."""

import asyncio
import json
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, OperationalError

from bot import gespreksopslag
from bot.gespreksopslag import Gespreksopslag

DOMAIN = Domain.from_dict({"slots": {"gemeente": {"type": "any", "mappings": [{"type": "custom"}]}}})
# As api/storage/migrations makes it; tests/api/storage/test_dialogue_table.py holds the two together.
TABEL = """CREATE TABLE rasa_gebeurtenis (
    gesprek TEXT NOT NULL, volgnummer INTEGER NOT NULL, tijd DOUBLE PRECISION NOT NULL, inhoud TEXT NOT NULL,
    CONSTRAINT pk_rasa_gebeurtenis PRIMARY KEY (gesprek, volgnummer))"""


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    adres = f"sqlite:///{tmp_path / 'opslag.sqlite'}"
    if request.param == "postgresql":
        adres = request.getfixturevalue("postgres_url")
    engine = create_engine(adres)
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql(TABEL)
    engine.dispose()
    return adres


def opslag(db: str) -> Gespreksopslag:
    """As another process, or this one after a restart."""
    return Gespreksopslag(DOMAIN, db=db)


def nieuw(naam: str) -> DialogueStateTracker:
    events = [UserUttered("hallo"), SlotSet("gemeente", "enschede")]
    return DialogueStateTracker.from_events(naam, events, slots=DOMAIN.slots)


def bewaar(winkel: Gespreksopslag, tracker: DialogueStateTracker) -> None:
    asyncio.run(winkel.save(tracker))


def lees(winkel: Gespreksopslag, naam: str) -> DialogueStateTracker:
    tracker = asyncio.run(winkel.retrieve(naam))
    assert tracker is not None
    return tracker


def soorten(tracker: DialogueStateTracker) -> "list[str]":
    return [event.type_name for event in tracker.events]


def test_a_conversation_survives_a_restart(db: str) -> None:
    eerste, gesprek = opslag(db), nieuw("a")
    bewaar(eerste, gesprek)
    gesprek.update(BotUttered("dag"))
    bewaar(eerste, gesprek)  # only what is new is written
    bewaar(eerste, gesprek)
    terug = lees(opslag(db), "a")
    assert soorten(terug) == ["user", "slot", "bot"]
    assert terug.get_slot("gemeente") == "enschede"
    assert asyncio.run(opslag(db).retrieve("b")) is None
    assert list(asyncio.run(opslag(db).keys())) == ["a"]


def test_saving_goes_on_where_the_earlier_process_stopped(db: str) -> None:
    bewaar(opslag(db), nieuw("a"))
    tweede = opslag(db)
    gesprek = lees(tweede, "a")
    gesprek.update(BotUttered("dag"))
    bewaar(tweede, gesprek)
    assert len(lees(opslag(db), "a").events) == 3


def test_what_falls_out_of_memory_is_read_back(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gespreksopslag, "IN_GEHEUGEN", 1)
    winkel = opslag(db)
    for naam in ("a", "b"):
        bewaar(winkel, nieuw(naam))
    assert lees(winkel, "a").get_slot("gemeente") == "enschede"
    assert sorted(asyncio.run(winkel.keys())) == ["a", "b"]


def test_a_turn_does_not_read_what_is_in_memory_already(db: str) -> None:
    winkel, gesprek = opslag(db), nieuw("a")
    bewaar(winkel, gesprek)
    assert lees(winkel, "a") is gesprek


def test_what_another_replica_wrote_is_seen(db: str) -> None:
    hier, daar = opslag(db), opslag(db)
    bewaar(hier, nieuw("a"))
    elders = lees(daar, "a")
    elders.update(SlotSet("gemeente", "hengelo"))
    bewaar(daar, elders)
    assert lees(hier, "a").get_slot("gemeente") == "hengelo"


def test_two_replicas_that_write_at_once_do_not_mix_a_conversation(db: str) -> None:
    hier, daar = opslag(db), opslag(db)
    bewaar(hier, nieuw("a"))
    een, twee = lees(hier, "a"), lees(daar, "a")
    een.update(SlotSet("gemeente", "hengelo"))
    twee.update(BotUttered("dag"))
    bewaar(daar, twee)
    with pytest.raises(IntegrityError):
        bewaar(hier, een)
    assert soorten(lees(hier, "a")) == ["user", "slot", "bot"]


def test_a_conversation_that_was_removed_is_forgotten_and_may_begin_anew(db: str) -> None:
    winkel = opslag(db)
    bewaar(winkel, nieuw("a"))
    engine = create_engine(db)
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("DELETE FROM rasa_gebeurtenis")
    engine.dispose()
    assert asyncio.run(winkel.retrieve("a")) is None
    bewaar(winkel, nieuw("a"))
    assert len(lees(opslag(db), "a").events) == 2


def test_without_its_table_a_turn_fails_and_not_the_start(tmp_path: Path) -> None:
    winkel = opslag(f"sqlite:///{tmp_path / 'leeg.sqlite'}")
    with pytest.raises(OperationalError, match="rasa_gebeurtenis"):
        asyncio.run(winkel.retrieve("a"))


def test_all_is_kept_and_little_of_it_held_in_memory(db: str) -> None:
    winkel, gesprek = opslag(db), nieuw("a")
    for beurt in range(8):
        gesprek.update(UserUttered(f"beurt {beurt}"))
        gesprek.update(SlotSet("gemeente", f"stad {beurt}"))
        gesprek.update(BotUttered("dag"))
        bewaar(winkel, gesprek)
        gesprek = lees(winkel, "a")
    assert len(gesprek.events) < 2 + 8 * 3
    rijen = opslag(db)
    with rijen._engine.connect() as verbinding:
        inhoud = [json.loads(rij) for (rij,) in verbinding.execute(gespreksopslag._LEES, {"gesprek": "a"})]
    assert [event["event"] for event in inhoud] == ["user", "slot", *["user", "slot", "bot"] * 8]
    assert lees(opslag(db), "a").get_slot("gemeente") == gesprek.get_slot("gemeente") == "stad 7"
