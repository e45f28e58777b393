"""A conversation that is handed over to a person: asking, talking both ways, and giving it back."""

import json
from uuid import UUID, uuid4

import pytest
from front_door import FakeDialogue
from staff import log_in

from api.handover import core, stream
from api.storage import audit, gesprekken, overdrachten
from api.storage.gesprekken import NieuweBeurt
from api.storage.types import now

GESPREK = UUID("5f0a7f0e-3d5c-4d0e-9d0b-4a8b1c2d3e4f")
PART = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def short_streams(client, monkeypatch):
    """A stream tells how it is, and what is new since, once."""
    monkeypatch.setattr(stream, "LOOK_EVERY", 0.01)
    object.__setattr__(client.app.state.services.settings, "stream_duration", 0.000001)


def ask(client, **more):
    return client.post("/v1/overdrachten", json={"gesprekId": str(GESPREK), "reden": "Ik kom er niet uit.", **more})


def listen(client, path=f"/v1/gesprekken/{GESPREK}/berichten", after=0):
    """The events of a stream: name, data, id."""
    text = client.get(path, headers={"Last-Event-ID": str(after)}).text
    events = []
    for block in text.split("\n\n")[1:-1]:
        fields = [line.partition(": ")[::2] for line in block.splitlines()]
        data = "\n".join(value for name, value in fields if name == "data")
        named = dict(fields)
        events.append((named.get("event"), json.loads(data) if data[:1] == "{" else data, named.get("id")))
    return events


def say(client, text):
    (antwoord,) = client.post("/v1/berichten", json={"bericht": text, "gesprekId": str(GESPREK)}).json()["antwoorden"]
    return antwoord


def waiting(storage):
    with storage.read() as session:
        (overdracht,) = overdrachten.queue(session)
        return overdracht


def post(client, token, overdracht, what, **form):
    return client.post(f"/balie/overdrachten/{overdracht.id}/{what}", data={"csrf": token, **form})


def test_who_asks_waits_and_asking_again_keeps_the_place(client, storage):
    first, second = ask(client), ask(client, reden="Het duurt lang.")
    assert first.status_code == 201
    assert first.json() == {"gesprekId": str(GESPREK), "toestand": "wacht", "tekst": core.TEKSTEN["wacht"]}
    assert second.json() == first.json()
    assert waiting(storage).reden == "Ik kom er niet uit."
    assert say(client, "hallo")["soort"] == "begroeting"  # while one waits, the assistant goes on


@pytest.mark.parametrize("body", [{"naam": "De Vries"}, {"contact": "053"}, {"contact": "053", "toestemming": False}])
def test_a_name_or_contact_is_taken_only_with_consent(client, body):
    reply = ask(client, **body)
    assert reply.status_code == 400
    assert "toestemming" in reply.json()["fouten"][0]["melding"]


def test_contact_details_are_kept_encrypted_and_shown_to_staff_and_a_reason_is_masked(client, storage):
    ask(client, reden="Bel mij op 06 12345678", naam="De Vries", contact="053 1234567", toestemming=True)
    overdracht = waiting(storage)
    assert "12345678" not in overdracht.reden
    assert "Vries" not in overdracht.naam_versleuteld
    log_in(client, storage)
    for path in ("/balie/overdrachten", f"/balie/overdrachten/{overdracht.id}"):
        assert "De Vries 053 1234567" in client.get(path).text


@pytest.mark.parametrize("body", [{"reden": " "}, {"reden": None}, {"gesprekId": "1"}, {"iets": 1}])
def test_an_impossible_request_is_refused(client, body):
    assert ask(client, **body).status_code == 400


def test_without_a_hand_over_the_stream_says_so_and_ends(client):
    ((name, data, _),) = listen(client, f"/v1/gesprekken/{uuid4()}/berichten")
    assert (name, data["toestand"]) == ("toestand", "geen")


def test_both_sides_talk_and_the_assistant_is_silent_until_it_is_given_back(client, storage, rasa: FakeDialogue):
    ask(client)
    overdracht, token = waiting(storage), log_in(client, storage)
    page = client.get(f"/balie/overdrachten/{overdracht.id}").text
    assert "Neem het gesprek over" in page
    post(client, token, overdracht, "oppakken")
    assert [data["toestand"] for name, data, _ in listen(client) if name == "toestand"] == ["in_gesprek"]

    asked = len(rasa.requests)
    assert say(client, "Ik heb <b>haast</b>") == {
        "soort": "melding",
        "tekst": core.DOORGESTUURD,
        "bronnen": [],
        "knoppen": [],
        "uitkomst": None,
    }
    assert len(rasa.requests) == asked
    post(client, token, overdracht, "berichten", tekst="Waarmee kan ik helpen?")

    citizen = [(data["afzender"], data["tekst"]) for name, data, _ in listen(client) if name == "bericht"]
    assert citizen == [("ondernemer", "Ik heb <b>haast</b>"), ("medewerker", "Waarmee kan ik helpen?")]
    employee = listen(client, f"/balie/overdrachten/{overdracht.id}/stroom")
    assert [name for name, _, _ in employee] == ["toestand", "bericht", "bericht"]
    assert "Ik heb &lt;b&gt;haast" in employee[1][1]
    page = client.get(f"/balie/overdrachten/{overdracht.id}").text
    assert "Waarmee kan ik helpen?" in page
    assert "<b>haast" not in page

    post(client, token, overdracht, "afronden", status="teruggegeven")
    told = [data.get("toestand", "bericht") for _, data, _ in listen(client)]
    assert told == ["bericht", "bericht", "teruggegeven"]  # it ends after what was said
    assert say(client, "dank u")["soort"] == "begroeting"
    with storage.read() as session:
        lines = [line.wat for line in audit.lines(session, f"overdracht/{overdracht.id}")]
    assert lines == ["overdracht teruggegeven", "overdracht opgepakt"]


def test_who_connects_again_gets_only_what_was_said_since(client, storage):
    ask(client)
    overdracht, token = waiting(storage), log_in(client, storage)
    post(client, token, overdracht, "oppakken")
    for text in ("een", "twee", "drie"):
        post(client, token, overdracht, "berichten", tekst=text)
    first = next(id_ for name, _, id_ in listen(client) if name == "bericht")
    assert [data["tekst"] for name, data, _ in listen(client, after=first) if name == "bericht"] == ["twee", "drie"]
    assert len([1 for name, *_ in listen(client, after="onzin") if name == "bericht"]) == 3


def test_only_who_has_the_conversation_may_talk_in_it(client, storage):
    ask(client)
    overdracht, token = waiting(storage), log_in(client, storage)
    reply = post(client, token, overdracht, "berichten", tekst="hallo")
    assert "Neem het eerst over." in reply.text
    post(client, token, overdracht, "oppakken")
    with storage.write() as session:
        core.take(session, overdracht.id, "pietersen")
    assert "Neem over van pietersen" in post(client, token, overdracht, "berichten", tekst="hallo").text
    with storage.read() as session:
        assert overdrachten.messages(session, overdracht.id) == []


def test_forwarding_says_to_whom_and_needs_that(client, storage):
    ask(client)
    overdracht, token = waiting(storage), log_in(client, storage)
    reply = post(client, token, overdracht, "afronden", status="doorverwezen", naar=" ")
    assert "Vul in naar wie u doorverwijst." in reply.text
    post(client, token, overdracht, "afronden", status="doorverwezen", naar="team Vergunningen")
    assert "team Vergunningen" in listen(client)[0][1]["tekst"]
    assert "Dit gesprek is al afgerond." in post(client, token, overdracht, "oppakken").text


@pytest.mark.parametrize("status", ["open", "opgepakt", "weg"])
def test_a_conversation_ends_only_in_a_way_that_exists(client, storage, status):
    ask(client)
    overdracht, token = waiting(storage), log_in(client, storage)
    assert post(client, token, overdracht, "afronden", status=status).status_code in (400, 404)
    assert waiting(storage).status == "open"


def test_back_in_the_queue_it_waits_for_a_colleague(client, storage):
    ask(client)
    overdracht, token = waiting(storage), log_in(client, storage)
    post(client, token, overdracht, "oppakken")
    assert "In gesprek <span" in client.get("/balie/overdrachten", headers=PART).text
    post(client, token, overdracht, "terugzetten")
    assert waiting(storage).medewerker is None
    assert ">1<" in client.get("/balie/overdrachten/teller").text


def test_the_queue_tells_what_was_last_asked(client, storage):
    moment = now()
    with storage.write() as session:
        gesprekken.start(session, GESPREK, "enschede", moment)
        for vraag, soort in (("Wat kost <b>dat</b>?", "geen_antwoord"), ("Ik wil een mens spreken", "doorverwijzing")):
            antwoord = {"soort": soort, "tekst": "x", "bronnen": []}
            gesprekken.record_turn(session, GESPREK, "enschede", NieuweBeurt(moment, vraag, [], [antwoord], 1.0))
    ask(client)
    log_in(client, storage)
    page = client.get("/balie/overdrachten").text
    assert "Laatste vraag: Wat kost &lt;b&gt;dat&lt;/b&gt;?" in page
    assert "Ik wil een mens spreken" not in page


def test_what_is_not_there_is_said_on_a_page(client, storage):
    token = log_in(client, storage)
    assert client.get("/balie/overdrachten/99").status_code == 404
    assert client.post("/balie/overdrachten/99/oppakken", data={"csrf": token}).status_code == 404
    assert client.get("/balie/overdrachten/teller").text.strip() == ""


def test_an_event_of_several_lines_stays_one_event():
    assert stream.event("bericht", "een\ntwee", 3) == "id: 3\nevent: bericht\ndata: een\ndata: twee\n\n"
    assert stream.event("toestand", {"a": "é"}) == 'event: toestand\ndata: {"a": "é"}\n\n'


@pytest.mark.parametrize(("header", "read"), [("7", 7), ("", 0), (None, 0), ("-1", 0), ("x", 0), ("9" * 30, 0)])
def test_the_last_event_is_read_from_the_header(header, read):
    assert stream.last_seen(header) == read
