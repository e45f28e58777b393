"""The training questions, each measured against everything as if nobody had written it down."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from knowledge.adapt import Vectors
from knowledge.corpus import Corpus
from knowledge.features import FeatureExtractor, Floats, Lexicon
from knowledge.index import Embedder, Index
from knowledge.train.adaptation import learn_adaptation
from knowledge.train.questions import FOLDS, Questions

UNANSWERED = Path(__file__).parent.parent / "unanswered.yml"
SHARED_BY = 4  # cards that may answer the same question because they cite the same sentence
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """One question, measured. `card` is None for a question that the documents do not answer.

    `cards`: shape (cards, features), `passages`: (chunks, features). `fits` marks the cards that would be right,
    `holds` the passages; `card_mask` and `chunk_mask` those that take part (of one municipality, where it is named).
    """

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


class _KnownVectors:
    """Stands in for the model where the vectors are there already."""

    fingerprint = "known"

    def __init__(self, known: dict[str, Vectors]) -> None:
        self._known = known

    def query(self, text: str) -> Vectors:
        return self._known[text]

    def queries(self, texts: list[str]) -> Vectors:
        return np.stack([self._known[text] for text in texts])

    passages = queries


def measure(questions: Questions, embedder: Embedder, every: int = 4) -> Examples:
    """Every `every`-th question, with an adaptation that was learned without its fold, and its own row left out."""
    corpus = questions.corpus
    strangers = yaml.safe_load(UNANSWERED.read_text(encoding="utf-8"))["vragen"]
    known = dict(zip(questions.asked, questions.vectors, strict=True)) | dict(
        zip(strangers, embedder.queries(strangers), strict=True)
    )
    answered: list[Example] = []
    unanswered: list[Example] = []
    lexicon = Lexicon(corpus)
    for fold in range(FOLDS):
        index = Index(corpus, questions.all_vectors, learn_adaptation(questions, questions.folds != fold))
        extractor = FeatureExtractor(index, _KnownVectors(known), lexicon)
        one = _Measurer(corpus, extractor)
        rows = np.flatnonzero((questions.folds == fold) & (np.arange(len(questions.asked)) % every == 0))
        answered += [one.answered(questions.asked[row], int(row), int(questions.owners[row])) for row in rows]
        unanswered += [one.unanswered(vraag) for vraag in strangers[fold::FOLDS]]
    return Examples(answered, unanswered, extractor.cited_chunks, extractor.citing_cards)


class _Measurer:
    def __init__(self, corpus: Corpus, extractor: FeatureExtractor) -> None:
        self._extractor = extractor
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
        return Example(card, features, self._extractor.passages(signals), fits, holds, *self._masks(town))

    def unanswered(self, vraag: str) -> Example:
        signals = self._extractor.signals(vraag)
        features, passages = self._extractor.cards(signals), self._extractor.passages(signals)
        town = ("enschede", None)[len(vraag) % 2]
        nothing = np.zeros(len(self._cites), dtype=bool)
        return Example(None, features, passages, nothing, np.zeros(len(passages), dtype=bool), *self._masks(town))

    def _masks(self, town: str | None) -> tuple[Mask, Mask]:
        if town is None:
            return np.ones(len(self._card_towns), dtype=bool), np.ones(len(self._chunk_towns), dtype=bool)
        return self._card_towns == town, self._chunk_towns == town


def without_card(example: Example) -> Example:
    """The same question as if nobody had written a card for it."""
    nothing, mask = np.zeros_like(example.fits), example.card_mask & ~example.fits
    return Example(None, example.cards, example.passages, nothing, example.holds, mask, example.chunk_mask)


def iterate(examples: Examples) -> Iterator[Example]:
    """Everything that confidence is learned from."""
    yield from examples.answered
    yield from (without_card(example) for example in examples.answered[::4])
    yield from examples.unanswered
