"""A conversation that is kept: masked, read back, closed, removed; and a database that is away."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from callers import say
from sqlalchemy import select, update

from api.meldingen import GESLOTEN
from api.storage import gesprekken, overdrachten
from api.storage.tables import Beurt, Gesprek, RasaGebeurtenis
from api.storage.types import now


def silent_for(storage, gesprek_id: str, **time: float) -> None:
    storage.writer.flush(5)
    with storage.write() as session:
        session.execute(update(Gesprek).values(laatst_actief_op=now() - timedelta(**time)))


# ---------------------------------------------------------------- what is kept


def test_a_conversation_is_read_back_as_it_went(client, rasa):
    rasa.replies = [{"custom": {"soort": "melding", "tekst": "Een."}}, {"custom": {"soort": "vraag", "tekst": "Twee?"}}]
    gesprek_id = say(client, "eerste", gemeente="enschede")["gesprekId"]
    second = say(client, "tweede", gesprekId=gesprek_id)
    terug = client.get(f"/v1/gesprekken/{gesprek_id}").json()
    assert [beurt["bericht"] for beurt in terug["beurten"]] == ["eerste", "tweede"]
    assert terug["beurten"][1]["antwoorden"] == second["antwoorden"]
    assert (terug["gesprekId"], terug["gemeente"]) == (gesprek_id, "enschede")
    assert (terug["geslotenOp"], terug["feedback"], terug["overdrachten"]) == (None, [], [])


def test_a_conversation_is_kept_by_nobody_on_the_way(client):
    gesprek_id = say(client)["gesprekId"]
    assert "no-store" in client.get(f"/v1/gesprekken/{gesprek_id}").headers["cache-control"]


def test_it_can_be_had_as_text(client, storage, library, rasa):
    rasa.replies = [{"custom": {"soort": "antwoord", "tekst": "Om negen uur.", "bronnen": [library.bron().to_json()]}}]
    gesprek_id = say(client, "Hoe laat?")["gesprekId"]
    client.post(
        "/v1/feedback", json={"gesprekId": gesprek_id, "antwoordIndex": 0, "duim": "omhoog", "toelichting": "Fijn."}
    )
    with storage.write() as session:
        beurt = session.scalars(select(Beurt)).one()
        nummer = overdrachten.ask(session, beurt.gesprek_id, "op verzoek", "Anna", "06 12345678")
        overdrachten.say(session, nummer, "medewerker", "Dag Anna.")
    by_field = client.get(f"/v1/gesprekken/{gesprek_id}", params={"formaat": "tekst"})
    by_header = client.get(f"/v1/gesprekken/{gesprek_id}", headers={"Accept": "text/plain"})
    assert by_field.text == by_header.text
    assert by_field.headers["content-type"] == "text/plain; charset=utf-8"
    for piece in (
        *("U: Hoe laat?", "Assistent: Om negen uur.", "Bron: Voorbeeldvisie", "Terugbellen: Anna, 06 12345678"),
        *("Medewerker: Dag Anna.", "antwoord 1: duim omhoog, Fijn."),
    ):
        assert piece in by_field.text
    assert client.get(f"/v1/gesprekken/{gesprek_id}").headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["get", "delete"])
def test_an_unknown_or_malformed_conversation(client, method):
    assert getattr(client, method)(f"/v1/gesprekken/{uuid4()}").status_code == 404
    wrong = getattr(client, method)("/v1/gesprekken/onzin")
    assert (wrong.status_code, wrong.json()["fouten"][0]["veld"]) == (400, "gesprekId")


def test_what_is_removed_is_gone_everywhere(client, storage):
    gesprek_id, other = say(client)["gesprekId"], say(client)["gesprekId"]
    with storage.write() as session:
        session.add(RasaGebeurtenis(gesprek=gesprek_id, volgnummer=0, tijd=0.0, inhoud="{}"))
    assert client.delete(f"/v1/gesprekken/{gesprek_id}").status_code == 204
    assert client.get(f"/v1/gesprekken/{gesprek_id}").status_code == 404
    assert client.delete(f"/v1/gesprekken/{gesprek_id}").status_code == 404
    assert client.post("/v1/berichten", json={"bericht": "hallo", "gesprekId": gesprek_id}).status_code == 404
    assert client.get(f"/v1/gesprekken/{other}").status_code == 200
    with storage.read() as session:
        assert session.scalars(select(RasaGebeurtenis)).all() == []
        assert len(session.scalars(select(Beurt)).all()) == 1


# ---------------------------------------------------------------- personal data


def test_personal_data_reaches_neither_the_dialogue_nor_the_storage(client, rasa, storage, caplog):
    reply = say(client, "ik ben Jan en mijn bsn is 123456782")
    assert rasa.requests[0]["message"] == "ik ben [naam] en mijn bsn is [bsn]"
    melding = reply["antwoorden"][0]
    assert melding["soort"] == "melding"
    assert "een burgerservicenummer (BSN) en een naam" in melding["tekst"]
    storage.writer.flush(5)
    with storage.read() as session:
        beurt = session.scalars(select(Beurt)).one()
    assert beurt.bericht == "ik ben [naam] en mijn bsn is [bsn]"
    assert beurt.gemaskeerd == ["bsn", "naam"]
    assert "123456782" not in Path(storage.engine.url.database).read_bytes().decode(errors="replace") + caplog.text


def test_without_dialogue_it_is_masked_too(client, rasa, library, monkeypatch):
    rasa.url = None
    asked = []
    answer = library.answer
    monkeypatch.setattr(library, "answer", lambda vraag, *rest: asked.append(vraag) or answer(vraag, *rest))
    say(client, "mijn bsn is 123456782, hoe laat begint de markt?")
    assert asked == ["mijn bsn is [bsn], hoe laat begint de markt?"]


def test_the_warning_comes_once_for_each_kind(client):
    first = say(client, "mijn bsn is 123456782")
    gesprek_id = first["gesprekId"]
    assert [a["soort"] for a in first["antwoorden"]] == ["melding", "begroeting"]
    again = say(client, "dus bsn 123456782", gesprekId=gesprek_id)
    assert [a["soort"] for a in again["antwoorden"]] == ["begroeting"]
    other = say(client, "bsn 123456782 en 06 12345678", gesprekId=gesprek_id)
    assert "een telefoonnummer" in other["antwoorden"][0]["tekst"]
    assert "BSN" not in other["antwoorden"][0]["tekst"]


def test_a_nul_is_no_reason_to_fail(client):
    gesprek_id = say(client, "ha\0llo")["gesprekId"]
    assert client.get(f"/v1/gesprekken/{gesprek_id}").json()["beurten"][0]["bericht"] == "ha�llo"


# ---------------------------------------------------------------- closed for idleness


def test_a_conversation_that_was_silent_too_long_says_so_and_a_new_one_begins(client, storage, settings, rasa):
    old = say(client)["gesprekId"]
    silent_for(storage, old, minutes=settings.idle_minutes + 1)
    reply = say(client, "ben ik er nog?", gesprekId=old)
    assert reply["gesprekId"] != old
    assert [a["tekst"] for a in reply["antwoorden"]] == [GESLOTEN, "Hallo!"]
    assert rasa.requests[-1]["sender"] == reply["gesprekId"]
    after = say(client, "verder", gesprekId=reply["gesprekId"])
    assert [a["tekst"] for a in after["antwoorden"]] == ["Hallo!"]
    assert client.get(f"/v1/gesprekken/{old}").json()["geslotenOp"] is not None


def test_just_within_the_time_it_goes_on(client, storage, settings):
    old = say(client)["gesprekId"]
    silent_for(storage, old, minutes=settings.idle_minutes - 1)
    assert say(client, gesprekId=old)["gesprekId"] == old


def test_a_conversation_that_waits_for_a_person_is_not_closed(client, storage, settings):
    old = say(client)["gesprekId"]
    silent_for(storage, old, minutes=settings.idle_minutes + 1)
    with storage.write() as session:
        overdrachten.ask(session, session.scalars(select(Gesprek.id)).one(), "op verzoek")
    assert say(client, gesprekId=old)["gesprekId"] == old


# ---------------------------------------------------------------- a database that is away


def break_(storage) -> Path:
    """As a full or broken disk: what is connected later finds no database."""
    path = Path(storage.engine.url.database)
    storage.writer.flush(5)
    with storage.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    storage.engine.dispose()
    kept = path.rename(path.with_name("weg"))
    path.mkdir()
    return kept


def mend(storage, kept: Path) -> None:
    path = Path(storage.engine.url.database)
    path.rmdir()
    kept.rename(path)


def test_a_broken_database_costs_no_reply_and_shows_in_health(client, storage):
    known = say(client)["gesprekId"]
    kept = break_(storage)
    fresh = say(client)["gesprekId"]
    assert say(client, gesprekId=fresh)["antwoorden"][0]["tekst"] == "Hallo!"
    assert say(client, gesprekId=known)["antwoorden"][0]["tekst"] == "Hallo!"
    ready = client.get("/health/ready")
    assert (ready.status_code, ready.json()["onderdelen"]["storage"]) == (503, {"status": "uit"})
    for reply in (
        client.post("/v1/feedback", json={"gesprekId": known, "antwoordIndex": 0, "duim": "omhoog"}),
        client.get(f"/v1/gesprekken/{known}"),
    ):
        assert reply.status_code == 503
        assert reply.headers["content-type"] == "application/problem+json"

    mend(storage, kept)
    assert storage.writer.flush(10)
    assert storage.writer.lost == 0
    assert client.get("/health/ready").status_code == 200
    for gesprek_id, turns in ((known, 2), (fresh, 2)):
        assert len(client.get(f"/v1/gesprekken/{gesprek_id}").json()["beurten"]) == turns


def test_conversations_close_when_silent_by_a_sweep_too(client, storage, settings):
    gesprek_id = say(client)["gesprekId"]
    silent_for(storage, gesprek_id, minutes=10)
    with storage.write() as session:
        assert gesprekken.close_idle(session, now() - timedelta(minutes=11)) == 0
        assert gesprekken.close_idle(session, now() - timedelta(minutes=9)) == 1
        assert gesprekken.close_idle(session, now() - timedelta(minutes=9)) == 0
