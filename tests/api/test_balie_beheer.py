"""The switches of an administrator, what they do to the chat, and the trail of who did what."""

import re

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


def make_key(client, token, **more):
    form = {"csrf": token, "naam": "Partner", "scope": ["lezen", "checks"], **more}
    return client.post("/balie/beheer/sleutels", data=form)


def test_a_key_of_a_partner_is_shown_once_works_and_can_be_replaced_and_revoked(client, token):
    secret = re.search(r"olk_[a-z2-7]{8}_[\w-]{43}", make_key(client, token).text)[0]
    page = client.get("/balie/beheer/sleutels").text
    assert secret not in page
    begin = secret[:12]
    assert begin in page
    assert "lezen, checks" in page
    use = {"X-Api-Key": secret}
    assert client.get("/v1/checks", headers=use).status_code == 200
    assert client.get("/v1/passages", headers=use, params={"vraag": "markt"}).status_code == 200
    assert client.post("/v1/berichten", headers=use, json={"bericht": "hallo"}).status_code == 403

    replaced = client.post(f"/balie/beheer/sleutels/{begin}/vervangen", data={"csrf": token}).text
    assert len(set(re.findall(r"olk_[a-z2-7]{8}_[\w-]{43}", replaced))) == 1
    assert "ingetrokken" in client.post(f"/balie/beheer/sleutels/{begin}/intrekken", data={"csrf": token}).text
    again = client.post(f"/balie/beheer/sleutels/{begin}/intrekken", data={"csrf": token})
    assert (again.status_code, f"geldige sleutel die begint met {begin}" in again.text) == (400, True)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"naam": " "}, "Geef de naam van de partner."),
        ({"scope": []}, "Kies uit deze onderdelen"),
        ({"scope": ["alles"]}, "Kies uit deze onderdelen"),
        ({"per_minuut": "veel"}, "Vul een heel getal"),
        ({"per_minuut": "0"}, "minstens 1"),
        ({"tot": "2020-01-01"}, "al voorbij"),
        ({"tot": "morgen"}, "Vul een heel getal"),
    ],
)
def test_a_key_that_cannot_be_made_is_said_in_words(client, token, more, said):
    reply = make_key(client, token, **more)
    assert (reply.status_code, said in reply.text) == (400, True)
    assert "Er zijn nog geen sleutels." in reply.text


def test_keys_are_for_administrators(client, storage):
    token = log_in(client, storage, rol="redacteur")
    assert client.get("/balie/beheer/sleutels").status_code == 403
    assert make_key(client, token).status_code == 403
