"""What is measured of a query against every card and every passage, before anything is weighed."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.analyse import content_words, grams, lemmas
from knowledge.corpus import Corpus
from knowledge.index import NEAREST, Embedder, FieldName, Index
from knowledge.lexical import LexicalField

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

CARD_FEATURES = (
    "question cosine",
    "question cosine, mean of best 3",
    "question grams",
    "question lemmas",
    "text grams",
    "text lemmas",
    "answer cosine",
    "cited sentence cosine",
    "cited passage grams",
)
PASSAGE_FEATURES = ("sentence cosine", "passage cosine", "passage grams", "passage lemmas")


@dataclass(frozen=True)
class Signals:
    """Scores of one query by row: `cosines` per field, and the lexical shares of questions, card texts and passages."""

    cosines: dict[FieldName, Floats]
    question_grams: Floats
    question_lemmas: Floats
    card_grams: Floats
    card_lemmas: Floats
    passage_grams: Floats
    passage_lemmas: Floats


class Lexicon:
    """The words of the corpus, counted. Takes seconds to make; set-up keeps it beside the index."""

    def __init__(self, corpus: Corpus) -> None:
        questions = [vraag for card in corpus.cards for vraag in card.vragen]
        bodies = [card_text(corpus, position) for position in range(len(corpus.cards))]
        passages = [f"{' '.join(chunk.path)} {' '.join(chunk.header)} {chunk.text}" for chunk in corpus.chunks]
        self.question_grams, self.question_lemmas = LexicalField(questions, grams), LexicalField(questions, lemmas)
        self.card_grams, self.card_lemmas = LexicalField(bodies, grams), LexicalField(bodies, lemmas)
        everything = [" ".join([body, *card.vragen]) for body, card in zip(bodies, corpus.cards, strict=True)]
        self.whole_cards = LexicalField(everything, grams)
        self.passage_grams, self.passage_lemmas = LexicalField(passages, grams), LexicalField(passages, lemmas)


class FeatureExtractor:
    """Measures a query against the whole corpus."""

    def __init__(self, index: Index, embedder: Embedder, lexicon: Lexicon) -> None:
        self._index, self._embedder, self._lexicon = index, embedder, lexicon
        corpus = index.corpus
        self._sentence_rows, self._sentence_owners = cited_sentences(corpus)
        self.cited_chunks, self.citing_cards = cited_chunks(corpus)

    def signals(self, query: str) -> Signals:
        words = self._lexicon
        return Signals(
            self._index.cosines(self._embedder.query(query)),
            words.question_grams.shares(query),
            words.question_lemmas.shares(query),
            words.card_grams.shares(query),
            words.card_lemmas.shares(query),
            words.passage_grams.shares(query),
            words.passage_lemmas.shares(query),
        )

    def cards(self, signals: Signals, skip: int | None = None) -> Floats:
        """Shape (cards, len(CARD_FEATURES)). `skip`: a question row left out, to measure a card without it."""
        count = len(self._index.corpus.cards)
        owners = self._index.owners["question"]
        cosines, by_grams, by_lemmas = signals.cosines["question"], signals.question_grams, signals.question_lemmas
        if skip is not None:
            keep = np.arange(len(owners)) != skip
            owners, cosines, by_grams, by_lemmas = owners[keep], cosines[keep], by_grams[keep], by_lemmas[keep]
        sentences = signals.cosines["sentence"][self._sentence_rows]
        return np.stack(
            [
                best(cosines, owners, count),
                mean_of_best(cosines, owners, count, 3),
                best(by_grams, owners, count),
                best(by_lemmas, owners, count),
                signals.card_grams,
                signals.card_lemmas,
                signals.cosines["answer"],
                best(sentences, self._sentence_owners, count),
                best(signals.passage_grams[self.cited_chunks], self.citing_cards, count),
            ],
            axis=1,
        )

    def unanswered(self, signals: Signals, skip: int | None = None) -> Floats:
        """How near the question is to those without an answer: to the nearest, to the nearest three on average."""
        cosines = signals.cosines["unanswered"]
        nearest = np.sort(cosines if skip is None else np.delete(cosines, skip))[::-1][:3]
        measured = (nearest[0], nearest.mean()) if len(nearest) else (0.0, 0.0)
        return np.array(measured, dtype=np.float32)

    def covered(self, query: str, card: int, hidden: Collection[str] = ()) -> tuple[float, float]:
        """How much of the question's words the card holds, its questions included; see LexicalField.covered."""
        return self._lexicon.whole_cards.covered(content_words(query), card, hidden)

    def passages(self, signals: Signals) -> Floats:
        """Shape (chunks, len(PASSAGE_FEATURES))."""
        count = len(self._index.corpus.chunks)
        return np.stack(
            [
                best(signals.cosines["sentence"], self._index.owners["sentence"], count),
                signals.cosines["passage"],
                signals.passage_grams,
                signals.passage_lemmas,
            ],
            axis=1,
        )


def card_text(corpus: Corpus, position: int) -> str:
    """What a card says and stands on, without its questions."""
    card = corpus.cards[position]
    headings = {heading for citation in card.citations for heading in citation.section.path}
    return " ".join([card.antwoord, *(citation.citaat for citation in card.citations), *sorted(headings)])


def cited_chunks(corpus: Corpus) -> tuple[Ints, Ints]:
    """Pairs (chunk, card): which passages a card's citations stand in, the card's first citation first."""
    home = {(chunk.document, s.anchor): i for i, chunk in enumerate(corpus.chunks) for s in chunk.sentences}
    pairs = [
        (home[card.document, sentence.anchor], position)
        for position, card in enumerate(corpus.cards)
        for citation in card.citations
        for sentence in citation.sentences
    ]
    unique = list(dict.fromkeys(pairs))
    return np.array([c for c, _ in unique], dtype=np.int64), np.array([k for _, k in unique], dtype=np.int64)


def cited_sentences(corpus: Corpus) -> tuple[Ints, Ints]:
    """Pairs (sentence row, card)."""
    rows = {
        key: row
        for row, key in enumerate((chunk.document, s.anchor) for chunk in corpus.chunks for s in chunk.sentences)
    }
    pairs = [
        (rows[card.document, sentence.anchor], position)
        for position, card in enumerate(corpus.cards)
        for citation in card.citations
        for sentence in citation.sentences
    ]
    return np.array([r for r, _ in pairs], dtype=np.int64), np.array([k for _, k in pairs], dtype=np.int64)


def best(scores: Floats, owners: Ints, count: int) -> Floats:
    """Per owner the highest of its rows; 0 for an owner without rows."""
    found = np.zeros(count, dtype=np.float32)
    np.maximum.at(found, owners, scores)
    return found


def mean_of_best(scores: Floats, owners: Ints, count: int, number: int) -> Floats:
    """Per owner the mean of its `number` highest rows; rows beyond the NEAREST count as the lowest of all."""
    if not len(scores):
        return np.zeros(count, dtype=np.float32)
    near = np.argpartition(-scores, NEAREST)[:NEAREST] if len(scores) > NEAREST else np.arange(len(scores))
    order = near[np.lexsort((-scores[near], owners[near]))]
    ranked = owners[order]
    first_of_owner = np.concatenate([[True], ranked[1:] != ranked[:-1]])
    rank = np.arange(len(order)) - np.flatnonzero(first_of_owner)[np.cumsum(first_of_owner) - 1]
    top = rank < number
    total = np.bincount(ranked[top], scores[order][top], count)
    missing = number - np.bincount(ranked[top], minlength=count)
    result: Floats = ((total + missing * scores.min()) / number).astype(np.float32)
    return result
