"""Recognising an activity: the words of tests/cases/activiteiten.yml, and how each was found."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from actions.checks.werken_aan_huis import ACTIVITEITEN
from actions.herkenning import herken

LIJST = ACTIVITEITEN.op(date(2026, 1, 1))
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "activiteiten.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("tekst", "categorie"), [(tekst, categorie) for categorie, teksten in CASES.items() for tekst in teksten]
)
def test_category(tekst: str, categorie: str) -> None:
    assert (herken(tekst, LIJST).categorie or "onbekend") == categorie


@pytest.mark.parametrize(
    ("tekst", "term", "wijze"),
    [
        ("kapper", "kapper", "exact"),
        ("KAPPER!", "kapper", "exact"),
        ("naai atelier", "naai-atelier", "exact"),
        ("kappers", "kapper", "woordvorm"),
        ("restaurants", "restaurant", "woordvorm"),
        ("modewinkels", "winkel", "samenstelling"),
        ("paardencoach", "coach", "samenstelling"),
        ("dorpseetcafé", "eetcafé", "samenstelling"),  # the longest head
        ("boekhoudr", "boekhouder", "tikfout"),
        ("nagelstdio", "nagelstudio", "tikfout"),
        ("schoonheidspecialiste", "schoonheidsspecialiste", "tikfout"),
    ],
)
def test_how_it_was_found(tekst: str, term: str, wijze: str) -> None:
    vondst = herken(tekst, LIJST).vondsten[0]
    assert (vondst.lemma.term, vondst.wijze) == (term, wijze)


@pytest.mark.parametrize("tekst", ["kaper", "tadnats", "bouwers", "wandarts", "uwinkel", "schonheidspecialit"])
def test_too_far_for_a_typing_error(tekst: str) -> None:
    assert herken(tekst, LIJST).vondsten == ()


def test_a_typing_error_between_two_categories_is_not_decided() -> None:
    assert herken("schonmaker", LIJST).vondsten == ()  # schoenmaker or schoonmaker


def test_every_listed_word_is_recognised_as_listed() -> None:
    for activiteit in LIJST.exact.values():
        herkend = herken(activiteit.term, LIJST)
        assert herkend.categorie == activiteit.categorie, activiteit.term
        assert herkend.vondsten[0].wijze == "exact", activiteit.term


def test_the_list_is_broad_and_never_empty_handed() -> None:
    assert len(LIJST.exact) >= 150
    assert {activiteit.categorie for activiteit in LIJST.exact.values()} == {
        "dienstverlenend",
        "ambachtelijk",
        "horeca",
        "detailhandel",
        "anders",
        "onzeker",
    }
