"""Where Rasa keeps conversations: a SQLite file, so that a restart of Rasa forgets nothing.

Rasa's own SQL store, with two changes: SQLite writes ahead without waiting for the disk at every turn, and what is
older than `BEWAARDAGEN` is removed at start. A conversation holds what people typed: keep no more of it than is of use.
"""

import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain

BEWAARDAGEN = 7


class Gespreksopslag(SQLTrackerStore):
    """`db` is the path of the file; its folder is made when it is not there."""

    def __init__(
        self,
        domain: Domain,
        event_broker: EventBroker | None = None,
        db: str = "gesprekken.sqlite",
        **kwargs: Any,
    ) -> None:
        pad = Path(db)
        pad.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(domain, dialect="sqlite", db=str(pad), event_broker=event_broker)
        sa.event.listen(self.engine, "connect", _schrijf_vooruit)
        self.engine.dispose()  # the connection that made the tables was opened without the listener
        self.ruim_op(time.time() - BEWAARDAGEN * 86_400)

    def ruim_op(self, voor: float) -> None:
        """Remove every event from before the moment `voor` (seconds since 1970)."""
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter(self.SQLEvent.timestamp < voor).delete()
            session.commit()


def _schrijf_vooruit(verbinding: Any, _: Any) -> None:
    cursor = verbinding.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
