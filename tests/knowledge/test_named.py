"""A card about one thing is not told to who names another."""

import pytest

from knowledge.corpus import Corpus, load_corpus
from knowledge.named import NamedCards
from knowledge.settings import load_settings


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(load_settings().max_passage_characters)


@pytest.fixture(scope="module")
def named(corpus: Corpus) -> NamedCards:
    return NamedCards(corpus.cards)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Javastraat 119", {"informele-locatie-4"}),
        ("javastraat nummer 119 B", {"informele-locatie-4"}),
        ("Mag Javastraat 117 blijven?", set()),
        ("bedrijf aan de Javastraat", {"informele-locatie-4"}),
        ("Javastraat 117 of Perikweg 13", {"informele-locatie-5"}),
        ("Pluimstraat 8 en Pluimstraat 83", {"informele-locatie-19"}),
        ("jp coenstraat 16", {"informele-locatie-54"}),
        ("wat staat er bij nummer 12 in tabel 5", {"informele-locatie-12"}),
        ("staat Kerkstraat 12 in tabel 5", set()),
        ("de javastaat 115", {"informele-locatie-4"}),
        ("hoeveel ha heeft Roombekerveld", {"aanbod-roombekerveld"}),
        ("kan ik nog naar de usseler", {"aanbod-usseler-es"}),
        ("hoeveel ha heeft de Zuiderval", set()),
        ("valt timersveld onder het OTB", {"otb-terrein-timmersveld-roershoek"}),
        ("valt de Berflo Es onder het OTB", set()),
        ("mag ik thuis een kapsalon beginnen", set()),
    ],
)
def test_cards_with_names_that_a_question_leaves(
    corpus: Corpus, named: NamedCards, question: str, left: set[str]
) -> None:
    others = named.others(question)
    assert {c.id for c, other in zip(corpus.cards, others, strict=True) if c.namen and not other} == left


def test_a_card_without_names_is_always_left(corpus: Corpus, named: NamedCards) -> None:
    others = named.others("Pluimstraat 83")
    assert not any(other for card, other in zip(corpus.cards, others, strict=True) if not card.namen)


def test_an_earlier_question_names_for_the_one_that_leans_on_it(corpus: Corpus, named: NamedCards) -> None:
    others = named.others("en mag ik daar uitbreiden?", "Welk label heeft Pluimstraat 83?")
    (left,) = (c.id for c, other in zip(corpus.cards, others, strict=True) if c.namen and not other)
    assert left == "informele-locatie-19"


def test_every_question_of_a_card_with_names_holds_one(corpus: Corpus, named: NamedCards) -> None:
    """Else nobody who asks that would ever be told the card."""
    closed = [
        (card.id, question)
        for position, card in enumerate(corpus.cards)
        for question in card.vragen
        if card.namen and named.others(question)[position]
    ]
    assert closed == []
