"""The check `bedrijfskavel`: the cases of tests/cases/bedrijfskavel.yml, and what holds for every input."""

from datetime import date
from typing import Any

import pytest
from check_cases import Gevallen, lees, naam
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import parameters, termen
from actions.checks.bedrijfskavel import OORDELEN
from actions.sectoren import CATEGORIEEN, herken_sector
from actions.vindplaats import met_vindplaats
from knowledge.register import load_documents

KAVEL = Gevallen("bedrijfskavel", "bedrijfskavel")
SECTOREN: dict[str, str | None] = lees("bedrijfskavel")["sectoren"]
LIJST = termen.laad(parameters.MAP / "enschede" / "sectoren.yml", CATEGORIEEN)


@pytest.mark.parametrize("geval", KAVEL.gevallen, ids=naam)
def test_case(geval: dict[str, Any]) -> None:
    assert len(KAVEL.klopt(geval).samenvatting) <= 700


@pytest.mark.parametrize("tekst", SECTOREN)
def test_how_a_sector_is_read(tekst: str) -> None:
    assert herken_sector(tekst, LIJST.op(date(2026, 1, 1))).categorie == SECTOREN[tekst]


def test_available_names_every_park_of_table_2_with_its_hectares() -> None:
    uitkomst = KAVEL.beoordeel()
    tabel = next(regel.uitleg for regel in uitkomst.regels if regel.regel == "tabel_2")
    for terrein in (
        "Bedrijvenpark Euregio 9,7 ha",
        "Hardick en Seckel 1,0 ha",
        "Josink Es 6,4 ha",
        "Havengebied 1,3 ha",
        "Westerval 1,3 ha",
        "Roombekerveld 2,9 ha",
        "Usseler Es 58,0 ha",
    ):
        assert terrein in tabel
        assert terrein in uitkomst.samenvatting
    assert "Totaal" not in tabel
    assert "juli 2016" in tabel
    assert "Volgens de tekst zijn die kleiner dan 5.000 m²" in tabel  # the text decides over the 58 ha


def test_a_referral_names_the_place_and_no_parks_of_enschede() -> None:
    uitkomst = KAVEL.beoordeel(sector="logistiek", gevestigdInEnschede=False)
    assert "XL Businesspark" in uitkomst.samenvatting
    assert "Josink Es" not in " ".join(regel.uitleg for regel in uitkomst.regels)


def test_what_is_assumed_is_said() -> None:
    assert any("omvang van een bedrijf" in aanname for aanname in KAVEL.beoordeel().aannames)
    logistiek = KAVEL.beoordeel(sector="logistiek", gevestigdInEnschede=False)
    assert any("niet om stadsdistributie" in aanname for aanname in logistiek.aannames)
    gevraagd = KAVEL.beoordeel(sector="logistiek", gevestigdInEnschede=False, stadsdistributie=False)
    assert not any("stadsdistributie" in aanname for aanname in gevraagd.aannames)
    assert any("telt alleen" in aanname for aanname in KAVEL.beoordeel(stadsdistributie=True).aannames)
    assert any("‘logstiek’" in aanname for aanname in KAVEL.beoordeel(sector="logstiek").aannames)
    assert KAVEL.beoordeel(sector="logstiek").gegevens["sectorHerkend"]["vondsten"][0]["wijze"] == "tikfout"  # type: ignore[index]


def test_every_citation_opens_at_its_own_sentence() -> None:
    check = met_vindplaats(KAVEL.check, load_documents())
    gezien = set()
    for geval in KAVEL.gevallen:
        velden = {**KAVEL.standaard, **geval["invoer"]}
        gezien |= {r.bron for r in check.beoordeel({v: w for v, w in velden.items() if w is not None}).regels}
    assert len(gezien) == 10
    assert [bron for bron in gezien if "#z-" not in bron.url] == []


def test_every_error_at_once() -> None:
    fout = {"kavelM2": 0, "sector": 3, "gevestigdInEnschede": "ja", "gemeente": "borne", "haast": True}
    assert sorted(KAVEL.fouten(**fout)) == sorted(fout)
    assert KAVEL.fouten(kavelM2=-1) == KAVEL.fouten(kavelM2=1e9) == KAVEL.fouten(kavelM2="2000 m2") == ["kavelM2"]


# -- what holds for every input

VELDEN = st.fixed_dictionaries(
    {"gemeente": st.just("enschede")},
    optional={
        "sector": st.sampled_from(["logistiek", "stadsdistributie", "metaal", "opslag", "zzgl", "handel en transport"]),
        "gevestigdInEnschede": st.booleans(),
        "stadsdistributie": st.booleans(),
        "kavelM2": st.integers(1, 10_000),
    },
)


@settings(deadline=None)
@given(VELDEN, st.integers(1, 1_000_000), st.integers(1, 1_000_000))
def test_more_square_metres_are_never_milder(velden: dict[str, Any], een: int, ander: int) -> None:
    volgorde = ("onvolledig", *OORDELEN)
    klein, groot = (KAVEL.check.beoordeel({**velden, "kavelM2": m2 / 100}) for m2 in sorted((een, ander)))
    assert volgorde.index(klein.oordeel) <= volgorde.index(groot.oordeel)
    assert klein.ontbreekt == groot.ontbreekt


@settings(deadline=None)
@given(VELDEN)
def test_what_is_unknown_is_never_available(velden: dict[str, object]) -> None:
    uitkomst = KAVEL.check.beoordeel(velden)
    assert (uitkomst.oordeel == "onvolledig") == bool(uitkomst.ontbreekt)
    if "kavelM2" not in velden or velden.get("sector") in (None, "opslag", "zzgl", "handel en transport"):
        assert uitkomst.oordeel == "onvolledig"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_any_text_is_recognised_or_asked_about(tekst: str) -> None:
    uitkomst = KAVEL.beoordeel(sector=tekst, gevestigdInEnschede=False)
    if "sectorHerkend" not in uitkomst.gegevens:
        assert uitkomst.ontbreekt == ("sector",)
