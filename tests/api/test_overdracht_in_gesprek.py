"""The way to a person within the chat: consent, a call-back, and what is kept of it."""

from uuid import UUID

import pytest

from api.handover import core
from api.handover.gesprek import JA_BEL, JA_GEEF_DOOR, NEE_NIET_DOOR, NEE_WACHT, asks_for_person, read_contact
from api.storage import gesprekken, overdrachten

VERWIJST = [{"custom": {"soort": "doorverwijzing", "tekst": "Een medewerker kan u helpen."}}]


@pytest.fixture
def say(client, rasa):
    """Says something in one conversation; the reply. The dialogue refers to a person until told otherwise."""
    rasa.replies = VERWIJST
    known = {}

    def _say(bericht):
        reply = client.post("/v1/berichten", json={"bericht": bericht, **known}).json()
        known["gesprekId"] = reply["gesprekId"]
        return reply

    return _say


def waiting(storage):
    """Reason, name and contact of everybody in the queue."""
    with storage.read() as session:
        queue = overdrachten.queue(session)
        return [(o.reden, *vars(overdrachten.contact_of(session, o)).values()) for o in queue]


def kept(storage, reply):
    """What is stored of the messages of the conversation."""
    storage.writer.flush(5)
    with storage.read() as session:
        return [beurt.bericht for beurt in gesprekken.turns(session, UUID(reply["gesprekId"]))]


def test_nothing_is_passed_on_without_consent(say, storage, rasa):
    reply = say("mag ik iemand spreken")
    assert [a["soort"] for a in reply["antwoorden"]] == ["doorverwijzing", "vraag"]
    assert [k["bericht"] for k in reply["antwoorden"][1]["knoppen"]] == [JA_GEEF_DOOR, NEE_NIET_DOOR]
    assert waiting(storage) == []
    assert "geef niets door" in say(NEE_NIET_DOOR)["antwoorden"][0]["tekst"]
    assert waiting(storage) == []
    assert len(rasa.requests) == 1  # the answer to our own question is none of the dialogue's


def test_with_consent_the_conversation_waits_and_no_name_is_needed(say, storage):
    say("mag ik iemand spreken")
    reply = say(JA_GEEF_DOOR)
    assert reply["antwoorden"][0]["soort"] == "doorverwijzing"
    assert core.TEKSTEN["wacht"] in reply["antwoorden"][0]["tekst"]
    assert len(reply["antwoorden"]) == 1
    say(NEE_WACHT)
    assert waiting(storage) == [("Gevraagd in de chat.", None, None)]


def test_who_wants_to_be_called_back_gives_a_name_and_a_number_that_nothing_else_keeps(say, storage, rasa):
    say("mag ik iemand spreken")
    say("ja hoor")
    naam = say(JA_BEL)
    assert naam["verwacht"] == {"veld": "naam", "type": "tekst", "keuzes": []}
    assert say("Fatima de Wit")["verwacht"]["veld"] == "contact"
    assert say("morgen graag")["verwacht"]["veld"] == "contact"  # not a number: asked again
    last = say("op 06 12345678")
    assert last["verwacht"] is None
    assert "Dank u" in last["antwoorden"][0]["tekst"]
    assert len(last["antwoorden"]) == 1  # no warning about personal data that we asked for
    assert waiting(storage) == [("Gevraagd in de chat.", "Fatima de Wit", "+31 6 12345678")]
    assert kept(storage, last)[-3:] == ["[naam]", "[contactgegeven]", "[contactgegeven]"]
    assert len(rasa.requests) == 1


def test_a_question_in_between_is_no_consent_and_goes_to_the_dialogue(say, storage, rasa):
    say("mag ik iemand spreken")
    rasa.replies = [{"custom": {"soort": "begroeting", "tekst": "Hallo!"}}]
    assert say("wat mag er op het Kennispark?")["antwoorden"][0]["tekst"] == "Hallo!"
    say("ja")
    assert waiting(storage) == []
    assert [r["message"] for r in rasa.requests][1:] == ["wat mag er op het Kennispark?", "ja"]


def test_who_stops_halfway_waits_without_a_number(say, storage):
    for bericht in ("mag ik iemand spreken", JA_GEEF_DOOR, JA_BEL, "stop"):
        say(bericht)
    assert waiting(storage) == [("Gevraagd in de chat.", None, None)]


def test_who_waits_already_is_not_asked_again(say, storage):
    for bericht in ("mag ik iemand spreken", JA_GEEF_DOOR, NEE_WACHT):
        say(bericht)
    assert [a["soort"] for a in say("mag ik iemand spreken")["antwoorden"]] == ["doorverwijzing"]


def test_opening_hours_are_told_when_they_are_set(client, say):
    object.__setattr__(client.app.state.services.settings, "loket_openingstijden", "werkdagen van 9 tot 17 uur")
    say("mag ik iemand spreken")
    assert "werkdagen van 9 tot 17 uur" in say(JA_GEEF_DOOR)["antwoorden"][0]["tekst"]


def test_a_person_can_be_asked_for_while_the_dialogue_is_away(say, storage, rasa):
    rasa.url = None
    reply = say("ik wil een medewerker spreken")
    assert [a["soort"] for a in reply["antwoorden"]] == ["melding", "doorverwijzing", "vraag"]
    say(JA_GEEF_DOOR)
    assert len(waiting(storage)) == 1


@pytest.mark.parametrize(
    ("bericht", "contact"),
    [
        ("jan@voorbeeld.nl", "jan@voorbeeld.nl"),
        ("mail naar jan@voorbeeld.nl of bel 053 461 8200", "jan@voorbeeld.nl"),
        ("053-4618200", "+31 53 461 8200"),
        ("0031612345678", "+31 6 12345678"),
        ("12345", None),
        ("jan apestaartje voorbeeld", None),
    ],
)
def test_a_number_or_an_address_is_read_from_what_is_typed(bericht, contact):
    assert read_contact(bericht) == contact


@pytest.mark.parametrize(
    ("bericht", "vraagt"),
    [("medewerker", True), ("mag ik een mens spreken?", True), ("hoeveel medewerkers mogen er thuis werken", False)],
)
def test_asking_for_a_person_is_known_without_the_dialogue(bericht, vraagt):
    assert asks_for_person(bericht) is vraagt
