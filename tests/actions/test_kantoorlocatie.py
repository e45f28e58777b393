"""The check `kantoorlocatie`: the cases of tests/cases/kantoorlocatie.yml, and what holds for every input."""

from datetime import date
from typing import Any

import pytest
from check_cases import Gevallen, lees, naam
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import termen
from actions.checks.kantoorlocatie.plek import CATEGORIEEN, herken_plek
from actions.checks.kantoorlocatie.regels import OORDELEN
from actions.parameters import MAP

KANTOOR = Gevallen("kantoorlocatie", "kantoorlocatie")
PLEKKEN = termen.laad(MAP / "enschede" / "kantoorplekken.yml", CATEGORIEEN).op(date(2026, 1, 1))
REGELS = [
    "plek",
    "loopafstand_station",
    "oppervlakte_singel",
    "monument",
    "bij_bedrijf",
    "aparte_eenheid",
    "kwaliteit",
    "energielabel",
]


@pytest.mark.parametrize("geval", KANTOOR.gevallen, ids=naam)
def test_case(geval: dict[str, Any]) -> None:
    uitkomst = KANTOOR.klopt(geval)
    if "plek" in geval:
        herkend: Any = uitkomst.gegevens["locatieHerkend"]
        assert herkend["plek"] == geval["plek"]


def test_the_cases_reach_every_verdict_of_the_interface() -> None:
    oordelen = {"toegestaan_onder_voorwaarden", "terughoudend", "niet_toegestaan", "onvolledig", "niet_van_toepassing"}
    assert {geval["oordeel"] for geval in KANTOOR.gevallen} == oordelen


def test_every_rule_is_reported_with_its_reason_and_citation() -> None:
    for geval in KANTOOR.gevallen:
        uitkomst = KANTOOR.beoordeel(**geval["invoer"])
        assert [regel.regel for regel in uitkomst.regels] in (REGELS, [])
        assert all(regel.uitleg.endswith(".") and regel.bron.citaat for regel in uitkomst.regels)
        assert (not uitkomst.regels) == ("gemeente" in geval["invoer"])


@pytest.mark.parametrize(
    ("tekst", "plek"), [(tekst, plek) for plek, teksten in lees("kantoorplekken").items() for tekst in teksten]
)
def test_place(tekst: str, plek: str) -> None:
    assert (herken_plek(tekst, PLEKKEN).categorie or "geen") == plek


def test_every_listed_name_is_read_as_listed() -> None:
    for lemma in PLEKKEN.exact.values():
        verwacht = None if lemma.categorie == "geen_plek" else lemma.categorie
        assert herken_plek(lemma.term, PLEKKEN).categorie == verwacht, lemma.term


def test_how_the_place_was_read_is_reported() -> None:
    uitkomst = KANTOOR.beoordeel(locatie="kenispark")
    herkend: Any = uitkomst.gegevens["locatieHerkend"]
    assert herkend["vondsten"][0]["term"] == "kennispark"
    assert herkend["vondsten"][0]["wijze"] == "tikfout"
    assert any("‘kenispark’" in aanname for aanname in uitkomst.aannames)
    assert any("B&S park".lower() in aanname for aanname in KANTOOR.beoordeel(locatie="B&S park").aannames)
    assert KANTOOR.beoordeel().aannames == ()
    assert "locatieHerkend" not in KANTOOR.beoordeel(locatie="een pand").gegevens


def test_elsewhere_is_said_aloud_with_what_was_assumed() -> None:
    onbekend, bekend = KANTOOR.beoordeel(locatie="Oosterstraat 5"), KANTOOR.beoordeel(locatie="Boekelo")
    assert any("‘Oosterstraat 5’" in aanname for aanname in onbekend.aannames)
    assert not any("herkennen" in aanname for aanname in bekend.aannames)
    assert [("station" in aanname, "monument" in aanname) for aanname in bekend.aannames] == [
        (True, False),
        (False, True),
    ]
    assert KANTOOR.beoordeel(locatie="Boekelo", loopminutenStation=40, monument=False).aannames == ()


def test_a_bad_label_is_in_the_summary_and_a_good_one_is_no_warning() -> None:
    for locatie in ("Kennispark", "Boekelo"):
        assert "energielabel D is niet goed genoeg" in KANTOOR.beoordeel(locatie=locatie, energielabel="D").samenvatting
        assert "niet goed genoeg" not in KANTOOR.beoordeel(locatie=locatie, energielabel="C").samenvatting


def test_impossible_input_is_refused_with_every_error_at_once() -> None:
    fout = {
        "gemeente": "almelo",
        "locatie": " ",
        "oppervlakteM2": 0,
        "loopminutenStation": -1,
        "bijBedrijf": "ja",
        "aparteEenheid": 1,
        "monument": None,
        "energielabel": "H",
        "peildatum": "gisteren",
        "onbekendVeld": 1,
    }
    assert sorted(KANTOOR.fouten(**fout)) == sorted(fout)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("locatie", "a" * 501),
        ("locatie", 5),
        ("oppervlakteM2", "400"),
        ("oppervlakteM2", 1_000_001),
        ("loopminutenStation", float("nan")),
        ("loopminutenStation", 1001),
        ("energielabel", "c"),
    ],
)
def test_one_error(veld: str, waarde: object) -> None:
    assert KANTOOR.fouten(**{veld: waarde}) == [veld]


# -- what holds for every input

TEKSTEN = st.sampled_from(
    [
        "Kennispark",
        "stationsgebied",
        "Singel",
        "Havengebied",
        "binnenstad",
        "Boekelo",
        "xyzzy",
        "campus",
        "een monument",
    ]
)
MAAT = st.integers(1, 200_000).map(lambda cent: cent / 100)
VELDEN = st.fixed_dictionaries(
    {"gemeente": st.just("enschede")},
    optional={
        "locatie": TEKSTEN,
        "oppervlakteM2": MAAT,
        "loopminutenStation": st.integers(0, 30),
        "bijBedrijf": st.booleans(),
        "aparteEenheid": st.booleans(),
        "monument": st.booleans(),
        "energielabel": st.sampled_from(["A", "C", "D", "G"]),
    },
)


def streng(velden: dict[str, object]) -> int:
    oordeel = KANTOOR.check.beoordeel(velden).oordeel
    return OORDELEN.index(oordeel) if oordeel in OORDELEN else -1


@settings(deadline=None)
@given(VELDEN, st.sampled_from(["oppervlakteM2", "loopminutenStation"]), MAAT, MAAT)
def test_more_area_or_a_longer_walk_is_never_milder(velden: dict[str, object], veld: str, a: float, b: float) -> None:
    klein, groot = sorted((a, b))
    bekend = {"locatie": "Singel", "oppervlakteM2": 600, "loopminutenStation": 11}
    velden = {**bekend, "bijBedrijf": True, "aparteEenheid": False, **velden}
    if veld == "loopminutenStation":
        klein, groot = klein / 20, groot / 20  # around the limit
    assert streng({**velden, veld: klein}) <= streng({**velden, veld: groot})


@settings(deadline=None)
@given(VELDEN)
def test_the_label_never_changes_the_verdict(velden: dict[str, object]) -> None:
    assert len({KANTOOR.check.beoordeel({**velden, "energielabel": label}).oordeel for label in "ACDG"}) == 1


@settings(deadline=None)
@given(VELDEN)
def test_unknown_is_never_allowed(velden: dict[str, object]) -> None:
    uitkomst = KANTOOR.check.beoordeel(velden)
    assert bool(uitkomst.ontbreekt) == (uitkomst.oordeel == "onvolledig")
    if uitkomst.oordeel == "toegestaan_onder_voorwaarden":
        assert "locatie" in velden
    if not set(uitkomst.ontbreekt) <= {"locatie"}:
        assert not set(uitkomst.ontbreekt) & set(velden)
    assert len(uitkomst.samenvatting) <= 700


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_any_text_is_read_or_asked_about_and_never_allowed_unseen(tekst: str) -> None:
    uitkomst = KANTOOR.beoordeel(locatie=tekst)
    herkend: Any = uitkomst.gegevens.get("locatieHerkend", {"plek": None, "vondsten": []})
    if uitkomst.oordeel == "toegestaan_onder_voorwaarden":
        assert herkend["vondsten"]
    if herkend["plek"] is None:
        assert uitkomst.ontbreekt == ("locatie",)
