"""The training questions, each measured against everything as if nobody had written it down."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.adapt import Vectors
from knowledge.analyse import grams
from knowledge.corpus import Corpus
from knowledge.features import FeatureExtractor, Floats, Lexicon, card_text
from knowledge.index import Index
from knowledge.retrieve import Pair
from knowledge.train.adaptation import learn_adaptation
from knowledge.train.questions import FOLDS, Questions

EVERY = 6  # one question in so many is measured
SHARED_BY = 4  # cards that may answer the same question because they cite the same sentence
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """One question, measured. `card` is None for a question that the documents do not answer.

    `words`: its n-grams, word by word; `hidden`: the terms that only this question brought to its own card; `near`: how
    near it is to the other questions without an answer. `cards`: shape (cards, features), `passages`: (chunks,
    features). `fits` marks the cards that would be right, `holds` the passages; `card_mask` and `chunk_mask` those that
    take part (of one municipality, where it is named).
    """

    words: list[list[str]]
    hidden: frozenset[str]
    near: Floats
    card: int | None
    cards: Floats
    passages: Floats
    fits: Mask
    holds: Mask
    card_mask: Mask
    chunk_mask: Mask


@dataclass(frozen=True)
class Examples:
    answered: list[Example]
    unanswered: list[Example]
    cited_chunks: npt.NDArray[np.int64]
    citing_cards: npt.NDArray[np.int64]
    extractor: FeatureExtractor

    def covered(self, example: Example, card: int) -> Pair:
        """As FeatureExtractor.covered, as if nobody had written the question down."""
        return self.extractor.covered(example.words, card, example.hidden if card == example.card else ())


class _KnownVectors:
    """Stands in for the model where the vectors are there already."""

    fingerprint = "known"

    def __init__(self, questions: Questions) -> None:
        asked = [*questions.asked, *questions.corpus.unanswered]
        self._known = dict(zip(asked, [*questions.vectors, *questions.unanswered], strict=True))

    def query(self, text: str) -> Vectors:
        vector: Vectors = self._known[text]
        return vector

    prepare = query

    def queries(self, texts: list[str]) -> Vectors:
        return np.stack([self._known[text] for text in texts])

    passages = queries


def measure(questions: Questions) -> Examples:
    """One question in `EVERY`, with an adaptation that was learned without its fold, and its own row left out."""
    corpus = questions.corpus
    known = _KnownVectors(questions)
    answered: list[Example] = []
    unanswered: list[Example] = []
    lexicon = Lexicon(corpus)
    for fold in range(FOLDS):
        index = Index(corpus, questions.all_vectors, learn_adaptation(questions, questions.folds != fold))
        extractor = FeatureExtractor(index, known, lexicon)
        one = _Measurer(corpus, extractor)
        rows = np.flatnonzero((questions.folds == fold) & (np.arange(len(questions.asked)) % EVERY == 0))
        answered += [one.answered(questions.asked[row], int(row), int(questions.owners[row])) for row in rows]
        unanswered += [one.unanswered(row) for row in range(fold, len(corpus.unanswered), FOLDS)]
    return Examples(answered, unanswered, extractor.cited_chunks, extractor.citing_cards, extractor)


class _Measurer:
    def __init__(self, corpus: Corpus, extractor: FeatureExtractor) -> None:
        self._corpus, self._extractor = corpus, extractor
        cites = [{(card.document, s.anchor) for c in card.citations for s in c.sentences} for card in corpus.cards]
        often = Counter(place for places in cites for place in places)
        # A sentence that many cards stand on (the caption of a table, say) does not make them the same answer.
        self._cites = [{place for place in places if often[place] <= SHARED_BY} for places in cites]
        self._card_towns = np.array([card.gemeente for card in corpus.cards])
        self._chunk_towns = np.array([chunk.gemeente for chunk in corpus.chunks])

    def answered(self, vraag: str, row: int, card: int) -> Example:
        fits = np.array([i == card or bool(cites & self._cites[card]) for i, cites in enumerate(self._cites)])
        holds = np.zeros(len(self._chunk_towns), dtype=bool)
        holds[self._extractor.cited_chunks[self._extractor.citing_cards == card]] = True
        signals = self._extractor.signals(vraag)
        features = self._extractor.cards(signals, skip=row)
        # The page of a municipality names it, a portal does not: train for both.
        town = self._card_towns[card] if row % 4 < 2 else None
        near, passages = self._extractor.unanswered(signals), self._extractor.passages(signals)
        hidden = self._only_here(card, vraag)
        return Example(signals.words, hidden, near, card, features, passages, fits, holds, *self._masks(town))

    def _only_here(self, card: int, vraag: str) -> frozenset[str]:
        others = [other for other in self._corpus.cards[card].vragen if other != vraag]
        return frozenset(grams(vraag)).difference(grams(card_text(self._corpus.cards[card])), *map(grams, others))

    def unanswered(self, row: int) -> Example:
        vraag = self._corpus.unanswered[row]
        signals = self._extractor.signals(vraag)
        features, passages = self._extractor.cards(signals), self._extractor.passages(signals)
        near = self._extractor.unanswered(signals, skip=row)
        nothing, no_passage = np.zeros(len(features), dtype=bool), np.zeros(len(passages), dtype=bool)
        masks = self._masks(("enschede", None)[len(vraag) % 2])
        return Example(signals.words, frozenset(), near, None, features, passages, nothing, no_passage, *masks)

    def _masks(self, town: str | None) -> tuple[Mask, Mask]:
        if town is None:
            return np.ones(len(self._card_towns), dtype=bool), np.ones(len(self._chunk_towns), dtype=bool)
        return self._card_towns == town, self._chunk_towns == town
