"""What people do in a conversation beside answering: correct, suppose, tell more, fall silent, come back to it."""

import pytest
from nep_rasa import NepRasa


def na_uitkomst() -> NepRasa:
    """A conversation with a verdict: a hairdresser at home, 20 of 100 m², nobody comes."""
    rasa = NepRasa(gemeente="enschede")
    for bericht in ("doe de check werken aan huis", "kapper", "ja", "100", "20", "0", "0"):
        rasa.send(bericht)
    return rasa


def gegevens(reply):
    (uitkomst,) = [a["uitkomst"] for a in reply["antwoorden"] if a["uitkomst"] is not None]
    return uitkomst["gegevens"]


@pytest.mark.parametrize(
    ("bericht", "veld", "waarde"),
    [
        ("hm en als ik er ooit 40 m2 van maak?", "bedrijfOppervlakteM2", 40),
        ("en als ik 15 meter groter ga?", "bedrijfOppervlakteM2", 35),
        ("wat als het 5 m2 kleiner wordt", "bedrijfOppervlakteM2", 15),
        ("ik knip de klanten trouwens altijd op de stoep voor de deur", "openbareRuimte", True),
        ("dat was een grapje, ik woon er natuurlijk niet zelf", "bewoner", False),
    ],
)
def test_after_a_verdict_a_supposed_or_told_fact_gives_another(bericht: str, veld: str, waarde: object) -> None:
    assert gegevens(na_uitkomst().send(bericht))[veld] == waarde


def test_supposing_still_works_after_a_question_in_between() -> None:
    rasa = na_uitkomst()
    rasa.send("wat kost dat?")
    assert gegevens(rasa.send("en als ik 40 m2 neem?"))["bedrijfOppervlakteM2"] == 40


@pytest.mark.parametrize(
    "bericht", ["mijn klanten komen allemaal uit Hengelo", "mijn buurman is fietsenmaker, mooi vak"]
)
def test_what_is_told_of_others_is_no_fact_of_the_plan(bericht: str) -> None:
    assert all(antwoord["soort"] != "uitkomst" for antwoord in na_uitkomst().send(bericht)["antwoorden"])


def test_an_office_is_another_plan_than_a_plot() -> None:
    rasa = NepRasa(gemeente="enschede")
    for bericht in ("doe de check bedrijfskavel", "3000", "bouw"):
        rasa.send(bericht)
    reply = rasa.send("en voor een kantoor dan op de zuiderval?")
    assert all(antwoord["soort"] != "uitkomst" for antwoord in reply["antwoorden"])


def test_another_number_in_the_same_street() -> None:
    rasa = NepRasa(gemeente="enschede")
    rasa.send("doe de check informele locatie")
    rasa.send("bentstraat 93")
    assert gegevens(rasa.send("sorry typefoutje het is 39"))["adres"] == "bentstraat 39"


def test_the_other_park_of_that_name() -> None:
    rasa = NepRasa(gemeente="hengelo")
    for bericht in ("doe de check otb-gebied", "twentekanaal", "zuid"):
        rasa.send(bericht)
    assert gegevens(rasa.send("nee noord"))["terrein"].lower().endswith("noord")


def test_a_trade_where_its_kind_is_asked_is_that_trade() -> None:
    rasa = NepRasa(gemeente="enschede")
    rasa.send("doe de check werken aan huis")
    assert rasa.send("iets met bladmuziek en katten")["verwacht"]["veld"] == "activiteitCategorie"
    assert rasa.send("schoenmaker")["verwacht"]["veld"] == "bewoner"


def test_who_does_not_know_but_names_a_number_has_answered() -> None:
    rasa = NepRasa(gemeente="enschede")
    for bericht in ("doe de check werken aan huis", "kapper", "ja"):
        rasa.send(bericht)
    assert rasa.send("weet ik niet precies, een meter of 90")["verwacht"]["veld"] == "bedrijfOppervlakteM2"


@pytest.mark.parametrize(
    "bericht", ["verder", "ok, ga maar door met de check", "sorry, ik was even boos", "wat bedoelt u?"]
)
def test_back_to_the_question(bericht: str) -> None:
    rasa = NepRasa(gemeente="enschede")
    for begin in ("doe de check werken aan huis", "kapper"):
        rasa.send(begin)
    reply = rasa.send(bericht)
    assert [antwoord["soort"] for antwoord in reply["antwoorden"]] == ["vraag"]
    assert reply["verwacht"]["veld"] == "bewoner"


def test_a_place_is_an_answer_and_no_other_check() -> None:
    rasa = NepRasa(gemeente="enschede")
    rasa.send("doe de check kantoorlocatie")
    assert [a["soort"] for a in rasa.send("gewoon in een woonwijk")["antwoorden"]] == ["uitkomst"]


def test_a_change_of_mind_is_another_check() -> None:
    rasa = NepRasa(gemeente="enschede")
    rasa.send("doe de check werken aan huis")
    reply = rasa.send("eigenlijk willen wij liever een kantoor op de zuiderval")
    assert reply["antwoorden"][-1]["uitkomst"]["check"] == "kantoorlocatie"


def test_a_long_story_is_no_activity() -> None:
    rasa = NepRasa(gemeente="enschede")
    rasa.send(
        "doe de check werken aan huis, want mijn nicht die wil nagels gaan doen maar dan bij haar "
        "en met nog iemand anders erbij"
    )
    assert rasa.send("pedicure")["verwacht"]["veld"] == "bewoner"


def test_a_message_without_a_word_gets_a_question_back() -> None:
    rasa = NepRasa(gemeente="enschede")
    assert "geen vraag" in rasa.send("?!?")["antwoorden"][0]["tekst"]
