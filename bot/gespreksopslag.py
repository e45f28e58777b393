"""Where Rasa keeps conversations: live in memory, and every event in a SQLite file, so that a restart forgets nothing.

Rasa's own SQL store reads a conversation back from the database and opens a connection at every turn: more than half of
the time of a turn. Here the file is written in one go and read only for a conversation that is not in memory.
A conversation holds what people typed: one that is silent for `BEWAARDAGEN` is removed at the next start.
"""

import json
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

BEWAARDAGEN = 7
IN_GEHEUGEN = 500  # conversations; the longest silent goes first

_TABEL = """
CREATE TABLE IF NOT EXISTS gebeurtenis (gesprek TEXT NOT NULL, tijd REAL NOT NULL, inhoud TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS gebeurtenis_gesprek ON gebeurtenis (gesprek);
"""
_OUD = (
    "DELETE FROM gebeurtenis WHERE gesprek IN (SELECT gesprek FROM gebeurtenis GROUP BY gesprek HAVING max(tijd) < ?)"
)


class Gespreksopslag(TrackerStore):
    """`db` is the path of the file; its folder is made when it is not there."""

    def __init__(
        self, domain: Domain, event_broker: EventBroker | None = None, db: str = "gesprekken.sqlite", **kwargs: Any
    ) -> None:
        super().__init__(domain, event_broker)
        Path(db).parent.mkdir(parents=True, exist_ok=True)
        self._verbinding = sqlite3.connect(db, check_same_thread=False)
        self._verbinding.execute("PRAGMA journal_mode=WAL")  # do not wait for the disk at every turn
        self._verbinding.execute("PRAGMA synchronous=NORMAL")
        self._verbinding.executescript(_TABEL)
        self._levend: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        self._geschreven: dict[str, int] = {}
        self.ruim_op(time.time() - BEWAARDAGEN * 86_400)

    def ruim_op(self, voor: float) -> None:
        """Remove every conversation whose last event is from before the moment `voor` (seconds since 1970)."""
        with self._verbinding:
            self._verbinding.execute(_OUD, (voor,))

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that are new since the last time."""
        gesprek = tracker.sender_id
        nieuw = islice(tracker.events, self._geschreven.get(gesprek, 0), None)
        rijen = [(gesprek, event.timestamp, json.dumps(event.as_dict())) for event in nieuw]
        with self._verbinding:
            self._verbinding.executemany("INSERT INTO gebeurtenis VALUES (?, ?, ?)", rijen)
        self._onthoud(tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, or None when there is none."""
        if sender_id in self._levend:
            self._levend.move_to_end(sender_id)
            return self._levend[sender_id]
        rijen = self._verbinding.execute(
            "SELECT inhoud FROM gebeurtenis WHERE gesprek = ? ORDER BY rowid", (sender_id,)
        ).fetchall()
        if not rijen:
            return None
        tracker = DialogueStateTracker.from_dict(
            sender_id, [json.loads(inhoud) for (inhoud,) in rijen], self.domain.slots
        )
        self._onthoud(tracker)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The names of all conversations."""
        return [naam for (naam,) in self._verbinding.execute("SELECT DISTINCT gesprek FROM gebeurtenis")]

    def _onthoud(self, tracker: DialogueStateTracker) -> None:
        self._geschreven[tracker.sender_id] = len(tracker.events)
        self._levend[tracker.sender_id] = tracker
        self._levend.move_to_end(tracker.sender_id)
        while len(self._levend) > IN_GEHEUGEN:
            vergeten, _ = self._levend.popitem(last=False)
            del self._geschreven[vergeten]
