"""The switches of an administrator, what they do to the chat, and the trail of who did what."""

import pytest
from staff import log_in

from api.handover import core


@pytest.fixture
def token(client, storage):
    return log_in(client, storage, rol="beheerder")


def turn(client, token, naam, aan=True, tekst="Wij zijn dicht.", reden="storing"):
    form = {"csrf": token, "aan": str(aan).lower(), "tekst": tekst, "reden": reden}
    return client.post(f"/balie/beheer/schakelaar/{naam}", data=form)


def say(client, **more):
    return client.post("/v1/berichten", json={"bericht": "hallo", **more}).json()


def kinds(reply):
    return [(antwoord["soort"], antwoord["tekst"]) for antwoord in reply["antwoorden"]]


def test_switched_off_the_chat_says_only_that_and_how_to_reach_a_person(client, token, rasa):
    assert "https://loket.example" in client.get("/balie/beheer").text  # proposed, from the settings
    page = turn(client, token, "uit").text
    assert "De assistent staat uit" in page
    assert "Reden: storing" in page
    assert kinds(say(client)) == [("melding", "Wij zijn dicht.")]
    assert rasa.requests == []
    assert client.get("/v1/mededelingen").json()["uit"]["tekst"] == "Wij zijn dicht."

    turn(client, token, "uit", aan=False)
    assert kinds(say(client)) == [("begroeting", "Hallo!")]
    assert client.get("/v1/mededelingen").json() == {"uit": None, "noodbericht": None}


def test_an_emergency_notice_stands_before_the_first_reply_of_a_conversation(client, token):
    turn(client, token, "noodbericht", tekst="Het stadhuis is dicht.")
    first = say(client)
    assert kinds(first) == [("melding", "Het stadhuis is dicht."), ("begroeting", "Hallo!")]
    assert kinds(say(client, gesprekId=first["gesprekId"])) == [("begroeting", "Hallo!")]
    assert client.get("/v1/mededelingen").json()["noodbericht"]["tekst"] == "Het stadhuis is dicht."


def test_a_conversation_with_an_employee_goes_on_while_the_assistant_is_off(client, token, storage):
    gesprek = say(client)["gesprekId"]
    client.post("/v1/overdrachten", json={"gesprekId": gesprek, "reden": "x"})
    client.post("/balie/overdrachten/1/oppakken", data={"csrf": token})
    turn(client, token, "uit")
    assert kinds(say(client, gesprekId=gesprek)) == [("melding", core.DOORGESTUURD)]


@pytest.mark.parametrize(("tekst", "reden"), [("", "storing"), ("Dicht.", "  ")])
def test_a_switch_needs_its_text_and_its_reason(client, token, tekst, reden):
    reply = turn(client, token, "uit", tekst=tekst, reden=reden)
    assert reply.status_code == 400
    assert "Vul de tekst voor ondernemers en de reden in." in reply.text
    assert kinds(say(client)) == [("begroeting", "Hallo!")]


def test_who_did_what_is_in_the_trail(client, token):
    turn(client, token, "uit")
    turn(client, token, "uit", aan=False)
    html = client.get("/balie/beheer/logboek").text
    for text in ("aangezet", "uitgezet", "schakelaar/uit", "reden: storing", "aan: ja", "aangemeld"):
        assert text in html
    one = client.get("/balie/beheer/logboek", params={"onderwerp": "schakelaar/uit"}).text
    assert "aangemeld" not in one
    assert "Er is nog niets gebeurd." in client.get("/balie/beheer/logboek?blad=2").text


@pytest.mark.parametrize("rol", ["medewerker", "redacteur"])
def test_only_an_administrator_may(client, storage, rol):
    token = log_in(client, storage, rol=rol)
    assert client.get("/balie/beheer").status_code == 403
    assert client.get("/balie/beheer/logboek").status_code == 403
    assert turn(client, token, "uit").status_code == 403
    assert "Beheer" not in client.get("/balie/checks").text
