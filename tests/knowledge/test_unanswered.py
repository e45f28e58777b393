"""The questions that must stay unanswered: many, different, mostly near misses, none that a card was written for."""

import re
from pathlib import Path

import pytest
import yaml

import knowledge
from knowledge.cards import load_cards
from knowledge.register import load_documents
from knowledge.table_cards import table_cards

UNANSWERED = Path(knowledge.__file__).parent / "unanswered.yml"


@pytest.fixture(scope="module")
def text() -> str:
    return UNANSWERED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def questions(text: str) -> list[str]:
    asked: list[str] = yaml.safe_load(text)["vragen"]
    return asked


def same(question: str) -> str:
    return re.sub(r"\W+", " ", question.lower()).strip() or question


def test_there_are_many_and_all_differ(questions: list[str]) -> None:
    assert len(questions) >= 400
    assert all(isinstance(question, str) and question.strip() for question in questions)
    assert len({same(question) for question in questions}) == len(questions)


def test_near_misses_are_the_largest_part(text: str) -> None:
    groups = re.split(r"^  # ", text, flags=re.MULTILINE)[1:]
    near = sum(group.count("\n  - ") for group in groups if group.startswith("Near misses"))
    assert near >= 180


def test_no_card_was_written_for_one(questions: list[str]) -> None:
    documents = load_documents()
    of_cards = {same(v) for card in [*load_cards(documents), *table_cards(documents)] for v in card.vragen}
    assert [question for question in questions if same(question) in of_cards] == []
