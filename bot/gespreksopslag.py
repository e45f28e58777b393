"""Where Rasa keeps conversations: live in memory, and every event in the database that the API has too.

Rasa's own SQL store reads a conversation back and opens a connection at every turn: more than half the time of a turn.
Here a turn costs one question ("how many events are there?") and one write; a conversation is read only when it is not
in memory, or when another replica wrote in it since. When two replicas write the same event at once, the second fails.

The table is made by the API (api/storage/migrations), and its policy on how long things are kept holds here too: it
removes rows, and what is no longer in the table is forgotten here.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable
from itertools import islice
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.pool import QueuePool

from bot.verkorten import verkort

IN_GEHEUGEN = 500  # conversations; the longest silent goes first

_AANTAL = text("SELECT max(volgnummer) + 1 FROM rasa_gebeurtenis WHERE gesprek = :gesprek")
_LEES = text("SELECT inhoud FROM rasa_gebeurtenis WHERE gesprek = :gesprek ORDER BY volgnummer")
_SCHRIJF = text(
    "INSERT INTO rasa_gebeurtenis (gesprek, volgnummer, tijd, inhoud) VALUES (:gesprek, :volgnummer, :tijd, :inhoud)"
)
_NAMEN = text("SELECT DISTINCT gesprek FROM rasa_gebeurtenis")


class Gespreksopslag(TrackerStore):
    """`db` is the address of the database: `sqlite:////path/to/file` or `postgresql://…`."""

    def __init__(self, domain: Domain, event_broker: EventBroker | None = None, db: str = "", **kwargs: Any) -> None:
        super().__init__(domain, event_broker)
        self._engine = _engine(db)
        self._levend: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        self._geschreven: dict[str, int] = {}  # events in the table, as far as we know
        self._weggelaten: dict[str, int] = {}  # of these, how many are not in memory (bot/verkorten.py)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that are new since the last time. Raises IntegrityError when another replica wrote them."""
        gesprek = tracker.sender_id
        begin = self._geschreven.get(gesprek, 0)
        rijen = [
            {"gesprek": gesprek, "volgnummer": nummer, "tijd": event.timestamp, "inhoud": json.dumps(event.as_dict())}
            for nummer, event in enumerate(islice(tracker.events, begin - self._weg(gesprek), None), begin)
        ]
        if rijen:
            try:
                with self._engine.begin() as verbinding:
                    verbinding.execute(_SCHRIJF, rijen)
            except Exception:
                self._vergeet(gesprek)  # what we have in memory is not what is kept
                raise
        self._onthoud(tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, or None when there is none."""
        with self._engine.connect() as verbinding:
            aantal = verbinding.execute(_AANTAL, {"gesprek": sender_id}).scalar()
            if aantal is not None and aantal == self._geschreven.get(sender_id):
                self._levend.move_to_end(sender_id)
                return self._levend[sender_id]
            self._vergeet(sender_id)
            if aantal is None:
                return None
            rijen = verbinding.execute(_LEES, {"gesprek": sender_id}).fetchall()
        events = [json.loads(inhoud) for (inhoud,) in rijen]
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        self._onthoud(tracker)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The names of all conversations."""
        with self._engine.connect() as verbinding:
            return [naam for (naam,) in verbinding.execute(_NAMEN)]

    def _onthoud(self, tracker: DialogueStateTracker) -> None:
        aantal = len(tracker.events) + self._weg(tracker.sender_id)
        verkort(tracker)
        self._geschreven[tracker.sender_id] = aantal
        self._weggelaten[tracker.sender_id] = aantal - len(tracker.events)
        self._levend[tracker.sender_id] = tracker
        self._levend.move_to_end(tracker.sender_id)
        while len(self._levend) > IN_GEHEUGEN:
            self._vergeet(next(iter(self._levend)))

    def _weg(self, gesprek: str) -> int:
        return self._weggelaten.get(gesprek, 0)

    def _vergeet(self, gesprek: str) -> None:
        self._weggelaten.pop(gesprek, None)
        self._levend.pop(gesprek, None)
        self._geschreven.pop(gesprek, None)


def _engine(db: str) -> Engine:
    """Connects to nothing yet: the API makes the tables while Rasa loads its model."""
    if make_url(db).get_backend_name() == "sqlite":
        wait = {"check_same_thread": False, "timeout": 5}
        # One connection that stays open: by default SQLAlchemy 1.4 opens a file anew for every question.
        engine = create_engine(db, hide_parameters=True, connect_args=wait, poolclass=QueuePool, pool_size=1)
        event.listen(engine, "connect", _niet_op_de_schijf_wachten)
        return engine
    return create_engine(db, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": 3})


def _niet_op_de_schijf_wachten(verbinding: Any, _: Any) -> None:
    """In WAL mode a power cut then costs the last turns, never the file."""
    verbinding.execute("PRAGMA synchronous=NORMAL")
