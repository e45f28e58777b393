"""What holds for a business at home is not told to who asks about a business park."""

import pytest

from knowledge.corpus import Corpus, load_corpus
from knowledge.elsewhere import Elsewhere
from knowledge.settings import load_settings


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(load_settings().max_passage_characters)


@pytest.fixture(scope="module")
def elsewhere(corpus: Corpus) -> Elsewhere:
    return Elsewhere(corpus)


@pytest.mark.parametrize(
    ("question", "hidden"),
    [
        ("mag een bakker een winkel beginnen op een bedrijventerrein?", True),
        ("Kan ik een kapsalon openen in de havens van het havengebied", True),
        ("can I open a shop in a business park?", True),
        ("mag ik thuis op het bedrijventerrein een kapsalon?", False),
        ("mijn rijtjeshuis grenst aan een bedrijventerrein, mag ik daar klanten ontvangen?", False),
        ("mag ik een kapsalon beginnen?", False),
        ("wie gaat dat handhaven?", False),
    ],
)
def test_the_rules_for_work_at_home_are_hidden_where_another_place_is_meant(
    corpus: Corpus, elsewhere: Elsewhere, question: str, hidden: bool
) -> None:
    cards, chunks = elsewhere.others(question)
    assert (cards.any(), chunks.any()) == (hidden, hidden)
    for card, other in zip(corpus.cards, cards, strict=True):
        assert not other or all(citation.section.within("3.2.7") for citation in card.citations)
    for chunk, other in zip(corpus.chunks, chunks, strict=True):
        assert not other or corpus.section(chunk).within("3.2.7")


def test_what_the_question_leans_on_counts_too(elsewhere: Elsewhere) -> None:
    assert not elsewhere.others("en op een bedrijventerrein?", "mag ik thuis klanten ontvangen?")[0].any()


def test_no_question_of_a_hidden_card_hides_it(corpus: Corpus, elsewhere: Elsewhere) -> None:
    """Else nobody who asks that would ever be told the card."""
    lost = [
        vraag
        for position, card in enumerate(corpus.cards)
        for vraag in card.vragen
        if elsewhere.others(vraag)[0][position]
    ]
    assert lost == []
