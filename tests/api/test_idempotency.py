"""A message sent twice with one `Idempotency-Key` is said once."""

import asyncio

import pytest
from callers import at, serving
from fastapi import HTTPException
from replies import problem_of

from api import idempotency
from api.idempotency import Idempotency

BERICHT = {"bericht": "hallo"}
ONCE = {"Idempotency-Key": "0d8f4f0e-6f1b-4a55-b0a5-6c1d2e3f4a5b"}


def test_the_second_request_gets_the_first_reply(client, rasa):
    first = client.post("/v1/berichten", json=BERICHT, headers=ONCE)
    second = client.post("/v1/berichten", json=BERICHT, headers=ONCE)
    assert first.status_code == second.status_code == 200
    assert first.content == second.content
    assert set(first.json()) == {"gesprekId", "antwoorden", "verwacht", "duurMs"}
    assert len(rasa.requests) == 1
    client.post("/v1/berichten", json=BERICHT, headers={"Idempotency-Key": "ander"})
    client.post("/v1/berichten", json=BERICHT)
    assert len(rasa.requests) == 3


def test_another_request_with_the_same_key_is_refused(client):
    client.post("/v1/berichten", json=BERICHT, headers=ONCE)
    problem_of(client.post("/v1/berichten", json={"bericht": "iets anders"}, headers=ONCE), 409)


def test_one_caller_never_gets_the_reply_of_another(tmp_path):
    with serving(tmp_path) as (app, client):
        mine = client.post("/v1/berichten", json=BERICHT, headers=ONCE).json()
        other = at(app, "198.51.100.1").post("/v1/berichten", json=BERICHT, headers=ONCE).json()
    assert mine["gesprekId"] != other["gesprekId"]


@pytest.mark.parametrize("key", ["", "x" * 201, "met spatie"])
def test_a_key_that_is_none(client, key):
    reply = client.post("/v1/berichten", json=BERICHT, headers={"Idempotency-Key": key})
    assert [fout["veld"] for fout in problem_of(reply, 400)["fouten"]] == ["Idempotency-Key"]
    assert client.post("/v1/berichten", json=BERICHT, headers={"Idempotency-Key": "x" * 200}).status_code == 200


def test_what_failed_may_be_tried_again(client, rasa, library):
    rasa.url = None
    answer, library.answer = library.answer, lambda *_: 1 / 0
    problem_of(client.post("/v1/berichten", json=BERICHT, headers=ONCE), 500)
    library.answer = answer
    assert client.post("/v1/berichten", json=BERICHT, headers=ONCE).status_code == 200


@pytest.fixture(params=["memory", "redis"])
def two(request):
    """What two replicas have: one memory, or two connections to one Redis."""
    if request.param == "memory":
        one = Idempotency("")
        return lambda: (one, one)
    url = request.getfixturevalue("redis_url")
    return lambda: (Idempotency(url), Idempotency(url))


def test_replicas_carry_it_out_once_and_refuse_it_meanwhile(two):
    async def scene() -> None:
        one, other = two()
        done: list[str] = []

        async def work() -> str:
            with pytest.raises(HTTPException) as busy:
                await other.once("wie", "k", "verzoek", work)
            assert busy.value.status_code == 409
            done.append("ja")
            return '{"antwoord": "één: twee"}'

        assert await one.once("wie", "k", "verzoek", work) == '{"antwoord": "één: twee"}'
        assert await other.once("wie", "k", "verzoek", work) == '{"antwoord": "één: twee"}'
        assert done == ["ja"]
        with pytest.raises(HTTPException) as different:
            await other.once("wie", "k", "ander verzoek", work)
        assert different.value.status_code == 409

    asyncio.run(scene())


def test_a_reply_is_forgotten_after_an_hour_and_when_there_are_too_many(monkeypatch):
    class Clock:
        now = 0.0

        def monotonic(self) -> float:
            return self.now

    clock = Clock()
    monkeypatch.setattr(idempotency, "time", clock)
    monkeypatch.setattr(idempotency, "MAX_KEPT", 2)

    async def times(*keys: str) -> list[str]:
        async def work() -> str:
            done.append("x")
            return str(len(done))

        return [await kept.once("wie", key, "", work) for key in keys]

    done: list[str] = []
    kept = Idempotency("")
    assert asyncio.run(times("a", "a")) == ["1", "1"]
    clock.now = 3599.0
    assert asyncio.run(times("a")) == ["1"]
    clock.now = 3600.0
    assert asyncio.run(times("a")) == ["2"]
    assert asyncio.run(times("b", "c", "a")) == ["3", "4", "5"]


def test_without_redis_every_request_is_carried_out(tmp_path):
    with serving(tmp_path, redis_url="redis://127.0.0.1:1/0") as (_, client):
        replies = [client.post("/v1/berichten", json=BERICHT, headers=ONCE) for _ in range(2)]
    assert [reply.status_code for reply in replies] == [200, 200]
