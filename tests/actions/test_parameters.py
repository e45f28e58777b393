"""Policy data: dated values, and a start-up that stops on a malformed file, naming file and key."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions import parameters
from actions.gegevensbestand import GegevensFout, versie

VERWACHT = {"grens": "procent", "gevolg": "oordeel"}


def waarde(**velden: object) -> dict[str, object]:
    return {
        "waarde": 30,
        "eenheid": "procent",
        "geldig_van": None,
        "geldig_tot": None,
        "citaat": "Grens = 30%",
        **velden,
    }


def inhoud(**namen: object) -> dict[str, Any]:
    gevolg = [waarde(waarde="niet_toegestaan", eenheid="oordeel")]
    kop = {"gemeente": "enschede", "document": "visie", "titel": "Visie", "sectie": "1.2 Café & zo"}
    return {**kop, "parameters": {"grens": [waarde()], "gevolg": gevolg, **namen}}


def schrijf(map_: Path, data: object) -> Path:
    bestand = map_ / "enschede" / "regel.yml"
    bestand.parent.mkdir(exist_ok=True)
    bestand.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return bestand


def test_a_good_file(tmp_path: Path) -> None:
    waarden = parameters.laad(schrijf(tmp_path, inhoud()), VERWACHT).op(date(2026, 1, 1))
    assert waarden["grens"].getal == 30
    assert waarden["gevolg"].tekst == "niet_toegestaan"
    assert waarden["grens"].bron.url == "/bronnen/visie#1-2-cafe-zo"


def test_a_value_may_stand_in_a_section_of_its_own(tmp_path: Path) -> None:
    bestand = schrijf(tmp_path, inhoud(grens=[waarde(sectie="2.1 Thee")]))
    waarden = parameters.laad(bestand, VERWACHT).op(date(2026, 1, 1))
    assert (waarden["grens"].bron.sectie, waarden["gevolg"].bron.sectie) == ("2.1 Thee", "1.2 Café & zo")
    with pytest.raises(GegevensFout, match=r"sectie"):
        parameters.laad(schrijf(tmp_path, inhoud(grens=[waarde(sectie=" ")])), VERWACHT)


def test_the_verdicts_are_those_of_the_check(tmp_path: Path) -> None:
    gevolg = [waarde(waarde="terughoudend", eenheid="oordeel")]
    bestand = schrijf(tmp_path, inhoud(gevolg=gevolg))
    assert parameters.laad(bestand, VERWACHT, ("terughoudend",)).op(date(2026, 1, 1))["gevolg"].tekst == "terughoudend"
    with pytest.raises(GegevensFout, match=r"gevolg\.waarde: unknown verdict 'terughoudend'"):
        parameters.laad(bestand, VERWACHT)


def test_an_energy_label_is_one_that_exists(tmp_path: Path) -> None:
    for label, goed in (("C", True), ("c", False), ("H", False)):
        bestand = schrijf(tmp_path, inhoud(grens=[waarde(waarde=label, eenheid="energielabel")]))
        if goed:
            waarden = parameters.laad(bestand, {**VERWACHT, "grens": "energielabel"}).op(date(2026, 1, 1))
            assert waarden["grens"].tekst == label
        else:
            with pytest.raises(GegevensFout, match=r"grens\.waarde: unknown energy label"):
                parameters.laad(bestand, {**VERWACHT, "grens": "energielabel"})


def test_the_day_selects_the_value(tmp_path: Path) -> None:
    oud = waarde(geldig_van=date(2020, 1, 1), geldig_tot=date(2025, 12, 31))
    nieuw = waarde(waarde=40, geldig_van=date(2026, 1, 1))
    geladen = parameters.laad(schrijf(tmp_path, inhoud(grens=[nieuw, oud])), VERWACHT)
    assert geladen.op(date(2020, 1, 1))["grens"].getal == 30
    assert geladen.op(date(2025, 12, 31))["grens"].getal == 30
    assert geladen.op(date(2026, 1, 1))["grens"].getal == 40
    with pytest.raises(LookupError, match="grens"):
        geladen.op(date(2019, 12, 31))


@pytest.mark.parametrize(
    ("reeks", "sleutel"),
    [
        ([waarde(waarde="dertig")], "grens.waarde"),
        ([waarde(waarde=True)], "grens.waarde"),
        ([waarde(waarde=-1)], "grens.waarde"),
        ([waarde(waarde=float("nan"))], "grens.waarde"),
        ([waarde(eenheid="m2")], "grens.eenheid"),
        ([waarde(citaat=" ")], "grens.citaat"),
        ([waarde(geldig_van="vandaag")], "grens.geldig_van"),
        ([waarde(geldig_van=date(2026, 1, 2), geldig_tot=date(2026, 1, 1))], "grens.geldig_tot"),
        ([waarde(), waarde(geldig_van=date(2026, 1, 1))], "grens"),
        ([waarde(geldig_tot=date(2026, 1, 1)), waarde(geldig_van=date(2026, 1, 1))], "grens"),
        ([waarde(extra=1)], "grens.extra"),
        ([{"waarde": 30}], "grens.citaat"),
        ([], "grens"),
        (30, "grens"),
    ],
)
def test_a_malformed_value_names_file_and_key(tmp_path: Path, reeks: object, sleutel: str) -> None:
    bestand = schrijf(tmp_path, inhoud(grens=reeks))
    with pytest.raises(GegevensFout, match=f"^enschede/regel.yml: {sleutel}: "):
        parameters.laad(bestand, VERWACHT)


def test_missing_unknown_and_wrong_names(tmp_path: Path) -> None:
    with pytest.raises(GegevensFout, match=r"parameters\.nieuw"):
        parameters.laad(schrijf(tmp_path, inhoud(nieuw=[waarde()])), VERWACHT)
    with pytest.raises(GegevensFout, match=r"parameters\.derde"):
        parameters.laad(schrijf(tmp_path, inhoud()), {**VERWACHT, "derde": "m2"})
    slecht = waarde(waarde="misschien", eenheid="oordeel")
    with pytest.raises(GegevensFout, match=r"gevolg\.waarde: unknown verdict 'misschien'"):
        parameters.laad(schrijf(tmp_path, inhoud(gevolg=[slecht])), VERWACHT)


@pytest.mark.parametrize("tekst", ["a: [", "a: 1\na: 2", "- lijst", ""])
def test_a_file_that_is_no_mapping(tmp_path: Path, tekst: str) -> None:
    bestand = schrijf(tmp_path, {})
    bestand.write_text(tekst, encoding="utf-8")
    with pytest.raises(GegevensFout, match=r"regel\.yml"):
        parameters.laad(bestand, VERWACHT)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GegevensFout, match=r"weg\.yml"):
        parameters.laad(tmp_path / "weg.yml", VERWACHT)


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    bestand = schrijf(tmp_path, inhoud())
    eerst = versie(bestand)
    assert versie(schrijf(tmp_path, inhoud())) == eerst
    assert versie(schrijf(tmp_path, inhoud(grens=[waarde(waarde=31)]))) != eerst
