"""The simulated users of tests/conversations, who talk to the running service, and a few turns by hand."""

import pytest
from simulated_user import alle_gesprekken, speel

PLAN = "Ik wil thuis een kapsalon beginnen"


@pytest.mark.parametrize("gesprek", alle_gesprekken(), ids=lambda gesprek: gesprek.naam)
def test_a_user_gets_the_verdict_that_fits_the_plan(service, gesprek):
    verslag = speel(gesprek, service.say)
    assert verslag.oordeel == gesprek.oordeel


@pytest.mark.parametrize("ja", ["ja", "graag", "ja graag", "Ga na of mijn plan past", "Doe de check werken aan huis"])
def test_a_question_about_home_is_answered_first_and_yes_then_starts_the_check(service, ja):
    reply = service.say("Mag ik thuis een kapsalon beginnen?")
    assert reply["verwacht"] is None
    assert reply["antwoorden"][0]["soort"] in ("antwoord", "geen_antwoord")
    assert "Doe de check werken aan huis" in [knop["bericht"] for knop in reply["antwoorden"][0]["knoppen"]]
    assert service.say(ja, reply["gesprekId"])["verwacht"]["veld"] == "gemeente"


def test_an_own_plan_starts_the_check_at_once(service):
    assert service.say(PLAN)["verwacht"]["veld"] == "gemeente"


def test_the_municipality_of_the_page_is_not_asked_again(service):
    assert service.say(PLAN, gemeente="enschede")["verwacht"]["veld"] == "bewoner"


def test_a_plan_in_a_municipality_without_the_rules_gets_that_for_a_verdict(service):
    (antwoord,) = service.say(PLAN, gemeente="hengelo")["antwoorden"]
    assert antwoord["uitkomst"]["oordeel"] == "niet_van_toepassing"
    assert "geldt alleen voor de gemeente Enschede" in antwoord["tekst"]
    assert [knop["bericht"] for knop in antwoord["knoppen"]] == ["Ik wil een medewerker spreken"]


def test_a_question_in_between_is_answered_and_the_field_asked_again(service):
    begin = service.say(PLAN, gemeente="enschede")
    reply = service.say("Hoeveel klanten mogen er tegelijk komen?", begin["gesprekId"], "enschede")
    assert [antwoord["soort"] for antwoord in reply["antwoorden"]][1:] == ["vraag"]
    assert reply["antwoorden"][0]["soort"] in ("antwoord", "geen_antwoord")
    assert reply["verwacht"]["veld"] == "bewoner"


def test_conversations_do_not_mix(service):
    een, twee = service.say(PLAN, gemeente="enschede"), service.say("bedankt")
    assert een["gesprekId"] != twee["gesprekId"]
    assert service.say("ja", twee["gesprekId"])["verwacht"] is None
    assert service.say("ja", een["gesprekId"])["verwacht"]["veld"] == "woningOppervlakteM2"


@pytest.mark.parametrize(("bericht", "soort"), [("hallo", "begroeting"), ("bedankt", "melding"), ("doei", "melding")])
def test_small_talk_gets_a_reply_of_its_kind(service, bericht, soort):
    assert [antwoord["soort"] for antwoord in service.say(bericht)["antwoorden"]] == [soort]
