"""Which conversation a message belongs to, and what is kept of it. A database that is away never costs a reply."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar
from uuid import UUID, uuid4

from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from api.problems import NotFoundError
from api.storage import Storage, gesprekken, situatie
from api.storage.gesprekken import NieuweBeurt
from api.storage.overdrachten import LEVEND
from api.storage.situatie import Situatie
from api.storage.types import now

log = logging.getLogger(__name__)

T = TypeVar("T")

ONBEKEND = "Dit gesprek kennen wij niet, of niet meer. Begin een nieuw gesprek: stuur uw bericht zonder gesprekId."
PATIENCE = 1.0  # seconds that a turn waits for the database
MAX_UNSTORED = 10_000  # conversations


@dataclass(frozen=True)
class Opened:
    """`known`: an earlier conversation goes on; `closed`: the one asked for had been closed, so this is new.

    `situatie`: None when the database does not tell.
    """

    gesprek_id: UUID
    known: bool
    situatie: Situatie | None
    closed: bool = False


class Conversations:
    """The conversations of this process, on the storage that all replicas share."""

    def __init__(self, storage: Storage, idle: timedelta) -> None:
        self._storage = storage
        self._idle = idle
        # Given out while the database was away: nobody else can know that they exist.
        self._unstored: OrderedDict[UUID, None] = OrderedDict()

    async def open(self, gesprek_id: UUID | None) -> Opened:
        """Raises NotFoundError for an id that we never gave out, or whose conversation was removed."""
        found = await self._try(lambda: self._read(gesprek_id))
        if gesprek_id is None:
            return Opened(uuid4(), False, found)
        if found is not None and found.gesprek is None and gesprek_id not in self._unstored:
            raise NotFoundError(ONBEKEND)
        if found is not None and self._is_closed(found):
            self._storage.writer.put(lambda session: gesprekken.close(session, gesprek_id))
            return Opened(uuid4(), False, Situatie(found.schakelaars), closed=True)
        return Opened(gesprek_id, True, found)

    async def begin(self, gesprek_id: UUID, gemeente: str | None) -> None:
        """Makes a new conversation known to every replica, while its first turn is under way."""

        def write() -> bool:
            with self._storage.write() as session:
                gesprekken.start(session, gesprek_id, gemeente)
            return True

        if not await self._try(write):
            self._unstored[gesprek_id] = None
            while len(self._unstored) > MAX_UNSTORED:
                self._unstored.popitem(last=False)

    def keep(self, gesprek_id: UUID, gemeente: str | None, beurt: NieuweBeurt) -> None:
        """Queues a turn to be written."""
        unstored = gesprek_id in self._unstored

        def job(session: Session) -> None:
            if unstored:
                gesprekken.start(session, gesprek_id, gemeente, beurt.begonnen_op)
            gesprekken.record_turn(session, gesprek_id, gemeente, beurt)

        self._storage.writer.put(job)

    async def masked_before(self, gesprek_id: UUID) -> frozenset[str]:
        """The kinds of personal data that were taken out of earlier messages; none when the database is away."""

        def kinds() -> frozenset[str]:
            self._storage.writer.flush(PATIENCE)
            with self._storage.read() as session:
                return frozenset(soort for b in gesprekken.turns(session, gesprek_id) for soort in b.gemaskeerd)

        return await self._try(kinds) or frozenset()

    def _read(self, gesprek_id: UUID | None) -> Situatie:
        with self._storage.read() as session:
            return situatie.read(session, gesprek_id)

    def _is_closed(self, found: Situatie) -> bool:
        if found.gesprek is None:
            return False
        if found.gesprek.gesloten_op is not None:
            return True
        with_person = found.overdracht is not None and found.overdracht.status in LEVEND
        return now() - found.gesprek.laatst_actief_op > self._idle and not with_person

    async def _try(self, function: Callable[[], T]) -> T | None:
        """What the function gives, or None when the database does not answer in time."""
        if self._storage.writer.broken:  # known to be away: do not wait for it at every turn
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                return await to_thread.run_sync(function, abandon_on_cancel=True)
        except (SQLAlchemyError, TimeoutError) as error:
            log.error("De opslag antwoordt niet; het gesprek gaat door: %s", type(error).__name__)
            return None
