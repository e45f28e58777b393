"""Conversations survive a restart; silent ones are removed."""

import asyncio
import time
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import gespreksopslag
from bot.gespreksopslag import BEWAARDAGEN, Gespreksopslag

DOMAIN = Domain.from_dict({"slots": {"gemeente": {"type": "any", "mappings": [{"type": "custom"}]}}})


def tracker(naam: str, tijd: "float | None" = None) -> DialogueStateTracker:
    events = [UserUttered("hallo", timestamp=tijd), SlotSet("gemeente", "enschede", timestamp=tijd)]
    return DialogueStateTracker.from_events(naam, events, slots=DOMAIN.slots)


def opslag(pad: Path) -> Gespreksopslag:
    return Gespreksopslag(DOMAIN, db=str(pad / "map" / "gesprekken.sqlite"))


def test_a_conversation_survives_a_restart(tmp_path: Path) -> None:
    eerste = opslag(tmp_path)
    gesprek = tracker("a")
    asyncio.run(eerste.save(gesprek))
    gesprek.update(BotUttered("dag"))
    asyncio.run(eerste.save(gesprek))  # only what is new is written
    terug = asyncio.run(opslag(tmp_path).retrieve("a"))
    assert terug is not None
    assert [event.type_name for event in terug.events] == ["user", "slot", "bot"]
    assert terug.get_slot("gemeente") == "enschede"
    assert asyncio.run(opslag(tmp_path).retrieve("b")) is None


def test_saving_goes_on_where_the_earlier_process_stopped(tmp_path: Path) -> None:
    asyncio.run(opslag(tmp_path).save(tracker("a")))
    tweede = opslag(tmp_path)
    gesprek = asyncio.run(tweede.retrieve("a"))
    gesprek.update(BotUttered("dag"))
    asyncio.run(tweede.save(gesprek))
    assert len(asyncio.run(opslag(tmp_path).retrieve("a")).events) == 3


def test_what_falls_out_of_memory_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gespreksopslag, "IN_GEHEUGEN", 1)
    winkel = opslag(tmp_path)
    for naam in ("a", "b"):
        asyncio.run(winkel.save(tracker(naam)))
    assert asyncio.run(winkel.retrieve("a")).get_slot("gemeente") == "enschede"
    assert sorted(asyncio.run(winkel.keys())) == ["a", "b"]


def test_only_conversations_silent_for_too_long_are_removed(tmp_path: Path) -> None:
    grens = time.time() - BEWAARDAGEN * 86_400
    winkel = opslag(tmp_path)
    asyncio.run(winkel.save(tracker("oud", grens - 60)))
    asyncio.run(winkel.save(tracker("nieuw", grens + 60)))
    assert list(asyncio.run(opslag(tmp_path).keys())) == ["nieuw"]
