"""What answers the question is an answer, whatever else it may be taken for; what is too vague is asked again."""

from collections.abc import Mapping
from typing import Any

import pytest
from nep_rasa import INTENTS, NepRasa

from actions.gespreksteksten import teksten

KAPPER = ("doe de check werken aan huis", "kapper")
STATION = ("doe de check kantoorlocatie", "stationsgebied")


def praat(*berichten: str) -> Mapping[str, Any]:
    """The reply to the last message of a conversation in Enschede."""
    rasa = NepRasa(gemeente="enschede")
    return [rasa.send(bericht) for bericht in berichten][-1]


def gevraagd(*berichten: str) -> str | None:
    verwacht = praat(*berichten)["verwacht"]
    return verwacht["veld"] if verwacht else None


@pytest.mark.parametrize(
    "bericht",
    ["niet ver van het station", "vlak bij het station", "een paar minuten lopen", "om de hoek", "een stukje lopen"],
)
def test_a_distance_without_a_number_is_asked_again_and_never_guessed(bericht: str) -> None:
    reply = praat(*STATION, bericht)
    assert teksten().zinnen["geen_getal"] in reply["antwoorden"][-1]["tekst"]
    assert reply["verwacht"]["veld"] == "loopminutenStation"


def test_nonsense_is_not_taken_for_an_amount() -> None:
    assert teksten().zinnen["geen_getal"] not in praat(*STATION, "paars")["antwoorden"][-1]["tekst"]


def test_not_many_visitors_are_not_nobody() -> None:
    assert gevraagd(*KAPPER, "ja", "100", "20", "nee niet veel") == "bezoekersKantooruren"


@pytest.mark.parametrize(
    ("berichten", "volgende"),
    [
        (("ja dat beloof ik",), "woningOppervlakteM2"),
        (("nee, dat kan ik niet garanderen",), None),  # a verdict: the owner must live there
        (("ja", "120 volgens de garantie"), "bedrijfOppervlakteM2"),
        (("ja", "120, dat heb ik net al gezegd"), "bedrijfOppervlakteM2"),
        (("ja bedankt",), "woningOppervlakteM2"),
    ],
)
def test_an_answer_wins_from_what_a_word_in_it_may_mean(berichten: tuple[str, ...], volgende: str | None) -> None:
    assert gevraagd(*KAPPER, *berichten) == volgende


def test_so_does_an_answer_in_ones_own_words() -> None:
    assert gevraagd("doe de check werken aan huis", "garantiebewijzen controleren") == "activiteitCategorie"


@pytest.mark.parametrize(
    ("bericht", "soort"),
    [
        ("kunt u dat garanderen?", "melding"),
        ("nee, ik wil een medewerker spreken", "doorverwijzing"),
        ("nee laat maar", "melding"),
    ],
)
def test_what_is_clearly_something_else_stays_that(bericht: str, soort: str) -> None:
    assert praat(*KAPPER, bericht)["antwoorden"][0]["soort"] == soort


def test_who_does_not_know_whether_it_is_so_has_not_said_no() -> None:
    reply = praat(*KAPPER, "nee dat weet ik niet")
    assert reply["verwacht"]["veld"] == "woningOppervlakteM2"


# ---- abuse


def test_after_abuse_a_person_is_offered() -> None:
    reply = praat("wat een klotebot")
    assert [antwoord["soort"] for antwoord in reply["antwoorden"]] == ["doorverwijzing"]  # the API asks for consent


def test_in_a_check_the_first_time_the_check_goes_on_and_a_wish_leads_to_a_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(INTENTS, "rot op", "scheldwoorden")
    assert gevraagd(*KAPPER, "rot op") == "bewoner"
    assert praat(*KAPPER, "rot op", "ja graag")["antwoorden"][0]["soort"] == "doorverwijzing"
    assert gevraagd(*KAPPER, "rot op", "ja") == "woningOppervlakteM2"  # the answer to what was asked last
    assert praat(*KAPPER, "rot op", "wat een klotebot")["antwoorden"][0]["soort"] == "doorverwijzing"


def test_so_it_is_when_we_get_no_further() -> None:
    reply = praat(*STATION, "paars", "paars", "paars")
    assert reply["antwoorden"][0]["soort"] == "doorverwijzing"


# ---- what sounds like a question, and what is only in the words around an answer


def test_a_value_with_the_verb_first_is_no_question() -> None:
    assert gevraagd(*KAPPER, "ja", "kan ook 110 zijn, schat ik") == "bedrijfOppervlakteM2"


def test_a_supposition_while_something_else_is_asked_counts() -> None:
    assert praat(*KAPPER, "ja", "wat nou als ik er niet woon")["antwoorden"][-1]["soort"] == "uitkomst"


def test_a_distance_in_metres_is_no_area_of_the_office_and_streets_are_no_minutes() -> None:
    for bericht in ("500 meter", "2 straten verder"):
        reply = praat(*STATION, bericht)
        assert teksten().zinnen["geen_getal"] in reply["antwoorden"][-1]["tekst"]
        assert reply["verwacht"]["veld"] == "loopminutenStation"
    assert gevraagd(*STATION, "het kantoor is 200 m2") == "loopminutenStation"


def test_a_choice_that_is_denied_is_not_chosen_and_one_mistyped_is() -> None:
    assert gevraagd("doe de check functiemenging", "niet de blauwe") == "profiel"
    assert gevraagd("doe de check functiemenging", "monofunctoneel") == "functie"


def test_what_was_said_before_is_kept_when_a_fact_changes_after_the_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INTENTS, "en mijn huis 80", "start_werken_aan_huis")
    reply = praat(*KAPPER, "ja", "120", "30", "1", "0", "en mijn huis 80")
    assert reply["antwoorden"][-1]["uitkomst"]["gegevens"]["woningOppervlakteM2"] == 80


def test_a_total_is_that_of_the_business_where_that_is_asked() -> None:
    reply = praat(*KAPPER, "ja", "120", "in totaal 30 m2", "1", "0")
    gegevens = reply["antwoorden"][-1]["uitkomst"]["gegevens"]
    assert (gegevens["woningOppervlakteM2"], gegevens["bedrijfOppervlakteM2"]) == (120, 30)
