"""Every card is short, plain, and says nothing that its citations do not say."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.cards import CARDS, Card, load_cards, squeeze
from knowledge.document import Document
from knowledge.register import load_documents

MAX_ANSWER, MAX_SHORT, MAX_SENTENCE, MIN_QUESTIONS = 700, 200, 25, 8  # characters, characters, words, questions
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9‘'\"])")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w’'-]+")
# Openings that say nothing, or the opposite, when the same thing is asked the other way round.
LEANING = re.compile(
    r"(?:Ja|Nee|Neen|Jazeker|Klopt|Inderdaad|Zeker|Misschien|Mogelijk|Soms|Meestal|Deels|Gedeeltelijk|Nauwelijks|Alleen|"
    r"Dat|Dit|Dan|Daar|Daarvoor|Daarover|Hiervoor|Omdat|Want|Op meer manieren)\b"
)
# Names that every answer may use: the municipality, its documents, its front office.
KNOWN_NAMES = {"Enschede", "Enschedese", "Hengelo", "Hengelose", "OTB", "Visie", "Werklocaties", "Ondernemersloket"}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return load_documents()


@pytest.fixture(scope="module")
def cards(documents: dict[str, Document]) -> list[Card]:
    return load_cards(documents)  # raises where a citation does not stand word for word in its section


@pytest.fixture(scope="module")
def told(cards: list[Card]) -> list[Card]:
    """Everything that a card may say: its answer, and its short form as if that were the answer."""
    return [*cards, *(replace(card, id=f"{card.id} (kort)", antwoord=card.kort) for card in cards if card.kort)]


def _offenders(cards: list[Card], fault: "object") -> list[str]:
    return [f"{card.id}: {message}" for card in cards if (message := fault(card))]  # type: ignore[operator]


def test_there_are_cards_for_every_document(cards: list[Card], documents: dict[str, Document]) -> None:
    assert {path.name for path in CARDS.iterdir()} <= set(documents)
    assert {card.document for card in cards} >= {"enschede-visie-werklocaties", "hengelo-otb"}


def test_answers_are_short(cards: list[Card]) -> None:
    assert not _offenders(cards, lambda c: len(c.antwoord) > MAX_ANSWER and f"{len(c.antwoord)} characters")


def test_a_short_form_is_shorter(cards: list[Card]) -> None:
    """So that a second one has room beside most answers."""
    short = [card for card in cards if card.kort]
    assert not _offenders(short, lambda c: len(c.kort) > MAX_SHORT and f"{len(c.kort)} characters")
    assert not _offenders(short, lambda c: len(c.kort) >= len(c.antwoord) and "no shorter than the answer")
    assert not _offenders(short, lambda c: c.soort != "antwoord" and "a gap is never told beside another card")


def test_no_answer_leans_on_how_the_question_was_put(told: list[Card]) -> None:
    """It holds for "mag het?" and for "mag het niet?", and names what it is about."""
    assert not _offenders(told, lambda c: (found := LEANING.match(c.antwoord)) and found[0])


@pytest.mark.parametrize(
    "opening", ["Nee, dat mag niet.", "Dat kan alleen zo.", "Soms wel.", "Deels.", "Op meer manieren."]
)
def test_an_opening_that_leans_on_its_question(opening: str) -> None:
    assert LEANING.match(opening)


@pytest.mark.parametrize(
    "opening", ["Deelname kost niets.", "Daken zijn groen.", "Een kapper mag.", "Er zijn drie fasen."]
)
def test_an_opening_that_stands_on_its_own(opening: str) -> None:
    assert not LEANING.match(opening)


def test_sentences_are_short(told: list[Card]) -> None:
    def fault(card: Card) -> str:
        longest = max(SENTENCE_END.split(card.antwoord), key=lambda s: len(s.split()))
        return f"{len(longest.split())} words: {longest}" if len(longest.split()) > MAX_SENTENCE else ""

    assert not _offenders(told, fault)


def test_every_number_stands_in_the_citations(told: list[Card]) -> None:
    def fault(card: Card) -> str:
        cited = (
            " ".join(c.citaat for c in card.citations)
            + " "
            + " ".join(h for c in card.citations for h in c.section.path)
        )
        missing = set(NUMBER.findall(card.antwoord)) - set(NUMBER.findall(cited))
        return f"{sorted(missing)} not in the citations" if missing and card.soort == "antwoord" else ""

    assert not _offenders(told, fault)


def test_every_name_stands_in_the_citations(told: list[Card]) -> None:
    def fault(card: Card) -> str:
        cited = squeeze(
            " ".join([*(c.citaat for c in card.citations), *(h for c in card.citations for h in c.section.path)])
        ).lower()
        names = {n for s in SENTENCE_END.split(card.antwoord) for n in NAME.findall(s)} - KNOWN_NAMES
        missing = {name for name in names if squeeze(name).lower() not in cited}
        return f"{sorted(missing)} not in the citations" if missing and card.soort == "antwoord" else ""

    assert not _offenders(told, fault)


def test_every_card_is_asked_in_many_ways(cards: list[Card]) -> None:
    def fault(card: Card) -> str:
        different = {re.sub(r"\W+", " ", v.lower()).strip() for v in card.vragen}
        return f"{len(different)} different questions" if len(different) < MIN_QUESTIONS else ""

    assert not _offenders(cards, fault)


def test_no_question_belongs_to_two_cards_of_one_document(cards: list[Card]) -> None:
    owner: dict[tuple[str, str], str] = {}
    for card in cards:
        for vraag in card.vragen:
            key = (card.document, re.sub(r"\W+", " ", vraag.lower()).strip())
            assert owner.setdefault(key, card.id) == card.id, f"{vraag!r} stands in {owner[key]} and {card.id}"


def test_card_files_sit_in_the_folder_of_their_document() -> None:
    for path in CARDS.rglob("*.yml"):
        assert f"document: {path.parent.name}\n" in path.read_text(encoding="utf-8"), Path(path).name
