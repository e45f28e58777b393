"""Follow-ups in a conversation: what they lean on, for how long, and in which municipality.

NepKennis says "[gemeente] what it leans on > the question"."""

import sys
from pathlib import Path
from typing import Any

import pytest

from actions.gesprek.checkteksten import checkteksten
from actions.gespreksteksten import teksten
from knowledge.antwoord import Antwoord
from knowledge.bron import Bron

sys.path.append(str(Path(__file__).parent))

from nep_rasa import INTENTS, NepKennis, NepRasa

VRAAG = "Hoeveel klanten mag ik thuis ontvangen?"
WONEN = checkteksten()["werken-aan-huis"]
CHECK = WONEN.onderwerp
PLAN = ("doe de check werken aan huis", "kapper", "ja", "100", "60")  # 60 of 100 m² is too much


def gezegd(reply: Any) -> str:
    return str(reply["antwoorden"][0]["tekst"])


def praat(rasa: NepRasa, *berichten: str) -> str:
    """What is said first to the last message."""
    return gezegd([rasa.send(bericht) for bericht in berichten][-1])


def test_a_follow_up_leans_on_the_last_question_that_stood_alone() -> None:
    rasa = NepRasa()
    assert praat(rasa, VRAAG, "en buiten kantooruren?") == f"[None] {VRAAG} > en buiten kantooruren?"
    assert praat(rasa, "hoe groot dan?") == f"[None] {VRAAG} > hoe groot dan?"
    ander = "Welke subsidie is er voor verduurzaming?"
    assert praat(rasa, ander) == f"[None] {ander}"
    assert praat(rasa, "wie doet dat?") == f"[None] {ander} > wie doet dat?"


def test_the_municipality_of_before_gives_way_to_the_one_that_is_named() -> None:
    praat(rasa := NepRasa(), "Hoeveel klanten mag ik in de gemeente Enschede thuis ontvangen?")
    assert praat(rasa, "en in Hengelo?") == f"[None] Hengelo: {VRAAG}"


def test_the_first_message_leans_on_nothing() -> None:
    rasa = NepRasa()
    assert praat(rasa, "en in Hengelo?") == "[None] en in Hengelo?"
    assert praat(rasa, "hoe groot dan?") == "[None] hoe groot dan?"


def test_a_municipality_named_in_a_follow_up_holds_until_another_is_named_or_asked() -> None:
    rasa = NepRasa()
    assert praat(rasa, VRAAG, "en in Hengelo?") == f"[None] Hengelo: {VRAAG}"
    assert praat(rasa, "hoe groot dan?") == f"[None] Hengelo: {VRAAG} > hoe groot dan?"
    assert praat(rasa, "en in Enschede?", "en op zondag?") == f"[None] Enschede: {VRAAG} > en op zondag?"
    assert praat(rasa, "en hoe groot in Hengelo dan?") == f"[None] {VRAAG} > en hoe groot in Hengelo dan?"
    assert praat(rasa, "en op zondag?") == f"[None] Hengelo: {VRAAG} > en op zondag?"
    assert praat(rasa, "oké, Enschede dan?") == f"[None] Enschede: {VRAAG}"
    assert praat(rasa, "en in Almelo?") == f"[None] Enschede: {VRAAG} > en in Almelo?"
    assert praat(rasa, "en in Almelo?", "en op zondag?") == f"[None] Enschede: {VRAAG} > en op zondag?"
    assert praat(rasa, "Mag een winkel daar ook?", "en horeca?").endswith("en horeca?")
    assert praat(rasa, VRAAG, "en op zondag?") == f"[None] {VRAAG} > en op zondag?"


def test_small_talk_keeps_the_subject_and_starting_anew_forgets_it() -> None:
    rasa = NepRasa()
    assert praat(rasa, VRAAG, "hallo", "kwispel", "en op zondag?") == f"[None] {VRAAG} > en op zondag?"
    assert praat(rasa, "opnieuw", "en op zondag?") == "[None] en op zondag?"


def test_a_question_in_the_check_is_a_subject_too() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, "doe de check werken aan huis", "kapper")
    assert praat(rasa, "en in het weekend?") == f"[enschede] {CHECK} > en in het weekend?"
    assert praat(rasa, VRAAG, "en op zondag?") == f"[enschede] {VRAAG} > en op zondag?"
    assert rasa.slots["requested_slot"] == "bewoner"
    praat(rasa, "opnieuw")
    assert praat(rasa, "en op zondag?") == f"[enschede] {CHECK} > en op zondag?"
    praat(rasa, "kapper", "ja", "100", VRAAG, "60")
    assert praat(rasa, "en op zondag?") == f"[enschede] {CHECK} > en op zondag?"


def test_after_a_verdict_follow_ups_leave_room_for_another_size() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, *PLAN, "en als ik huur?", "en in Hengelo?")
    assert rasa.send("en als het 45 m² is?")["antwoorden"][0]["uitkomst"]["oordeel"] == "vergunning_binnenplans"
    praat(rasa, VRAAG)  # another subject: the plan is over
    assert rasa.send("en als het 20 m² is?")["antwoorden"][0]["uitkomst"] is None


def test_a_size_is_not_a_number_of_visitors() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, *PLAN, "en als het 20 m² is?")
    assert rasa.slots["requested_slot"] == "bezoekersKantooruren"
    assert rasa.send("en als het 45 m² is?")["antwoorden"][0]["uitkomst"]["oordeel"] == "vergunning_binnenplans"
    assert "bezoekersKantooruren" not in rasa.velden()


def test_why_after_a_verdict_gives_its_grounds() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, *PLAN)
    (antwoord,) = rasa.send("waarom niet?")["antwoorden"]
    assert (antwoord["soort"], "60%" in antwoord["tekst"]) == ("antwoord", True)
    assert antwoord["bronnen"]
    assert rasa.send("en als het 45 m² is?")["antwoorden"][0]["soort"] == "uitkomst"


def test_why_without_rules_is_told_without_a_source() -> None:
    rasa = NepRasa(gemeente="hengelo")
    praat(rasa, "doe de check werken aan huis")
    (antwoord,) = rasa.send("waarom?")["antwoorden"]
    assert (antwoord["soort"], antwoord["bronnen"]) == ("melding", [])


def test_why_after_an_answer_asks_on_and_before_everything_says_nothing_was_asked() -> None:
    rasa = NepRasa()
    assert praat(rasa, "waarom niet?") == teksten().vast["waarom_vraagt_u"].tekst
    assert praat(rasa, VRAAG, "waarom niet?") == f"[None] {VRAAG} > waarom niet?"
    assert praat(rasa, "waarom vraagt u dat?") == teksten().vast["waarom_vraagt_u"].tekst


def test_the_check_is_offered_with_a_follow_up_about_home_where_it_holds() -> None:
    rasa = NepRasa()
    knop = WONEN.knop.to_json()
    assert knop in rasa.send(VRAAG)["antwoorden"][0]["knoppen"]
    assert knop in rasa.send("en buiten kantooruren?")["antwoorden"][0]["knoppen"]
    assert rasa.send("en in Hengelo?")["antwoorden"][0]["knoppen"] == []
    assert rasa.send("en buiten kantooruren?")["antwoorden"][0]["knoppen"] == []


class KentHetWoord(NepKennis):
    async def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        bron = Bron("een", "Een", "enschede", "5.4", "Een citaat.", "/bronnen/een#z-1")
        return Antwoord("antwoord", f"{eerder} > {vraag}", (bron,))


@pytest.mark.parametrize("woord", ["kantoren Kennispark", "dakterrassen"])
def test_a_keyword_with_an_answer_is_a_subject(woord: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INTENTS, woord, "vraag_beleid")
    rasa = NepRasa(kennis=KentHetWoord())
    assert praat(rasa, woord, "en op zondag?") == f"{woord} > en op zondag?"
