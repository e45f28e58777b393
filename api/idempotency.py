"""A request sent twice with one `Idempotency-Key` is carried out once; the second gets the reply of the first.

As draft-ietf-httpapi-idempotency-key-header says: 409 while the first is under way. Where it has 422, for another
request with the same key, it is 409 too: a 422 reads as "your fields are wrong", which they are not. Replies are kept
for an hour, in memory or in Redis, under a hash of the caller and the key.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from fastapi import HTTPException
from redis.asyncio import Redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

KEPT_FOR = 3600  # seconds; a program that tries again does so within minutes
BUSY_FOR = 60  # seconds; a process that stopped halfway must not keep a request from being tried again
MAX_KEPT = 5000  # replies in memory, of some 3 kB
UNDER_WAY = ""  # stands where the reply will be


class Store(Protocol):
    """Keeps `fingerprint:reply` under a name for a while."""

    async def begin(self, name: str, value: str) -> str | None:
        """Puts the value where there is none; else what is there."""
        ...

    async def finish(self, name: str, value: str) -> None: ...

    async def forget(self, name: str) -> None: ...


class Idempotency:
    """One for the process."""

    def __init__(self, redis_url: str) -> None:
        self._store: Store = RedisStore(redis_url) if redis_url else MemoryStore()

    async def once(self, caller: str, key: str, request: str, work: Callable[[], Awaitable[str]]) -> str:
        """What `work` returns, now or the first time. Raises HTTPException 409, and what `work` raises."""
        name = hashlib.sha256(f"{caller}\n{key}".encode()).hexdigest()
        fingerprint = hashlib.sha256(request.encode()).hexdigest()
        found = await self._store.begin(name, f"{fingerprint}:{UNDER_WAY}")
        if found is not None:
            before, _, reply = found.partition(":")
            if before != fingerprint or reply == UNDER_WAY:
                raise HTTPException(409)
            return reply
        try:
            reply = await work()
        except BaseException:
            await asyncio.shield(self._store.forget(name))
            raise
        await self._store.finish(name, f"{fingerprint}:{reply}")
        return reply


class MemoryStore:
    """For one process. The oldest reply goes first when there are too many."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, str]] = {}

    async def begin(self, name: str, value: str) -> str | None:
        moment = time.monotonic()
        while self._kept and (len(self._kept) >= MAX_KEPT or next(iter(self._kept.values()))[0] <= moment):
            del self._kept[next(iter(self._kept))]
        if name in self._kept:
            return self._kept[name][1]
        self._kept[name] = (moment + KEPT_FOR, value)
        return None

    async def finish(self, name: str, value: str) -> None:
        if name in self._kept:
            self._kept[name] = (self._kept[name][0], value)

    async def forget(self, name: str) -> None:
        self._kept.pop(name, None)


class RedisStore:
    """For replicas together; Redis 7 or later. While it is away every request is carried out: twice beats never."""

    def __init__(self, url: str) -> None:
        self._redis = Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1, decode_responses=True)

    async def begin(self, name: str, value: str) -> str | None:
        try:
            found = await self._redis.set(f"olk:once:{name}", value, nx=True, get=True, ex=BUSY_FOR)
        except RedisError as error:
            log.warning("Herhaalde verzoeken worden niet herkend: %s", error)
            return None
        return None if found is None else str(found)

    async def finish(self, name: str, value: str) -> None:
        try:
            await self._redis.set(f"olk:once:{name}", value, ex=KEPT_FOR)
        except RedisError as error:
            log.warning("Een antwoord kan niet worden bewaard voor herhaling: %s", error)

    async def forget(self, name: str) -> None:
        try:
            await self._redis.delete(f"olk:once:{name}")
        except RedisError as error:
            log.warning("Een afgebroken verzoek blijft staan: %s", error)
