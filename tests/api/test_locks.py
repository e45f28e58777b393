"""Messages of one conversation are handled one at a time and in order, also across replicas; on a real Redis."""

import asyncio
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from api import locks
from api.locks import LocalLocks, RedisLocks, make_locks

ROOT = Path(__file__).parents[2]


async def crowd(replicas: list) -> list[int]:
    """Twelve messages of one conversation, by turns at the replicas; the order in which they were handled."""
    gesprek_id, handled, inside = uuid4(), [], []

    async def message(number: int) -> None:
        async with replicas[number % len(replicas)](gesprek_id):
            assert inside == []
            inside.append(number)
            await asyncio.sleep(0.005)
            inside.remove(number)
            handled.append(number)

    tasks = []
    for number in range(12):
        tasks.append(asyncio.create_task(message(number)))
        await asyncio.sleep(0.002)  # they come one after the other, faster than they are handled
    await asyncio.gather(*tasks)
    for replica in replicas:
        await replica.close()
    return handled


def test_in_one_process():
    assert asyncio.run(crowd([LocalLocks()])) == list(range(12))


def test_one_replica_with_redis_keeps_the_order(redis_url):
    assert asyncio.run(crowd([RedisLocks(redis_url)])) == list(range(12))


def test_three_replicas_never_handle_two_at_once(redis_url):
    """In order for each replica; between them in the order in which tickets were taken."""
    handled = asyncio.run(crowd([RedisLocks(redis_url) for _ in range(3)]))
    assert sorted(handled) == list(range(12))
    for replica in range(3):
        own = [number for number in handled if number % 3 == replica]
        assert own == sorted(own)


def test_who_waits_at_another_replica_goes_in_order_of_arrival(redis_url):
    async def play() -> list[int]:
        gesprek_id, handled = uuid4(), []
        replicas = [RedisLocks(redis_url) for _ in range(4)]  # one message each: no order but that of the tickets
        first = replicas[0](gesprek_id)
        await first.__aenter__()

        async def message(number: int) -> None:
            async with replicas[number](gesprek_id):
                handled.append(number)

        watching = Redis.from_url(redis_url)
        tasks = []
        for number in (1, 2, 3):
            tasks.append(asyncio.create_task(message(number)))
            while await watching.llen(f"olk:slot:{{{gesprek_id}}}") <= number:
                await asyncio.sleep(0.001)
        await first.__aexit__(None, None, None)
        await asyncio.gather(*tasks)
        assert await watching.dbsize() == 0  # nothing stays behind
        for each in (*replicas, watching):
            await (each.close() if isinstance(each, RedisLocks) else each.aclose())
        return handled

    assert asyncio.run(play()) == [1, 2, 3]


def test_conversations_do_not_wait_for_each_other(redis_url):
    async def play() -> None:
        replica = RedisLocks(redis_url)
        async with replica(uuid4()), replica(uuid4()):
            pass
        await replica.close()

    asyncio.run(asyncio.wait_for(play(), 20))


def test_the_ticket_of_a_replica_that_died_is_passed_over(redis_url, monkeypatch):
    monkeypatch.setattr(locks, "LEASE", 0.3)
    gesprek_id = uuid4()
    dies = (
        "import asyncio, os\nfrom uuid import UUID\nfrom api import locks\nlocks.LEASE = 0.3\n"
        f"async def main():\n    async with locks.RedisLocks({redis_url!r})(UUID({str(gesprek_id)!r})):\n"
        "        os._exit(0)\nasyncio.run(main())"
    )
    subprocess.run([sys.executable, "-c", dies], cwd=ROOT, check=True)

    async def play() -> None:
        replica = RedisLocks(redis_url)
        async with replica(gesprek_id):
            pass
        await replica.close()

    asyncio.run(asyncio.wait_for(play(), 20))


def test_a_redis_that_was_emptied_keeps_nobody_waiting(redis_url):
    async def play() -> None:
        gesprek_id, redis = uuid4(), Redis.from_url(redis_url)
        holder, waiter = RedisLocks(redis_url), RedisLocks(redis_url)
        async with holder(gesprek_id):
            waiting = asyncio.create_task(waiter(gesprek_id).__aenter__())
            while await redis.llen(f"olk:slot:{{{gesprek_id}}}") < 2:
                await asyncio.sleep(0.001)
            await redis.flushall()
            await waiting
        for each in (holder, waiter):
            await each.close()
        await redis.aclose()

    asyncio.run(asyncio.wait_for(play(), 20))


def test_without_redis_messages_are_handled_all_the_same(caplog):
    assert asyncio.run(crowd([RedisLocks("redis://127.0.0.1:1/0")])) == list(range(12))
    assert caplog.text.count("Redis antwoordt niet") == 1


@pytest.mark.parametrize("url", ["", "redis://127.0.0.1:1/0"])
def test_the_setting_chooses(url):
    assert type(make_locks(url)) is (RedisLocks if url else LocalLocks)
