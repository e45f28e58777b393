"""The themes of the Hengelo programme are whole: questions, activity groups and letters follow one another."""

import re
from string import ascii_uppercase

import pytest

from tests.knowledge import fidelity

# Activities per theme as the source letters them: the letters run on through a theme while the group number rises.
LETTERS = {"4.2": 6, "4.3": 6, "4.4": 9, "4.5": 6, "4.6": 7, "4.7": 6, "4.8": 9}


def theme(number: str) -> str:
    """The Markdown of one section of chapter 4."""
    match = re.search(rf"^### {re.escape(number)} .*?(?=^##?#? )", fidelity.load("hengelo-otb").markdown, re.M | re.S)
    assert match, number
    return match[0]


@pytest.mark.parametrize("number", LETTERS)
def test_activities_of_a_theme_follow_one_another(number: str) -> None:
    letters = re.findall(r"^- \*\*([A-Z])\. ", theme(number), re.M)
    assert letters == list(ascii_uppercase[: LETTERS[number]])


@pytest.mark.parametrize("number", LETTERS)
def test_every_question_of_a_theme_has_its_activity_group(number: str) -> None:
    questions = re.findall(r"^##### (\d)\) ", theme(number), re.M)
    groups = re.findall(r"^##### (\d)\. ", theme(number), re.M)
    assert questions == groups == [str(n) for n in range(1, len(groups) + 1)]


def test_cross_theme_activities_are_two_lists_that_start_at_a() -> None:
    assert re.findall(r"^- \*\*([A-Z])\. ", theme("4.1"), re.M) == ["A", "B", "C", "A", "B"]
