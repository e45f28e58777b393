"""Word lists of a check: dated groups, and a start-up that stops on a malformed file, naming file and key."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.gegevensbestand import GegevensFout
from actions.termen import laad

CATEGORIEEN = ("markt", "kraam")


def groep(**velden: object) -> dict[str, object]:
    return {
        "categorie": "markt",
        "citaat": "zin",
        "genoemd": "De markt",
        "reden": "De tekst noemt de markt.",
        "woorden": ["markt", "grote markt"],
        "slot": ["markt"],
        "geldig_van": None,
        "geldig_tot": None,
        **velden,
    }


def schrijf(map_: Path, *groepen: object, **kop: object) -> Path:
    inhoud: dict[str, Any] = {
        "gemeente": "enschede",
        "document": "visie",
        "titel": "Visie",
        "sectie": "1.2 Markten",
        "citaten": {"zin": {"sectie": "1.3 Kramen", "citaat": "De markt begint om negen uur."}},
        "groepen": list(groepen),
        **kop,
    }
    bestand = map_ / "enschede" / "lijst.yml"
    bestand.parent.mkdir(exist_ok=True)
    bestand.write_text(yaml.safe_dump(inhoud, allow_unicode=True), encoding="utf-8")
    return bestand


def test_a_good_list(tmp_path: Path) -> None:
    termen = laad(schrijf(tmp_path, groep(), groep(categorie="kraam", woorden=["kraam"], slot=[])), CATEGORIEEN)
    op = termen.op(date(2026, 1, 1))
    assert {naam: lemma.categorie for naam, lemma in op.exact.items()} == {
        "markt": "markt",
        "grotemarkt": "markt",
        "kraam": "kraam",
    }
    assert (list(op.slot), op.langste) == (["markt"], 2)
    assert op.exact["markt"].bron.url == "/bronnen/visie#1-3-kramen"


def test_the_day_selects_the_groups(tmp_path: Path) -> None:
    oud = groep(geldig_van=date(2020, 1, 1), geldig_tot=date(2025, 12, 31))
    nieuw = groep(categorie="kraam", geldig_van=date(2026, 1, 1))
    termen = laad(schrijf(tmp_path, oud, nieuw), CATEGORIEEN)
    assert termen.op(date(2020, 1, 1)).exact["markt"].categorie == "markt"
    assert termen.op(date(2025, 12, 31)).exact["markt"].categorie == "markt"
    assert termen.op(date(2026, 1, 1)).exact["markt"].categorie == "kraam"
    with pytest.raises(LookupError, match="2019-12-31"):
        termen.op(date(2019, 12, 31))


@pytest.mark.parametrize(
    ("velden", "sleutel"),
    [
        ({"categorie": "winkel"}, "categorie"),
        ({"citaat": "weg"}, "citaat"),
        ({"genoemd": "De kraam"}, "genoemd"),
        ({"reden": " "}, "reden"),
        ({"woorden": "markt"}, "woorden"),
        ({"woorden": ["?!"]}, "woorden"),
        ({"slot": [12]}, "slot"),
        ({"geldig_van": "vandaag"}, "geldig_van"),
        ({"geldig_van": date(2026, 1, 2), "geldig_tot": date(2026, 1, 1)}, "geldig_tot"),
        ({"extra": 1}, "extra"),
    ],
)
def test_a_malformed_group_names_file_and_key(tmp_path: Path, velden: dict[str, object], sleutel: str) -> None:
    bestand = schrijf(tmp_path, groep(woorden=["eerst"], slot=[]), groep(**velden))
    with pytest.raises(GegevensFout, match=rf"^enschede/lijst.yml: groepen\[2\]\.{sleutel}: "):
        laad(bestand, CATEGORIEEN)


@pytest.mark.parametrize("lijst", ["woorden", "slot"])
def test_a_word_in_two_categories_at_one_time(tmp_path: Path, lijst: str) -> None:
    ander = groep(**{"categorie": "kraam", "woorden": ["x"], "slot": [], lijst: ["Markt!"]})
    with pytest.raises(GegevensFout, match=rf"groepen\[2\]\.{lijst}: 'Markt!' stands in two categories"):
        laad(schrijf(tmp_path, groep(), ander), CATEGORIEEN)


@pytest.mark.parametrize(
    ("kop", "sleutel"),
    [
        ({"groepen": []}, "groepen"),
        ({"groepen": {}}, "groepen"),
        ({"citaten": []}, "citaten"),
        ({"citaten": {"zin": {"citaat": "De markt"}}}, r"citaten\.zin\.sectie"),
        ({"citaten": {"zin": {"sectie": "1", "citaat": ""}}}, r"citaten\.zin\.citaat"),
    ],
)
def test_a_malformed_head(tmp_path: Path, kop: dict[str, object], sleutel: str) -> None:
    with pytest.raises(GegevensFout, match=rf"^enschede/lijst.yml: {sleutel}: "):
        laad(schrijf(tmp_path, groep(), **kop), CATEGORIEEN)
