"""Yes and no, places, and what the form of a sentence tells. Pure: also runs on the API's Python."""

import pytest

from bot.components.bewoner import vind_bewoner
from bot.components.gemeente import vind_gemeente
from bot.components.ja_nee import is_kaal, ja_nee
from bot.components.zinsvorm import intent_van_vorm

JA = ["ja", "Ja!", "jazeker", "ja hoor", "ja graag", "yes", "klopt", "dat klopt", "inderdaad", "zeker weten",
"prima", "ok",
      "oké", "is goed", "doe maar", "natuurlijk", "ja, ik woon er zelf", "absoluut", "jep", "jaa", "graag"]  # fmt: skip
NEE = ["nee", "Nee.", "nee hoor", "nee dank u", "neen", "nope", "liever niet", "dat klopt niet", "klopt niet",
"helaas niet",
       "absoluut niet", "zeker niet", "hoeft niet", "geen", "nooit", "ja dat doe ik niet"]  # fmt: skip
GEEN_VAN_BEIDE = [
    "kapper",
    "120 m2",
    "mag dat?",
    "jas",
    "needles",
    "jaarlijks",
    "geen idee",
    "weet ik niet",
    "stop",
    "",
]


@pytest.mark.parametrize("tekst", JA)
def test_yes(tekst: str) -> None:
    assert ja_nee(tekst) is True


@pytest.mark.parametrize("tekst", NEE)
def test_no(tekst: str) -> None:
    assert ja_nee(tekst) is False


@pytest.mark.parametrize("tekst", GEEN_VAN_BEIDE)
def test_neither(tekst: str) -> None:
    assert ja_nee(tekst) is None


def test_a_no_with_more_to_it_is_not_bare() -> None:
    assert ja_nee("nee, 140 bedoel ik") is False
    assert not is_kaal("nee, 140 bedoel ik")
    assert is_kaal("nee dank u wel")


PLAATSEN = [("Enschede", "enschede"), ("in glanerbrug", "enschede"), ("HENGELO", "hengelo"),
("ik woon in Almelo", "anders"),
            ("Enschede of Hengelo", None), ("mijn huis", None)]  # fmt: skip


@pytest.mark.parametrize(("tekst", "gemeente"), PLAATSEN)
def test_place(tekst: str, gemeente: "str | None") -> None:
    assert vind_gemeente(tekst) == gemeente


BEWONERS = [("ik woon er zelf", True), ("het huis waar ik woon", True), ("ik woon er niet", False),
("ik woon ergens anders", False),
            ("mijn huis is 120 m2", None)]  # fmt: skip


@pytest.mark.parametrize(("tekst", "bewoner"), BEWONERS)
def test_resident(tekst: str, bewoner: "bool | None") -> None:
    assert vind_bewoner(tekst) is bewoner


VORMEN = [
    ("ja hoor", "vraag_beleid", "bevestig"),
    ("nee dank u", "vraag_beleid", "ontken"),
    ("120 m2", "start_werken_aan_huis", "geef_gegevens"),
    ("ongeveer 35 meter", None, "geef_gegevens"),
    ("Enschede", "groet", "geef_gegevens"),
    ("en als het 60 m2 is?", "vraag_beleid", "geef_gegevens"),
    ("doe de check", "afscheid", "start_check"),
    ("doe de check kantoorlocatie", "start_kantoorlocatie", "start_check"),
    ("ja, start de check", "bevestig", "start_check"),
    ("doe de check opnieuw", "opnieuw", "opnieuw"),
    ("ik wil thuis een kapsalon beginnen", "vraag_beleid", "start_werken_aan_huis"),
    ("mag ik thuis een kapsalon beginnen?", "start_werken_aan_huis", "vraag_beleid"),
    ("ik vraag me af of ik thuis klanten mag ontvangen", "start_werken_aan_huis", "vraag_beleid"),
    ("mijn buurman werkt thuis, mag dat zomaar", "start_werken_aan_huis", "vraag_beleid"),
    ("kunt u nagaan of mijn situatie mag?", "start_check", None),
    ("mag er een kantoor komen op het Kennispark?", "start_kantoorlocatie", "vraag_beleid"),
    ("en voor een kantoor dan?", "start_kantoorlocatie", "vraag_beleid"),
    ("wat zijn de regels?", "vraag_beleid", None),
    ("I want to open a nail studio in my apartment", "start_werken_aan_huis", "vraag_beleid"),
    ("Ich will zu Hause Haare schneiden", "start_werken_aan_huis", "vraag_beleid"),
    ("we gaan een fietsenmaker aan huis beginnen", "vraag_beleid", "start_werken_aan_huis"),
    ("waarom niet?", "ontken", "waarom_vraagt_u"),
    ("Hoezo dan", "vraag_beleid", "waarom_vraagt_u"),
    ("waarom niet op zondag?", "vraag_beleid", None),
    ("en op zondag?", "afscheid", "vraag_beleid"),
    ("en in Enschede dan", "geef_gegevens", "vraag_beleid"),
    ("dus helemaal niet?", "ontken", "vraag_beleid"),
    ("en met wie kan ik dan praten?", "medewerker", None),
    ("en op naar de volgende, stop maar", "opnieuw", "annuleer"),
    ("hallo", "groet", "groet"),
]


@pytest.mark.parametrize(("tekst", "gedacht", "intent"), VORMEN)
def test_form_of_the_sentence(tekst: str, gedacht: "str | None", intent: "str | None") -> None:
    assert intent_van_vorm(tekst, gedacht) == intent


@pytest.mark.parametrize(
    ("tekst", "gedacht", "zekerheid"),
    [
        ("wat is STOMP", "scheldwoorden", 0.92),
        ("wat vinden jullie van blurring", "dreiging", 0.6),
        ("wat eet een egel", "scheldwoorden", 0.47),
        ("wie is novel-t", "wie_ben_jij", 0.54),
        ("waarom is westerval slecht", "waarom_vraagt_u", 0.82),
        ("kan ik op de usseler es terecht", "belofte_gevraagd", 0.52),
        ("wordt mijn kavel onteigend", "start_bedrijfskavel", 0.96),
    ],
)
def test_a_question_about_a_thing_is_no_abuse_and_not_about_us(tekst: str, gedacht: str, zekerheid: float) -> None:
    assert intent_van_vorm(tekst, gedacht, zekerheid) == "vraag_beleid"


@pytest.mark.parametrize(
    ("tekst", "gedacht", "zekerheid"),
    [
        ("wat een slechte service", "scheldwoorden", 0.98),
        ("wat zijn jullie een prutsers", "scheldwoorden", 0.9),
        ("waar zijn jullie, ik kom eraan", "dreiging", 0.8),
        ("wat kost het als ik u omkoop", "belofte_gevraagd", 0.7),
        ("komt er niemand", "start_werken_aan_huis", 0.6),
    ],
)
def test_a_cry_or_a_question_about_us_stays(tekst: str, gedacht: str, zekerheid: float) -> None:
    assert intent_van_vorm(tekst, gedacht, zekerheid) != "vraag_beleid"
