"""A check as a conversation, for every check: what people say instead of an answer, and what we do with it."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))

from nep_rasa import INTENTS, NepRasa

from actions.bericht import Bericht
from actions.checks import CHECKS
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.gemeenten import eigen_gemeente
from actions.gesprek.kiezen import Keuze, genoemde_check, kies, passende_checks
from actions.gesprek.lezen import lees
from actions.gesprek.mogelijkheden import mogelijkheden
from actions.gesprek.stand import Stand
from actions.gesprek.vrije_tekst import zegt_zeker
from actions.gespreksteksten import teksten


def praat(rasa: NepRasa, *berichten: str) -> Any:
    """The reply to the last message."""
    return [rasa.send(bericht) for bericht in berichten][-1]


def tekst(reply: Any) -> str:
    return " | ".join(antwoord["tekst"] for antwoord in reply["antwoorden"])


def oordeel(reply: Any) -> str:
    return str(reply["antwoorden"][-1]["uitkomst"]["oordeel"])


# ---- the texts


@pytest.mark.parametrize("naam", CHECKS)
def test_every_field_has_its_texts(naam: str) -> None:
    velden: Any = CHECKS[naam].schema["properties"]
    assert set(checkteksten()[naam].velden) == set(velden) - {"peildatum"}


@pytest.mark.parametrize("naam", CHECKS)
def test_every_button_says_what_is_understood(naam: str) -> None:
    eigen, check = checkteksten()[naam], CHECKS[naam]
    velden: Any = check.schema["properties"]
    assert genoemde_check(eigen.knop.bericht) == naam
    for veld, woorden in eigen.velden.items():
        for voorbeeld in woorden.voorbeelden:
            assert zegt_zeker(veld, voorbeeld, check) is not None, voorbeeld
        for waarde in velden[veld].get("enum", ()) if veld != "gemeente" else ():
            knop = woorden.keuzes.get(waarde, waarde)
            assert lees(Bericht(knop), Stand(gevraagd=veld), check).velden.get(veld) == waarde, knop


# ---- which check


def test_the_check_is_known_by_its_name_or_its_words() -> None:
    assert genoemde_check("doe de check voor een kantoor graag") == "kantoorlocatie"
    assert genoemde_check("ik wil een kantoor") is None  # no check is asked for by name
    assert passende_checks("mag er een kantoor aan de Singel?") == ("kantoorlocatie",)
    assert passende_checks("hoe groot mag mijn kantoor aan huis zijn?") == ("werken-aan-huis",)
    assert passende_checks("is er nog een kavel?") == ("bedrijfskavel",)
    assert passende_checks("wanneer is de markt?") == ()


@pytest.mark.parametrize(("tweede", "keuze"), [(0.2, Keuze("kantoorlocatie")), (0.25, Keuze(None, ("a", "b")))])
def test_two_checks_about_as_likely_are_asked_about(tweede: float, keuze: Keuze) -> None:
    kansen = (("start_kantoorlocatie", 0.5), ("start_functiemenging", tweede))
    gekozen = kies(Bericht("een plan", "start_kantoorlocatie", 0.5, rangschikking=kansen), None, False)
    assert gekozen == (keuze if keuze.check else Keuze(None, ("kantoorlocatie", "functiemenging")))


def test_without_a_name_the_user_is_asked_which_check_with_buttons() -> None:
    reply = praat(NepRasa(), "doe de check")
    assert reply["verwacht"] is None
    (antwoord,) = reply["antwoorden"]
    assert (antwoord["soort"], antwoord["tekst"]) == ("vraag", teksten().zinnen["welke_check"])
    assert [genoemde_check(knop["bericht"]) for knop in antwoord["knoppen"]] == list(CHECKS)


def test_what_was_meant_is_asked_once_and_then_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    for bericht in ("iets met een kantoor", "iets met een kavel", teksten().knoppen["beleid"].bericht):
        monkeypatch.setitem(INTENTS, bericht, "nlu_fallback")
    rasa = NepRasa()
    (antwoord,) = praat(rasa, "iets met een kantoor")["antwoorden"]
    assert antwoord["soort"] == "vraag"
    assert antwoord["knoppen"][0]["bericht"] == checkteksten()["kantoorlocatie"].knop.bericht
    assert praat(rasa, "iets met een kavel")["antwoorden"][0]["soort"] == "geen_antwoord"
    assert praat(rasa, "iets met een kantoor")["antwoorden"][0]["soort"] == "vraag"
    assert "iets met een kantoor" in tekst(praat(rasa, teksten().knoppen["beleid"].bericht))


# ---- in the middle of a check


def test_what_is_not_known_gives_every_outcome() -> None:
    rasa = NepRasa(gemeente="enschede")
    reply = praat(rasa, "doe de check kantoorlocatie", "Singel", "weet ik niet")
    assert oordeel(reply) == "onvolledig"
    assert "• minder dan 500 m²: Dit mag, als u aan de voorwaarden voldoet" in tekst(reply)
    assert "• 500 m² of meer: De gemeente is hier terughoudend" in tekst(reply)
    assert oordeel(praat(rasa, "499")) == "toegestaan_onder_voorwaarden"


def test_a_possibility_can_be_chosen_by_its_button() -> None:
    rasa = NepRasa(gemeente="enschede")
    reply = praat(rasa, "doe de check functiemenging", "weet ik niet", "productie")
    knop = reply["antwoorden"][-1]["knoppen"][0]
    assert knop["titel"] == "Monofunctioneel (blauw)"
    assert oordeel(praat(rasa, knop["bericht"])) == "toegestaan"


def test_the_stretches_of_a_number_turn_where_the_verdict_does() -> None:
    velden = {"gemeente": "enschede", "activiteit": "kapper", "bewoner": True, "bedrijfOppervlakteM2": 36}
    gevonden = mogelijkheden(CHECKS["werken-aan-huis"], velden, "woningOppervlakteM2")
    assert [een.waarde for een in gevonden] == ["tot en met 73,46 m²", "minder dan 120 m²", "120 m² of meer"]


def test_one_can_turn_to_another_check_and_back() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, "doe de check werken aan huis", "kapper", "ja", "120")
    assert oordeel(praat(rasa, "doe de check kantoorlocatie", "Kennispark")) == "toegestaan_onder_voorwaarden"
    assert praat(rasa, "doe de check werken aan huis")["verwacht"]["veld"] == "bedrijfOppervlakteM2"


def test_a_field_can_be_changed_by_its_name() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, "doe de check werken aan huis", "kapper", "ja", "120")
    assert praat(rasa, "ik wil de woning aanpassen")["verwacht"]["veld"] == "woningOppervlakteM2"
    assert praat(rasa, "140")["verwacht"]["veld"] == "bedrijfOppervlakteM2"
    assert rasa.velden()["woningOppervlakteM2"] == 140


def test_a_correction_is_confirmed() -> None:
    rasa = NepRasa(gemeente="enschede")
    reply = praat(rasa, "doe de check werken aan huis", "kapper", "ja", "100", "nee, 140 bedoel ik")
    assert "Ik heb dit aangepast. Oppervlakte van de hele woning: 140 m²." in tekst(reply)


def test_facts_in_place_of_an_answer_are_confirmed_and_never_count_as_no_answer() -> None:
    rasa = NepRasa(gemeente="enschede")
    assert praat(rasa, "ik wil een webshop aan huis beginnen")["verwacht"]["veld"] == "activiteitCategorie"
    reply = praat(rasa, "mijn huis is 180 m2 en ik gebruik 40 m2")
    assert "Dat heb ik genoteerd. " in tekst(reply)
    assert "Oppervlakte van de hele woning: 180 m²" in tekst(reply)
    for bericht in ("ja ik woon er zelf", "2 klanten tegelijk", "200 m2 is het huis"):
        reply = praat(rasa, bericht)
        assert reply["verwacht"]["veld"] == "activiteitCategorie", bericht
    assert "Ik heb dit aangepast. Oppervlakte van de hele woning: 200 m²." in tekst(reply)
    assert oordeel(praat(rasa, "dienstverlening", "niemand")) == "toegestaan"


def test_who_says_that_a_verdict_is_not_right_is_asked_what() -> None:
    rasa = NepRasa(gemeente="enschede")
    reply = praat(rasa, "doe de check kantoorlocatie", "Singel", "600", "dat klopt niet")
    assert tekst(reply) == teksten().zinnen["wat_klopt_niet"]
    assert oordeel(praat(rasa, "400")) == "toegestaan_onder_voorwaarden"


def test_after_three_answers_of_no_use_we_say_so() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, "doe de check bedrijfskavel", "2000", "wij maken dromen waar", "nog meer dromen")
    reply = praat(rasa, "en nog meer")
    assert teksten().zinnen["drie_keer"] in tekst(reply)
    assert reply["verwacht"] is None


def test_a_place_as_answer_to_where_the_business_is_now() -> None:
    rasa = NepRasa(gemeente="enschede")
    praat(rasa, "doe de check bedrijfskavel", "2000", "logistiek")
    assert oordeel(praat(rasa, "in Hengelo")) == "verwijzing_regio"


def test_a_remembered_municipality_is_only_used_where_the_check_holds() -> None:
    rasa = NepRasa()
    praat(rasa, "doe de check kantoorlocatie", "Enschede", "Kennispark")
    assert praat(rasa, "doe de check bedrijfskavel")["verwacht"]["veld"] == "kavelM2"
    assert praat(rasa, "doe de check OTB")["verwacht"]["veld"] == "gemeente"


@pytest.mark.parametrize(("naam", "gemeente"), [("werken-aan-huis", "enschede"), ("otb-gebied", "hengelo")])
def test_a_check_knows_its_municipality(naam: str, gemeente: str) -> None:
    assert eigen_gemeente(CHECKS[naam]) == gemeente


# ---- free text


ZEKER = [
    ("kantoorlocatie", "locatie", "ik wil een kantoor van 300 m2 aan de Singel beginnen", "de Singel"),
    ("kantoorlocatie", "locatie", "naast het Kennispark", None),
    ("kantoorlocatie", "locatie", "nee, aan de Zuiderval", "de Zuiderval"),
    ("bedrijfskavel", "sector", "ons transportbedrijf zoekt een kavel", "transportbedrijf"),
    ("bedrijfskavel", "sector", "wij leveren aan een transportbedrijf", None),
    ("functiemenging", "functie", "het terrein is breed economisch en ik wil een winkel", "winkel"),
    ("functiemenging", "functie", "geen winkel", None),
    ("informele-locatie", "adres", "het pand Javastraat 119 verbouwen tot 3 woningen", "Javastraat 119"),
    ("informele-locatie", "adres", "100 m2 voor 3 mensen", None),
    ("otb-gebied", "terrein", "ik zit op Westermaat Campus, hoort dat bij het otb", "Westermaat Campus"),
    ("otb-gebied", "terrein", "naast Westermaat Plein", None),
]


@pytest.mark.parametrize(("check", "veld", "gezegd", "waarde"), ZEKER)
def test_only_what_is_certain_is_taken_unasked(check: str, veld: str, gezegd: str, waarde: str | None) -> None:
    assert zegt_zeker(veld, gezegd, CHECKS[check]) == waarde
