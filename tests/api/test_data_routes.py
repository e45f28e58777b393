"""Passages, checks, documents and health, as data."""

from pathlib import Path

import pytest

from knowledge.register import load_register


def test_passages_come_with_the_answer_of_the_chat(client, library):
    body = client.get("/v1/passages", params={"vraag": "Hoe laat is de markt?", "aantal": 2}).json()
    assert [passage["id"] for passage in body["resultaten"]] == [chunk.id for chunk in library.corpus.chunks[:2]]
    assert set(body["resultaten"][0]) == {"id", "tekst", "score", "bron"}
    assert body["antwoord"]["soort"] == "antwoord"
    assert body["antwoord"]["bronnen"] == [body["resultaten"][0]["bron"]]


def test_passages_of_one_municipality(client):
    body = client.get("/v1/passages", params={"vraag": "Hoe laat is de markt?", "gemeente": "hengelo"}).json()
    assert body["resultaten"] == []
    assert body["antwoord"]["soort"] == "geen_antwoord"


def test_the_checks_and_one_explained(client):
    (kort,) = client.get("/v1/checks").json()["checks"]
    assert kort["check"] == "kraam"
    uitleg = client.get(kort["url"]).json()
    assert uitleg == {**kort, "schema": uitleg["schema"]}
    assert uitleg["schema"]["required"] == ["breedteM"]


@pytest.mark.parametrize(("breedte", "oordeel"), [(4, "toegestaan"), (4.01, "niet_toegestaan")])
def test_a_verdict(client, library, breedte, oordeel):
    body = client.post("/v1/checks/kraam", json={"breedteM": breedte}).json()
    assert body["oordeel"] == oordeel
    assert body["regels"][0]["bron"] == library.bron().to_json()
    assert set(body) == {
        *("check", "oordeel", "samenvatting", "regels", "ontbreekt"),
        *("aannames", "gegevens", "disclaimer", "regelset"),
    }


def test_missing_input_is_a_verdict_and_impossible_input_an_error(client):
    assert client.post("/v1/checks/kraam", json={}).json()["ontbreekt"] == ["breedteM"]
    reply = client.post("/v1/checks/kraam", json={"breedteM": -1})
    assert reply.status_code == 400
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.json()["fouten"] == [{"veld": "breedteM", "melding": "Vul een getal boven 0 in."}]


def test_the_documents_and_their_sections(client):
    (kort,) = client.get("/v1/bronnen").json()["bronnen"]
    assert kort["document"] == "voorbeeld"
    assert kort["vastgesteld"] == "2020-03-01"
    assert kort["geldigTot"] is None
    document = client.get("/v1/bronnen/voorbeeld").json()
    assert document == {**kort, "secties": document["secties"]}
    assert document["secties"][-1] == {
        "anker": "1-1-kramen",
        "kop": "1.1 Kramen",
        "niveau": 3,
        "pad": ["1 Markten", "1.1 Kramen"],
        "url": "/bronnen/voorbeeld#1-1-kramen",
    }


def test_health_shows_each_part(client, rasa):
    assert client.get("/health/live").json() == {"status": "ok"}
    ready = client.get("/health/ready")
    assert ready.status_code == 200
    onderdelen = {naam: {"status": "ok"} for naam in ("index", "dialogue", "storage")}
    assert ready.json() == {"status": "ok", "onderdelen": onderdelen}
    rasa.url = None
    starting = client.get("/health/ready")
    assert starting.status_code == 503
    assert starting.json()["status"] == "beperkt"
    assert starting.json()["onderdelen"]["dialogue"] == {"status": "start"}
    rasa.pid = None
    assert client.get("/health/ready").json()["onderdelen"]["dialogue"] == {"status": "uit"}


def test_health_shows_that_nothing_can_be_kept(client, storage):
    storage.engine.dispose()
    Path(storage.engine.url.database).write_bytes(b"geen database")
    ready = client.get("/health/ready")
    assert ready.status_code == 503
    assert ready.json()["onderdelen"]["storage"] == {"status": "uit"}


def test_every_municipality_of_the_register_can_be_asked_about(client):
    """One that adds a document of its own included; the published schema says which there are."""
    schema = client.get("/v1/openapi.json").json()["components"]["schemas"]["Bericht"]["properties"]["gemeente"]
    published = next(option["enum"] for option in schema["anyOf"] if "enum" in option)
    assert published == sorted({entry.gemeente for entry in load_register().values()})
    for gemeente in published:
        assert client.get("/v1/passages", params={"vraag": "mag dat?", "gemeente": gemeente}).status_code == 200
    assert client.get("/v1/passages", params={"vraag": "mag dat?", "gemeente": "elders"}).status_code == 400
