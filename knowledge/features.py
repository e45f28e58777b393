"""What is measured of a query against every card and every passage, before anything is weighed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from knowledge.analyse import content_words, grams, lemma, lemmas, word_grams
from knowledge.cards import Card
from knowledge.corpus import Change, Corpus
from knowledge.index import Embedder, FieldName, Index, Near
from knowledge.lexical import LexicalIndex
from knowledge.message import words_by_language
from knowledge.spelling import Spelling

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
SAME = 8  # questions whose signals are kept
PASSAGE_FEATURES = ("sentence cosine", "passage cosine", "passage grams", "passage lemmas")


@dataclass(frozen=True)
class Signals:
    """Scores of one query by row: what is near in meaning per field, and the lexical shares by grams and by lemmas.

    `words`: the n-grams of each of its content words.
    """

    words: list[list[str]]
    near: dict[FieldName, Near]
    grams: dict[str, Floats]
    lemmas: dict[str, Floats]


class Lexicon:
    """The words of the corpus, counted: of every question, of what a card says and stands on, and of every passage.

    Takes seconds to make; set-up keeps it beside the index.
    """

    def __init__(self, corpus: Corpus) -> None:
        questions = [vraag for card in corpus.cards for vraag in card.vragen]
        bodies = list(map(card_text, corpus.cards))
        passages = [f"{' '.join(chunk.path)} {' '.join(chunk.header)} {chunk.text}" for chunk in corpus.chunks]
        fields = {"question": questions, "card": bodies, "passage": passages}
        self.grams = LexicalIndex({name: map(grams, texts) for name, texts in fields.items()})
        self.lemmas = LexicalIndex({name: map(lemmas, texts) for name, texts in fields.items()})
        self.whole_cards = LexicalIndex({"whole": map(_whole, corpus.cards)})
        self.languages = words_by_language(questions)
        self.spelling = Spelling([*questions, *bodies, *passages])

    def spliced(self, corpus: Corpus, change: Change) -> "Lexicon":
        """With some cards of `corpus` replaced."""
        new = object.__new__(Lexicon)
        (a, b), (p, q), cards = corpus.question_rows(change), (change.start, change.stop), change.new
        questions, bodies = [vraag for card in cards for vraag in card.vragen], list(map(card_text, cards))
        for name, terms in (("grams", grams), ("lemmas", lemmas)):
            index: LexicalIndex = getattr(self, name)
            fields = {"question": (a, b, map(terms, questions)), "card": (p, q, map(terms, bodies))}
            setattr(new, name, index.spliced(fields))
        new.languages, new.spelling = self.languages, self.spelling
        new.whole_cards = self.whole_cards.spliced({"whole": (p, q, map(_whole, cards))})
        return new


def _whole(card: Card) -> list[str]:
    return grams(" ".join([card_text(card), *card.vragen]))


class FeatureExtractor:
    """Measures a query against the whole corpus."""

    def __init__(self, index: Index, embedder: Embedder, lexicon: Lexicon) -> None:
        self._index, self._embedder, self._lexicon = index, embedder, lexicon
        corpus = index.corpus
        self.cited_chunks, self.citing_cards = cited_chunks(corpus)
        cards, chunks, owners = len(corpus.cards), len(corpus.chunks), index.owners
        self._of_questions = Grouped(np.arange(len(owners["question"])), owners["question"], cards)
        self._of_cited_sentences = Grouped(*cited_sentences(corpus), cards)
        self._of_cited_chunks = Grouped(self.cited_chunks, self.citing_cards, cards)
        self._of_sentences = Grouped(np.arange(len(owners["sentence"])), owners["sentence"], chunks)
        self.votes = Grouped(self.citing_cards, self.cited_chunks, chunks)
        # Of one message the whole is looked at again beside each of its parts, and a question for each municipality.
        self.signals = lru_cache(SAME)(self._signals)

    def _signals(self, query: str) -> Signals:
        near, content = self._index.near(self._embedder.query(query)), content_words(query)
        words = list(map(word_grams, content))
        by_grams = self._lexicon.grams.shares({gram for word in words for gram in word})
        return Signals(words, near, by_grams, self._lexicon.lemmas.shares(set(map(lemma, content))))

    def cards(self, signals: Signals, skip: int | None = None) -> Floats:
        """Shape (cards, len(CARD_FEATURES)). `skip`: a question row left out, to measure a card without it."""
        near = signals.near["question"].without(skip)
        owners, count = self._index.owners["question"], len(self._index.corpus.cards)
        by_grams, by_lemmas = signals.grams["question"], signals.lemmas["question"]
        if skip is not None:
            by_grams, by_lemmas = by_grams.copy(), by_lemmas.copy()
            by_grams[skip] = by_lemmas[skip] = 0
        return np.stack(
            [
                *nearest_questions(near, owners, count),
                self._of_questions.best(by_grams),
                self._of_questions.best(by_lemmas),
                signals.grams["card"],
                signals.lemmas["card"],
                signals.near["answer"].dense,
                self._of_cited_sentences.best(signals.near["sentence"].dense),
                self._of_cited_chunks.best(signals.grams["passage"]),
            ],
            axis=1,
        )

    def unanswered(self, signals: Signals, skip: int | None = None) -> Floats:
        """How near the question is to those without an answer: to the nearest, to the nearest three on average."""
        nearest = signals.near["unanswered"].without(skip).cosines[:3]
        measured = (nearest[0], nearest.mean()) if len(nearest) else (0.0, 0.0)
        return np.array(measured, dtype=np.float32)

    def covered(self, words: Sequence[Sequence[str]], card: int, hidden: Collection[str] = ()) -> tuple[float, float]:
        """How much of the question's words the card holds, its questions included; see LexicalIndex.covered."""
        return self._lexicon.whole_cards.covered(words, card, hidden)

    def passages(self, signals: Signals) -> Floats:
        """Shape (chunks, len(PASSAGE_FEATURES))."""
        return np.stack(
            [
                self._of_sentences.best(signals.near["sentence"].dense),
                signals.near["passage"].dense,
                signals.grams["passage"],
                signals.lemmas["passage"],
            ],
            axis=1,
        )

    def sentence_order(self, signals: Signals, chunk: int) -> Ints:
        """The positions of a passage's sentences, the one nearest to the question first."""
        start, stop = np.searchsorted(self._index.owners["sentence"], [chunk, chunk + 1])
        order: Ints = np.argsort(-signals.near["sentence"].dense[start:stop], kind="stable")
        return order


def card_text(card: Card) -> str:
    """What a card says and stands on, without its questions."""
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


class Grouped:
    """Rows that belong to owners, for finding the best row of each."""

    def __init__(self, rows: Ints, owners: Ints, count: int) -> None:
        order = np.argsort(owners, kind="stable")
        self._rows, self._count, self._in_order = rows[order], count, bool((rows[order] == np.arange(len(rows))).all())
        self._owners, self._starts = np.unique(owners[order], return_index=True)

    def best(self, scores: Floats) -> Floats:
        """Per owner the highest score of its rows; 0 for an owner without rows."""
        found = np.zeros(self._count, dtype=np.float32)
        if len(self._rows):
            sorted_scores = scores[: len(self._rows)] if self._in_order else scores[self._rows]
            found[self._owners] = np.maximum.reduceat(sorted_scores, self._starts)
        return found


def nearest_questions(near: Near, owners: Ints, count: int, number: int = 3) -> tuple[Floats, Floats]:
    """Per card the cosine of its nearest question, and the mean of its `number` nearest.

    Questions beyond the nearest of all count as the lowest of those.
    """
    order = np.argsort(owners[near.rows], kind="stable")  # nearest first within a card
    ranked, cosines = owners[near.rows][order], near.cosines[order]
    start = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]])[: len(ranked)])
    rank = np.arange(len(ranked)) - np.repeat(start, np.concatenate([start[1:], [len(ranked)]])[: len(start)] - start)
    best, top = np.full(count, near.lowest, dtype=np.float32), rank < number
    best[ranked[start]] = cosines[start]
    total = np.bincount(ranked[top], cosines[top], count)
    missing = number - np.bincount(ranked[top], minlength=count)
    return best, ((total + missing * near.lowest) / number).astype(np.float32)
