"""A question that names two rows of a table gets the cards of both."""

import numpy as np
import pytest

from knowledge.answer import Reden, compose
from knowledge.corpus import Corpus, load_corpus
from knowledge.retrieve import Ranking
from knowledge.rows import NamedRows
from knowledge.settings import load_settings


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(load_settings().max_passage_characters)


def position(corpus: Corpus, card_id: str) -> int:
    return next(i for i, card in enumerate(corpus.cards) if card.id == card_id)


@pytest.mark.parametrize(
    ("first", "question", "others"),
    [
        ("aanbod-josink-es", "hoeveel ha hebben de Josink Es en het Havengebied", ["aanbod-havengebied"]),
        ("aanbod-josink-es", "hoeveel ha heeft de josink-es", []),
        ("aanbod-josink-es", "Westerval, Josink Es of Roombekerveld", ["aanbod-westerval", "aanbod-roombekerveld"]),
        ("informele-locatie-1", "Broekheurnerweg 62 en Bleekweg 31", ["informele-locatie-2"]),
        ("informele-locatie-1", "Broekheurnerweg 62 en Bleekweg 310", []),
    ],
)
def test_the_other_rows_that_a_question_names(corpus: Corpus, first: str, question: str, others: list[str]) -> None:
    shares = np.full(len(corpus.cards), 0.001, np.float32)
    found = NamedRows(corpus.cards).beside(position(corpus, first), question, shares)
    assert [corpus.cards[i].id for i in found] == others


def test_of_several_cards_of_a_row_the_best_is_taken(corpus: Corpus) -> None:
    shares = np.zeros(len(corpus.cards), np.float32)
    shares[position(corpus, "score-banen-marssteden")] = 0.2
    (found,) = NamedRows(corpus.cards).beside(position(corpus, "scores-westerval"), "Westerval of Marssteden?", shares)
    assert corpus.cards[found].id == "score-banen-marssteden"


def test_a_card_that_is_of_no_table_has_no_other_rows(corpus: Corpus) -> None:
    first = next(i for i, card in enumerate(corpus.cards) if not card.namen)
    assert NamedRows(corpus.cards).beside(first, "Josink Es of Westerval", np.ones(len(corpus.cards), np.float32)) == []
    assert NamedRows(corpus.cards[:1]).beside(0, "Josink Es of Westerval", np.ones(1, np.float32)) == []


def test_a_named_row_is_told_whatever_its_share(corpus: Corpus) -> None:
    cards = [corpus.cards[position(corpus, name)] for name in ("aanbod-josink-es", "aanbod-havengebied")]
    ranking = Ranking(((cards[0], 0.99), (cards[1], 0.001)), (), 0.9, 0.0)
    alone = compose(ranking, corpus, load_settings(), name_town=False)
    assert alone.cards == (Reden.VERTELD, Reden.TE_VER_ACHTER)
    both = compose(Ranking(ranking.cards, (), 0.9, 0.0, beside=1), corpus, load_settings(), name_town=False)
    assert both.cards == (Reden.VERTELD, Reden.OOK_GENOEMD)
    assert "1,3 ha" in both.antwoord.tekst
