"""Limits: who is counted, at the limit and one past it, what the headers say, and Redis for replicas."""

import asyncio
import time

import pytest
from callers import at, serving
from published import DOCUMENT, OPERATIONS
from replies import by_the_rules, problem_of
from voorbeelden import make_key, send

from api.examples import cases
from api.partners import counters
from api.partners.counters import Counters


def test_the_last_request_within_the_limit_and_one_more(tmp_path):
    with serving(tmp_path, limiet_anoniem=2) as (_, client):
        for remaining in (1, 0):
            reply = by_the_rules(client.get("/v1/checks"))
            assert reply.status_code == 200
            assert reply.headers["ratelimit-policy"] == '"anoniem";q=2;w=60'
            name, left, seconds = reply.headers["ratelimit"].split(";")
            assert (name, left) == ('"anoniem"', f"r={remaining}")
            assert 1 <= int(seconds.removeprefix("t=")) <= 60
        refused = client.get("/v1/checks")
        problem_of(refused, 429)
        assert refused.headers["ratelimit"].startswith('"anoniem";r=0;t=')
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert client.get("/chat").status_code == client.get("/health/live").status_code == 200
        assert client.options("/v1/checks").status_code == 204


def test_every_operation_is_limited(tmp_path):
    with serving(tmp_path, limiet_anoniem=1) as (_, client):
        client.get("/v1/checks")
        for name in OPERATIONS:
            case = next(case for case in cases(name) if case["status"] < 300)
            problem_of(send(client, DOCUMENT, name, {**case, "sleutel": ""}, "olk_weg"), 429)


def test_each_address_has_its_own_room_and_a_household_of_ipv6_one(tmp_path):
    with serving(tmp_path, limiet_anoniem=1) as (app, client):
        assert client.get("/v1/checks").status_code == 200
        assert client.get("/v1/checks").status_code == 429
        assert at(app, "203.0.113.8").get("/v1/checks").status_code == 200
        assert at(app, "2001:db8:1:2::3").get("/v1/checks").status_code == 200
        assert at(app, "2001:db8:1:2:ffff::4").get("/v1/checks").status_code == 429
        assert at(app, "2001:db8:1:3::3").get("/v1/checks").status_code == 200
        assert at(app, "::ffff:203.0.113.8").get("/v1/checks").status_code == 429


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_has_room_for_its_own_tests(tmp_path, address):
    with serving(tmp_path, address, limiet_anoniem=1) as (_, client):
        replies = [client.get("/v1/checks") for _ in range(3)]
    assert [reply.status_code for reply in replies] == [200, 200, 200]
    assert replies[-1].headers["ratelimit-policy"] == '"eigen-machine";q=300000;w=60'


def test_a_key_has_room_of_its_own(tmp_path):
    with serving(tmp_path, limiet_anoniem=1, limiet_sleutel=3) as (app, client):
        one, two = make_key(app), make_key(app)
        assert [client.get("/v1/checks", headers={"X-Api-Key": one}).status_code for _ in range(4)] == [200] * 3 + [429]
        assert at(app, "198.51.100.1").get("/v1/checks", headers={"X-Api-Key": one}).status_code == 429
        assert at(app, "198.51.100.1").get("/v1/checks", headers={"X-Api-Key": two}).status_code == 200


def test_who_tries_keys_uses_up_its_own_room(tmp_path):
    with serving(tmp_path, limiet_anoniem=2) as (_, client):
        statuses = [client.get("/v1/checks", headers={"X-Api-Key": f"olk_aaaaaaa{n}_" + "a" * 43}) for n in "2345"]
        again = [client.get("/v1/checks", headers={"X-Api-Key": "x"})]
    assert [reply.status_code for reply in statuses + again] == [401, 401, 429, 429, 429]


def test_a_window_ends(monkeypatch):
    clock = [1000.0]
    monkeypatch.setattr(time, "time", lambda: clock[0])
    store = Counters()

    async def count(key: str) -> int:
        return await store.incr(key, 60)

    assert [asyncio.run(count("a")), asyncio.run(count("a")), asyncio.run(count("b"))] == [1, 2, 1]
    clock[0] += 59.9
    assert asyncio.run(count("a")) == 3
    clock[0] += 0.2
    assert asyncio.run(count("a")) == 1
    assert "b" not in store.storage  # who has gone is forgotten


def test_replicas_share_their_limits_in_redis(tmp_path, redis_url):
    first = serving(tmp_path / "1", limiet_anoniem=2, redis_url=redis_url)
    second = serving(tmp_path / "2", limiet_anoniem=2, redis_url=redis_url)
    with first as (_, one), second as (_, two):
        replies = [client.get("/v1/checks") for client in (one, two, one, two)]
    assert [reply.status_code for reply in replies] == [200, 200, 429, 429]
    assert [reply.headers["ratelimit"].split(";")[1] for reply in replies] == ["r=1", "r=0", "r=0", "r=0"]


def test_without_redis_nobody_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(counters, "REDIS_TIMEOUT", 0.05)
    with serving(tmp_path, limiet_anoniem=1, redis_url="redis://127.0.0.1:1/0") as (_, client):
        replies = [client.get("/v1/checks") for _ in range(3)]
    assert [reply.status_code for reply in replies] == [200, 200, 200]
    assert "ratelimit" not in replies[0].headers
    assert replies[0].headers["ratelimit-policy"] == '"anoniem";q=1;w=60'
