"""The check `functiemenging`: the cases of tests/cases/functiemenging.yml, and what holds for every input."""

from datetime import date
from typing import Any

import pytest
from check_cases import Gevallen, lees, naam
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import termen
from actions.checks.functiemenging.functie import CATEGORIEEN, FUNCTIES, herken_functies
from actions.checks.functiemenging.invoer import PROFIELEN
from actions.checks.functiemenging.regels import OORDELEN
from actions.parameters import MAP

MENGING = Gevallen("functiemenging", "functiemenging")
TERMEN = termen.laad(MAP / "enschede" / "functies.yml", CATEGORIEEN).op(date(2026, 1, 1))
WOORD = {  # one word for each function
    "bedrijf": "productie",
    "kantoor": "kantoor",
    "detailhandel": "winkel",
    "leisure": "leisure",
    "horeca": "horeca",
    "dienstverlening": "kapper",
    "publiek": "museum",
    "wonen": "wonen",
}


@pytest.mark.parametrize("geval", MENGING.gevallen, ids=naam)
def test_case(geval: dict[str, Any]) -> None:
    MENGING.klopt(geval)


def test_the_cases_reach_every_verdict_of_the_interface() -> None:
    oordelen = {"toegestaan", "toegestaan_onder_voorwaarden", "niet_toegestaan", "maatwerk", "onvolledig"}
    assert {geval["oordeel"] for geval in MENGING.gevallen} == {*oordelen, "niet_van_toepassing"}


def test_every_profile_says_something_of_every_function() -> None:
    gezien = {
        (profiel, functie): MENGING.beoordeel(profiel=profiel, functie=WOORD[functie], ondersteunend=True).oordeel
        for profiel in PROFIELEN
        for functie in FUNCTIES
    }
    assert len(gezien) == len(PROFIELEN) * len(FUNCTIES)
    assert set(gezien.values()) == set(OORDELEN)


def test_every_rule_is_reported_with_its_reason_and_citation() -> None:
    for geval in MENGING.gevallen:
        uitkomst = MENGING.beoordeel(**geval["invoer"])
        namen = list(dict.fromkeys(regel.regel for regel in uitkomst.regels))
        assert namen in (["functie_in_profiel", "dienstbaar_aan_hoofdfunctie", "kantoorruimte"], [])
        assert all(regel.uitleg.endswith(".") and regel.bron.citaat for regel in uitkomst.regels)
        assert (not uitkomst.regels) == ("gemeente" in geval["invoer"])


@pytest.mark.parametrize(
    ("tekst", "functie"), [(tekst, functie) for functie, teksten in lees("functies").items() for tekst in teksten]
)
def test_function(tekst: str, functie: str) -> None:
    gelezen = herken_functies(tekst, TERMEN)
    assert gelezen.begrepen == (functie not in ("onzeker", "onbekend"))
    if gelezen.begrepen:
        assert [vondst.categorie for vondst in gelezen.zeker] == [functie]
    else:
        assert bool(gelezen.vondsten) == (functie == "onzeker")


def test_every_listed_word_is_read_as_listed() -> None:
    for lemma in TERMEN.exact.values():
        gelezen = herken_functies(lemma.term, TERMEN)
        verwacht = [] if lemma.categorie == "onzeker" else [lemma.categorie]
        assert [vondst.categorie for vondst in gelezen.zeker] == verwacht, lemma.term


def test_how_the_function_was_read_is_reported() -> None:
    uitkomst = MENGING.beoordeel(functie="supermrkt", ondersteunend=True)
    herkend: Any = uitkomst.gegevens["functieHerkend"]
    assert herkend["functies"] == ["detailhandel"]
    assert herkend["vondsten"][0]["wijze"] == "tikfout"
    assert any("‘supermrkt’" in aanname for aanname in uitkomst.aannames)
    assert any("noemt ‘supermarkt’ niet" in aanname for aanname in uitkomst.aannames)
    assert MENGING.beoordeel(functie="detailhandel", ondersteunend=True).aannames == ()
    assert "functieHerkend" not in MENGING.beoordeel(functie="xyzzy").gegevens


def test_the_question_for_the_profile_names_the_map() -> None:
    eigenschappen: Any = MENGING.check.schema["properties"]
    assert "kaart" in eigenschappen["profiel"]["description"]
    assert "kaart" in MENGING.beoordeel(profiel=None).samenvatting


def test_impossible_input_is_refused_with_every_error_at_once() -> None:
    fout = {
        "gemeente": "Enschede",
        "profiel": "blauw",
        "functie": "",
        "ondersteunend": "nee",
        "peildatum": "2026-02-30",
        "onbekendVeld": 1,
    }
    assert sorted(MENGING.fouten(**fout)) == sorted(fout)
    assert MENGING.fouten(functie="a" * 501) == ["functie"]
    assert MENGING.fouten(profiel=1) == ["profiel"]


# -- what holds for every input

VELDEN = st.fixed_dictionaries(
    {"gemeente": st.just("enschede")},
    optional={
        "profiel": st.sampled_from(PROFIELEN),
        "functie": st.sampled_from([*WOORD.values(), "webshop", "xyzzy", "opslag en winkel", "wonen en garage"]),
        "ondersteunend": st.booleans(),
    },
)


@settings(deadline=None)
@given(VELDEN)
def test_unknown_is_never_allowed(velden: dict[str, object]) -> None:
    uitkomst = MENGING.check.beoordeel(velden)
    assert bool(uitkomst.ontbreekt) == (uitkomst.oordeel == "onvolledig")
    if uitkomst.oordeel in ("toegestaan", "toegestaan_onder_voorwaarden", "maatwerk"):
        assert {"profiel", "functie"} <= set(velden)
    assert not set(uitkomst.ontbreekt) - {"functie"} & set(velden)
    assert len(uitkomst.samenvatting) <= 700


@settings(deadline=None)
@given(st.sampled_from(PROFIELEN), st.sampled_from(sorted(WOORD.values())))
def test_supporting_is_never_stricter(profiel: str, functie: str) -> None:
    wel, niet = (
        OORDELEN.index(MENGING.beoordeel(profiel=profiel, functie=functie, ondersteunend=antwoord).oordeel)
        for antwoord in (True, False)
    )
    assert wel <= niet


@settings(deadline=None)
@given(st.sampled_from(PROFIELEN), st.sampled_from(sorted(WOORD.values())), st.sampled_from(sorted(WOORD.values())))
def test_a_second_function_is_never_milder(profiel: str, een: str, ander: str) -> None:
    alleen, samen = (
        OORDELEN.index(MENGING.beoordeel(profiel=profiel, functie=functie, ondersteunend=False).oordeel)
        for functie in (een, f"{een} en {ander}")
    )
    assert alleen <= samen


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_any_text_is_recognised_or_asked_about(tekst: str) -> None:
    uitkomst = MENGING.beoordeel(profiel="multifunctioneel", functie=tekst)
    if "functieHerkend" not in uitkomst.gegevens:
        assert uitkomst.ontbreekt == ("functie",)
