"""Lexical search: BM25, expressed as the share of the query that a text answers to."""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

import bm25s
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


class LexicalField:
    """BM25 over a list of texts. Method: Robertson & Zaragoza (2009), in the form that Lucene uses."""

    def __init__(self, texts: Sequence[str], terms: Callable[[str], list[str]]) -> None:
        self._terms = terms
        self._size = len(texts)
        vocabulary: dict[str, int] = {}
        ids = [[vocabulary.setdefault(term, len(vocabulary)) for term in terms(text)] for text in texts]
        self._vocabulary = vocabulary
        if vocabulary:
            bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
            bm25.index((ids, vocabulary), show_progress=False)
            scores = bm25.scores
            self._weights, self._rows, self._starts = scores["data"], scores["indices"], scores["indptr"]
        else:
            self._weights, self._rows, self._starts = (
                np.zeros(0, np.float32),
                np.zeros(0, np.int32),
                np.zeros(1, np.int64),
            )
        best = [self._weights[a:b].max(initial=0.0) for a, b in pairwise(self._starts)]
        self._best = np.asarray(best, dtype=np.float32)
        # A term that occurs nowhere counts as the rarest there is: what a query asks beyond the texts lowers its share.
        self._unknown = float(self._best.max(initial=1.0))

    def covered(self, words: Sequence[str], row: int, hidden: Collection[str] = ()) -> tuple[float, float]:
        """How much of these words one text holds: of all, by rarity, and of the word that it holds least of.

        `hidden`: terms taken to stand nowhere.
        """
        if not words:
            return 0.0, 0.0
        found, total = np.array([self._held(word, row, hidden) for word in words]).T
        return float(found.sum() / total.sum()), float((found / total).min())

    def _held(self, word: str, row: int, hidden: Collection[str]) -> tuple[float, float]:
        """The weight of the terms of a word that stand in the text, and of all its terms."""
        held, total = 0.0, 0.0
        for term in self._terms(word):
            column = self._vocabulary.get(term)
            if column is None:
                total += self._unknown
                continue
            total += float(self._best[column])
            rows = self._rows[self._starts[column] : self._starts[column + 1]]
            if term not in hidden and row in rows:
                held += float(self._best[column])
        return held, total

    def shares(self, query: str) -> Floats:
        """Per text, between 0 and 1: its BM25 score over the highest that any text could reach for these terms."""
        total, scores = 0.0, np.zeros(self._size, dtype=np.float32)
        for term in set(self._terms(query)):
            column = self._vocabulary.get(term)
            if column is None:
                total += self._unknown
                continue
            total += float(self._best[column])
            span = slice(self._starts[column], self._starts[column + 1])
            scores[self._rows[span]] += self._weights[span]
        return np.minimum(scores / np.float32(total), np.float32(1)) if total else scores
