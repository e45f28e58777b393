"""Looks keys up for the front door, and trusts what it found for some seconds: no request waits for the database."""

import hmac
import time
from collections import OrderedDict
from dataclasses import dataclass
from uuid import UUID

from fastapi.concurrency import run_in_threadpool

from api.partners.keys import hash_of, prefix_of
from api.storage import Storage, sleutels
from api.storage.types import now

TRUSTED_FOR = 10.0  # seconds; so long a revoked key may still work
MAX_KEPT = 1000  # answers, those for made-up keys included


@dataclass(frozen=True)
class Partner:
    """Who holds a valid key."""

    sleutel_id: UUID
    prefix: str
    scopes: frozenset[str]
    limiet_per_minuut: int | None


class Keyring:
    """One for the process; used from its event loop only."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        # By the hash of the whole key: a key that differs in its secret is another question.
        self._kept: OrderedDict[str, tuple[float, Partner | None]] = OrderedDict()

    def known(self, key: str) -> bool:
        """Whether `find` would answer without the database."""
        return prefix_of(key) is None or time.monotonic() < self._kept.get(hash_of(key), (0.0, None))[0]

    async def find(self, key: str) -> Partner | None:
        """The partner of a valid key; None for a key that is unknown, revoked or has expired."""
        prefix = prefix_of(key)
        if prefix is None:
            return None
        hash_ = hash_of(key)
        if not self.known(key):
            self._kept[hash_] = (time.monotonic() + TRUSTED_FOR, await run_in_threadpool(self._look_up, prefix, hash_))
            self._kept.move_to_end(hash_)
            if len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)
        return self._kept[hash_][1]

    def _look_up(self, prefix: str, hash_: str) -> Partner | None:
        with self._storage.read() as session:
            record = sleutels.by_prefix(session, prefix)
        if record is None or not hmac.compare_digest(record.hash, hash_) or not sleutels.is_valid(record):
            return None
        id_, moment = record.id, now()
        self._storage.writer.put(lambda session: sleutels.used(session, id_, moment))
        return Partner(id_, prefix, frozenset(record.scopes), record.limiet_per_minuut)
