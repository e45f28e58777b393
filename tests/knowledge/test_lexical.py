"""Lexical scores are shares of the query: 0 for nothing, near 1 for a text that answers to all of it."""

import pytest

from knowledge.analyse import grams, lemmas
from knowledge.lexical import LexicalField

TEXTS = ["Maximum vloeroppervlak voor een bedrijf aan huis", "Kantoren langs de singel", "Detailhandel mag niet"]


@pytest.fixture(scope="module")
def by_grams() -> LexicalField:
    return LexicalField(TEXTS, grams)


def test_a_compound_is_found_by_its_parts(by_grams: LexicalField) -> None:
    assert by_grams.shares("oppervlakte van de vloer").argmax() == 0
    assert by_grams.shares("singelkantoor").argmax() == 1


def test_a_typing_error_costs_little(by_grams: LexicalField) -> None:
    right, wrong = by_grams.shares("detailhandel")[2], by_grams.shares("detailhandal")[2]
    assert 0.5 * right < wrong < right


def test_inflection_is_looked_up() -> None:
    shares = LexicalField(TEXTS, lemmas).shares("kantoor")
    assert shares[1] > 0
    assert shares[0] == shares[2] == 0


def test_what_no_text_holds_lowers_the_share(by_grams: LexicalField) -> None:
    assert by_grams.shares("kantoren singel almelo")[1] < by_grams.shares("kantoren singel")[1] <= 1


def test_nothing_asked_finds_nothing(by_grams: LexicalField) -> None:
    assert not by_grams.shares("").any()
    assert not by_grams.shares("xyzzy").any()
