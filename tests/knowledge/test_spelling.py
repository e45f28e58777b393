"""Typing errors are put right towards the words of the texts; words that are right stay as they are."""

import pytest

from knowledge.spelling import COMMON, Spelling

TEXTS = ["Een kantoor op een bedrijventerrein vraagt een omgevingsvergunning"] * COMMON


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling([*TEXTS, "Een kavelruil"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mag een kantoorr", "mag een kantoor"),  # one too many
        ("een bedrijventerein?", "een bedrijventerrein?"),  # one too few
        ("Omgevingsvergumning nodig", "omgevingsvergunning nodig"),  # a wrong one
        ("een omgevingsvregunning", "een omgevingsvergunning"),  # two that changed places
        ("een omgevingsvregunnning", "een omgevingsvregunnning"),  # two errors: left as it is
        ("kantor", "kantoor"),
        ("kanto", "kanto"),  # too short
        ("kavelruill", "kavelruill"),  # the text has that word only once
        ("kavelruil", "kavelruil"),
        ("de vakantie", "de vakantie"),  # a Dutch word that no text has
        ("", ""),
    ],
)
def test_what_is_corrected(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.corrected(typed) == meant


def test_a_dutch_word_is_not_taken_for_a_typing_error() -> None:
    assert Spelling(["sterker worden"] * COMMON).corrected("de stekker erin") == "de stekker erin"
