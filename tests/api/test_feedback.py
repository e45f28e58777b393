"""Thumbs under answers."""

from uuid import uuid4

import pytest
from callers import say


def feedback(client, **velden):
    return client.post("/v1/feedback", json={"antwoordIndex": 0, "duim": "omhoog", **velden})


def test_feedback_is_kept_masked_and_may_be_changed(client):
    gesprek_id = say(client)["gesprekId"]
    first = feedback(client, gesprekId=gesprek_id, duim="omlaag", toelichting="bel mij op 06 12345678")
    assert first.status_code == 201
    assert first.json() == {
        "gesprekId": gesprek_id,
        "antwoordIndex": 0,
        "duim": "omlaag",
        "toelichting": "bel mij op [telefoonnummer]",
    }
    assert feedback(client, gesprekId=gesprek_id).status_code == 200
    (kept,) = client.get(f"/v1/gesprekken/{gesprek_id}").json()["feedback"]
    assert (kept["duim"], kept["toelichting"]) == ("omhoog", None)


def test_feedback_counts_the_answers_of_the_whole_conversation(client, rasa):
    rasa.replies = [{"custom": {"soort": "melding", "tekst": str(n)}} for n in range(2)]
    gesprek_id = say(client)["gesprekId"]
    say(client, gesprekId=gesprek_id)
    assert feedback(client, gesprekId=gesprek_id, antwoordIndex=3).status_code == 201
    beyond = feedback(client, gesprekId=gesprek_id, antwoordIndex=4)
    assert beyond.status_code == 400
    assert beyond.json()["fouten"] == [
        {"veld": "antwoordIndex", "melding": "Dit gesprek heeft 4 antwoorden; het eerste heeft nummer 0."}
    ]


def test_feedback_on_an_unknown_conversation(client):
    assert feedback(client, gesprekId=str(uuid4())).status_code == 404


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"duim": "opzij"}, "duim"),
        ({"antwoordIndex": -1}, "antwoordIndex"),
        ({"antwoordIndex": "een"}, "antwoordIndex"),
        ({"gesprekId": "x"}, "gesprekId"),
        ({"toelichting": "x" * 1001}, "toelichting"),
        ({"anders": 1}, "anders"),
    ],
)
def test_wrong_feedback_names_the_field(client, velden, veld):
    reply = feedback(client, **{"gesprekId": str(uuid4()), **velden})
    assert reply.status_code == 400
    assert [fout["veld"] for fout in reply.json()["fouten"]] == [veld]
