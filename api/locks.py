"""One message of a conversation at a time, in the order in which they came: within this process, or across replicas."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol, cast
from uuid import UUID, uuid4
from weakref import WeakValueDictionary

from redis.asyncio import Redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

LEASE = 30.0  # seconds; longer than a turn can take: who holds a lock for longer has died
POLL = 0.01  # seconds
PAUSE = 5.0  # seconds without asking a Redis that did not answer


class Locks(Protocol):
    """Gives the lock of a conversation: to be held during a turn of it."""

    def __call__(self, gesprek_id: UUID) -> AbstractAsyncContextManager[Any]: ...

    async def close(self) -> None: ...


class LocalLocks:
    """For one process. A lock lives for as long as somebody holds it or waits for it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()

    def __call__(self, gesprek_id: UUID) -> asyncio.Lock:
        return self._locks.setdefault(gesprek_id, asyncio.Lock())

    def __len__(self) -> int:
        return len(self._locks)

    async def close(self) -> None:
        pass


# KEYS: the queue of a conversation. ARGV: our ticket, the lease in ms, the prefix of leases.
# 1: it is our turn; 0: wait; -1: our ticket is gone (Redis was emptied). Tickets of the dead are passed over.
_OUR_TURN = """
redis.call('SET', ARGV[3] .. ARGV[1], 1, 'PX', ARGV[2])
redis.call('PEXPIRE', KEYS[1], 2 * ARGV[2])
while true do
  local first = redis.call('LINDEX', KEYS[1], 0)
  if not first then return -1 end
  if first == ARGV[1] then return 1 end
  if redis.call('EXISTS', ARGV[3] .. first) == 1 then
    return redis.call('LPOS', KEYS[1], ARGV[1]) and 0 or -1
  end
  redis.call('LPOP', KEYS[1])
end
"""


class RedisLocks:
    """For several replicas: who comes takes a ticket, and the first ticket has the lock.

    Redis' own lock (redis-py) does not keep the order of those who wait. When Redis is away, messages are kept in order
    within this process only; the storage of the dialogue then refuses what two replicas write at once.
    """

    def __init__(self, url: str) -> None:
        self._local = LocalLocks()
        self._redis = Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1, decode_responses=True)
        self._our_turn = self._redis.register_script(_OUR_TURN)
        self._away_until = 0.0

    @asynccontextmanager
    async def __call__(self, gesprek_id: UUID) -> AsyncIterator[None]:
        async with self._local(gesprek_id):  # one ticket a process: less to ask
            queue, ticket = f"olk:slot:{{{gesprek_id}}}", str(uuid4())
            try:
                await self._wait(queue, ticket)
                yield
            finally:
                await self._try_leave(queue, ticket)

    async def close(self) -> None:
        await self._redis.aclose()

    async def _wait(self, queue: str, ticket: str) -> None:
        if time.monotonic() < self._away_until:
            return
        try:
            state = -1
            while state != 1:
                if state == -1:
                    await cast(Any, self._redis.rpush(queue, ticket))
                state = await self._our_turn(keys=[queue], args=[ticket, int(LEASE * 1000), f"{queue}:"])
                if state == 0:
                    await asyncio.sleep(POLL)
        except (RedisError, OSError) as error:
            self._away_until = time.monotonic() + PAUSE
            log.error("Redis antwoordt niet; berichten blijven alleen binnen deze server op volgorde: %s", error)

    async def _try_leave(self, queue: str, ticket: str) -> None:
        if time.monotonic() < self._away_until:
            return
        try:
            async with self._redis.pipeline(transaction=True) as pipeline:
                pipeline.delete(f"{queue}:{ticket}")
                cast(Any, pipeline).lrem(queue, 1, ticket)
                await pipeline.execute()
        except (RedisError, OSError) as error:
            log.error("Redis antwoordt niet: %s", error)


def make_locks(redis_url: str) -> Locks:
    """Across replicas when Redis is set, within this process otherwise."""
    return RedisLocks(redis_url) if redis_url else LocalLocks()
