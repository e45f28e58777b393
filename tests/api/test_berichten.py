"""Chat: what goes to the dialogue, what comes back, and what happens when the dialogue is away."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from front_door import FakeLibrary
from starlette.testclient import TestClient

from api.ahead import Ahead
from api.dialogue import ALLEEN_VRAGEN, Dialogue, DialogueUnavailableError, read_replies, shorten


def vraag(tekst: str = "hallo", **velden: Any) -> dict[str, Any]:
    return {"bericht": tekst, **velden}


def test_a_reply_has_exactly_the_promised_shape(client, rasa):
    reply = client.post("/v1/berichten", json=vraag())
    assert reply.status_code == 200
    body = reply.json()
    assert set(body) == {"gesprekId", "antwoorden", "verwacht", "duurMs"}
    assert UUID(body["gesprekId"]).version == 4
    assert body["antwoorden"] == [
        {"soort": "begroeting", "tekst": "Hallo!", "bronnen": [], "knoppen": [], "uitkomst": None}
    ]
    assert body["verwacht"] is None
    assert body["duurMs"] >= 0


def test_the_dialogue_gets_conversation_message_and_municipality(client, rasa):
    first = client.post("/v1/berichten", json=vraag(gemeente="hengelo")).json()["gesprekId"]
    second = client.post("/v1/berichten", json=vraag("en nu?", gesprekId=first)).json()["gesprekId"]
    assert second == first
    assert rasa.requests == [
        {"sender": first, "message": "hallo", "metadata": {"gemeente": "hengelo"}},
        {"sender": first, "message": "en nu?", "metadata": {"gemeente": None}},
    ]


def test_two_conversations_get_two_ids(client):
    ids = {client.post("/v1/berichten", json=vraag()).json()["gesprekId"] for _ in range(2)}
    assert len(ids) == 2


def test_an_unknown_conversation_is_said_and_does_not_start_one(client, rasa):
    reply = client.post("/v1/berichten", json=vraag(gesprekId=str(uuid4())))
    assert (reply.status_code, reply.headers["content-type"]) == (404, "application/problem+json")
    assert "zonder gesprekId" in reply.json()["detail"]
    assert rasa.requests == []


@pytest.mark.parametrize("malformed", ["", "1", "niet-een-uuid", 7, f"{uuid4()}x"])
def test_a_malformed_conversation_id_is_a_wrong_field(client, malformed):
    reply = client.post("/v1/berichten", json=vraag(gesprekId=malformed))
    assert reply.status_code == 400
    assert [fout["veld"] for fout in reply.json()["fouten"]] == ["gesprekId"]


def test_the_last_verwacht_counts(client, rasa):
    def ask(veld: str) -> dict[str, Any]:
        verwacht = {"veld": veld, "type": "getal"}
        return {"custom": {"soort": "vraag", "tekst": f"Hoeveel {veld}?", "verwacht": verwacht}}

    rasa.replies = [ask("woningOppervlakteM2"), ask("bedrijfOppervlakteM2")]
    body = client.post("/v1/berichten", json=vraag()).json()
    assert body["verwacht"] == {"veld": "bedrijfOppervlakteM2", "type": "getal", "keuzes": []}
    assert [antwoord["soort"] for antwoord in body["antwoorden"]] == ["vraag", "vraag"]
    assert "verwacht" not in body["antwoorden"][0]


@pytest.mark.parametrize(
    "away",
    [
        lambda rasa: setattr(rasa, "url", None),
        lambda rasa: setattr(rasa, "replies", httpx.ReadTimeout("te laat")),
        lambda rasa: setattr(rasa, "replies", httpx.ConnectError("weg")),
        lambda rasa: setattr(rasa, "status", 500),
        lambda rasa: setattr(rasa, "replies", []),
        lambda rasa: setattr(rasa, "replies", {"status": "failure"}),
        lambda rasa: setattr(rasa, "replies", [{"text": "Hi"}]),
        lambda rasa: setattr(rasa, "replies", [{"custom": {"soort": "grapje", "tekst": "Ha"}}]),
    ],
    ids=["not running", "too late", "refused", "error", "silent", "no list", "no Antwoord", "unknown soort"],
)
def test_without_a_usable_dialogue_the_policy_still_answers(client, rasa, library, away):
    away(rasa)
    melding, antwoord = client.post("/v1/berichten", json=vraag("Hoe laat begint de markt?")).json()["antwoorden"]
    assert (melding["soort"], melding["tekst"]) == ("melding", ALLEEN_VRAGEN)
    assert antwoord["soort"] == "antwoord"
    assert antwoord["bronnen"] == [library.bron().to_json()]


def test_without_dialogue_the_municipality_still_counts(client, rasa):
    rasa.url = None
    body = client.post("/v1/berichten", json=vraag("Hoe laat begint de markt?", gemeente="hengelo")).json()
    assert body["antwoorden"][1]["soort"] == "geen_antwoord"


def test_one_bad_message_does_not_hide_a_good_one():
    antwoorden, _ = read_replies([{"text": "los"}, {"custom": {"soort": "melding", "tekst": "Goed"}}])
    assert [antwoord.tekst for antwoord in antwoorden] == ["Goed"]


def test_no_message_at_all_is_never_silence():
    with pytest.raises(DialogueUnavailableError):
        read_replies([])


def test_a_text_of_700_characters_stays_and_one_more_is_cut_after_a_word():
    exact = "woord " * 116 + "eind"  # 116 * 6 + 4 = 700
    assert shorten(exact) == exact
    cut = shorten(exact + "e")
    assert cut == "woord " * 115 + "woord…"
    assert len(shorten("x" * 5000)) == 700


def test_messages_of_one_conversation_wait_for_each_other_and_others_do_not():
    """The fake notes who is inside; a second message of the same conversation must never find the first there."""
    inside: list[str] = []
    together: list[set[str]] = []

    async def handle(request: httpx.Request) -> httpx.Response:
        sender = request.content.decode().split('"')[3]
        inside.append(sender)
        assert inside.count(sender) == 1
        together.append(set(inside))
        await asyncio.sleep(0.01)
        inside.remove(sender)
        return httpx.Response(200, json=[{"custom": {"soort": "melding", "tekst": "ok"}}])

    class Process:
        url = "http://rasa"
        pid = 1

    async def talk() -> None:
        dialogue = Dialogue(Process(), Ahead(FakeLibrary()), 5.0, httpx.MockTransport(handle))
        een, twee = uuid4(), uuid4()
        async with dialogue.ahead.turn("hallo", None) as vector:
            await asyncio.gather(*(dialogue.turn(wie, "hallo", None, vector) for wie in (een, een, twee, een, twee)))
        assert len(dialogue.lock) == 0  # nothing is kept for conversations that are over
        await dialogue.close()

    asyncio.run(talk())
    assert len(together) == 5
    assert any(len(senders) == 2 for senders in together)


def test_every_soort_of_the_interface_passes(client: TestClient, rasa, library):
    soorten = ["vraag", "geen_antwoord", "doorverwijzing", "begroeting", "melding"]
    rasa.replies = [{"custom": {"soort": soort, "tekst": "x"}} for soort in soorten]
    rasa.replies.append({"custom": {"soort": "antwoord", "tekst": "x", "bronnen": [library.bron().to_json()]}})
    body = client.post("/v1/berichten", json=vraag()).json()
    # A reply that refers to a person is followed by the question whether to pass the conversation on.
    assert [antwoord["soort"] for antwoord in body["antwoorden"]] == [*soorten, "antwoord", "vraag"]
