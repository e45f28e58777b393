"""The check `werken-aan-huis`: the cases of tests/cases/werken_aan_huis.yml, and what holds for every input."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from check_cases import naam
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.checks import CHECKS
from actions.uitkomst import VERGUNNING_OORDELEN, Uitkomst

BESTAND = Path(__file__).parents[1] / "cases" / "werken_aan_huis.yml"
CASES: dict[str, Any] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
STANDAARD: dict[str, Any] = CASES["standaard"]
CHECK = CHECKS["werken-aan-huis"]
REGELS = [
    "activiteit",
    "bewoner",
    "vloeroppervlak_aandeel",
    "vloeroppervlak_maximum",
    "bezoekers_kantooruren",
    "bezoekers_buiten_kantooruren",
    "buitenopslag",
    "openbare_ruimte",
    "extra_verkeer",
]


def beoordeel(**invoer: object) -> Uitkomst:
    """The standard case with changes; None leaves a field out."""
    velden = {**STANDAARD, **invoer}
    return CHECK.beoordeel({veld: waarde for veld, waarde in velden.items() if waarde is not None})


@pytest.mark.parametrize("geval", CASES["gevallen"], ids=naam)
def test_case(geval: dict[str, Any]) -> None:
    uitkomst = beoordeel(**geval["invoer"])
    assert uitkomst.oordeel == geval["oordeel"]
    if "ontbreekt" in geval:
        assert list(uitkomst.ontbreekt) == geval["ontbreekt"]
    if "regels" in geval:
        streng = {regel.regel: regel.oordeel for regel in uitkomst.regels if regel.oordeel != "toegestaan"}
        assert streng == geval["regels"]


def test_every_rule_is_reported_with_its_reason_and_citation() -> None:
    uitkomst = beoordeel()
    assert [regel.regel for regel in uitkomst.regels] == REGELS
    for regel in uitkomst.regels:
        assert regel.uitleg.endswith(".")
        assert regel.bron.citaat
        assert regel.bron.url == "/bronnen/enschede-visie-werklocaties#3-2-7-ruimte-voor-werken-aan-huis"


def test_json_has_the_names_of_the_interface() -> None:
    uitkomst = beoordeel().to_json()
    assert list(uitkomst) == [
        "check",
        "oordeel",
        "samenvatting",
        "regels",
        "ontbreekt",
        "aannames",
        "gegevens",
        "disclaimer",
        "regelset",
    ]
    regels = uitkomst["regels"]
    assert isinstance(regels, list)
    assert list(regels[0]) == ["regel", "oordeel", "uitleg", "bron"]
    assert list(regels[0]["bron"]) == ["document", "titel", "gemeente", "sectie", "citaat", "url"]


OPTIONEEL = {
    "bezoekersKantooruren": (5, "tijdens kantooruren"),
    "bezoekersBuitenKantooruren": (2, "buiten kantooruren"),
    "centrumOfStadserf": (False, "centrumgebied"),
    "buitenopslag": (False, "goederen opslaat"),
    "openbareRuimte": (False, "openbare ruimte"),
    "extraVerkeer": (False, "meer verkeer"),
}


@pytest.mark.parametrize("veld", OPTIONEEL)
def test_an_optional_fact_is_assumed_aloud_only_when_absent(veld: str) -> None:
    waarden = {naam: waarde for naam, (waarde, _) in OPTIONEEL.items()}
    woorden = OPTIONEEL[veld][1]
    assert not any(woorden in aanname for aanname in beoordeel(**waarden).aannames)
    gemist = [aanname for aanname in beoordeel(**{**waarden, veld: None}).aannames if woorden in aanname]
    assert len(gemist) == 1
    assert gemist[0].startswith("We gaan ervan uit dat")


def test_in_the_centre_no_group_size_is_assumed() -> None:
    assert not any("klanten tegelijk" in aanname for aanname in beoordeel(centrumOfStadserf=True).aannames)


def test_the_swapped_numbers_of_the_source_are_reported() -> None:
    assert any("verwisselt" in aanname for aanname in beoordeel().aannames)
    assert not any("verwisselt" in aanname for aanname in beoordeel(activiteit="restaurant").aannames)


def test_what_the_policy_does_not_name_is_an_assumption() -> None:
    assert any("noemt ‘kapper’ niet" in aanname for aanname in beoordeel(activiteit="kapper").aannames)
    assert not any("niet met zoveel woorden" in a for a in beoordeel(activiteit="fietsenmaker").aannames)


def test_a_contradiction_is_named() -> None:
    aannames = beoordeel(activiteit="restaurant", activiteitCategorie="dienstverlenend").aannames
    assert any("U koos: dienstverlenend" in aanname and "voor: horeca" in aanname for aanname in aannames)
    zelfde = beoordeel(activiteit="boekhouder", activiteitCategorie="dienstverlenend").aannames
    assert not any("U koos" in aanname for aanname in zelfde)


def test_how_the_activity_was_read_is_reported() -> None:
    uitkomst = beoordeel(activiteit="boekhoudr")
    herkend: Any = uitkomst.gegevens["activiteitHerkend"]
    assert herkend["categorie"] == "dienstverlenend"
    assert herkend["vondsten"][0]["term"] == "boekhouder"
    assert herkend["vondsten"][0]["wijze"] == "tikfout"
    assert any("‘boekhoudr’" in aanname for aanname in uitkomst.aannames)
    assert "activiteitHerkend" not in beoordeel(activiteit="iets met paarden").gegevens


def test_just_above_a_limit_is_not_shown_as_the_limit() -> None:
    samenvatting = beoordeel(woningOppervlakteM2=100, bedrijfOppervlakteM2=30.01).samenvatting
    assert "iets meer dan 30%" in samenvatting
    assert "30,01 van de 100 m²" in samenvatting


def test_numbers_keep_their_value() -> None:
    gegevens = beoordeel(woningOppervlakteM2=95.5, bedrijfOppervlakteM2=28.0).gegevens
    assert gegevens["woningOppervlakteM2"] == 95.5
    assert repr(gegevens["bedrijfOppervlakteM2"]) == "28"


def test_every_day_so_far_has_rules() -> None:
    vroeg, laat = beoordeel(peildatum="1900-01-01"), beoordeel(peildatum="2100-01-01")
    assert vroeg.oordeel == laat.oordeel == "toegestaan"
    assert vroeg.gegevens["peildatum"] == "1900-01-01"


# -- what holds for every input

CENTEN = st.integers(1, 100_000).map(lambda centen: centen / 100)
VELDEN = st.fixed_dictionaries(
    {"gemeente": st.just("enschede")},
    optional={
        "woningOppervlakteM2": st.just(1000),
        "bedrijfOppervlakteM2": CENTEN,
        "activiteit": st.sampled_from(["boekhouder", "webshop", "zzgl", "restaurant", "autogarage", "fietsenmaker"]),
        "bewoner": st.booleans(),
        "bezoekersKantooruren": st.integers(0, 9),
        "bezoekersBuitenKantooruren": st.integers(0, 9),
        "centrumOfStadserf": st.booleans(),
        "buitenopslag": st.booleans(),
        "openbareRuimte": st.booleans(),
        "extraVerkeer": st.booleans(),
        "activiteitCategorie": st.sampled_from(["dienstverlenend", "ambachtelijk", "horeca", "detailhandel", "anders"]),
    },
)


@settings(deadline=None)
@given(VELDEN, CENTEN, CENTEN)
def test_more_area_is_never_milder(velden: dict[str, object], een: float, ander: float) -> None:
    klein, groot = sorted((een, ander))
    compleet = {**STANDAARD, **velden, "woningOppervlakteM2": 1000, "activiteitCategorie": "dienstverlenend"}
    mild, streng = (CHECK.beoordeel({**compleet, "bedrijfOppervlakteM2": m2}).oordeel for m2 in (klein, groot))
    assert VERGUNNING_OORDELEN.index(mild) <= VERGUNNING_OORDELEN.index(streng)


@settings(deadline=None)
@given(VELDEN)
def test_unknown_is_never_allowed(velden: dict[str, object]) -> None:
    uitkomst = CHECK.beoordeel(velden)
    nodig = set(CHECK.schema["required"])  # type: ignore[call-overload]
    if uitkomst.oordeel not in ("onvolledig", "niet_toegestaan"):
        assert nodig <= set(velden)
        assert uitkomst.ontbreekt == ()
    if uitkomst.oordeel == "onvolledig":
        assert uitkomst.ontbreekt
        assert not set(uitkomst.ontbreekt) & set(velden)
    assert len(uitkomst.samenvatting) <= 700


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_any_text_is_recognised_or_asked_about(tekst: str) -> None:
    uitkomst = beoordeel(activiteit=tekst)
    if "activiteitHerkend" not in uitkomst.gegevens:
        assert uitkomst.ontbreekt == ("activiteitCategorie",)
