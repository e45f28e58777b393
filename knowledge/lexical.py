"""Lexical search: BM25, expressed as the share of the query that a text answers to."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence, Set

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]
K1, B = 1.2, 0.6  # how soon a repeated term stops counting, and how much a long text is held against it


class LexicalIndex:
    """BM25 over several lists of texts ("fields"), each with its own statistics, from one look at the query's terms.

    Method: Robertson & Zaragoza (2009), in the form that Lucene uses. Texts are given as their terms.
    """

    def __init__(self, fields: Mapping[str, Iterable[Sequence[str]]]) -> None:
        self._vocabulary: dict[str, int] = {}
        self._texts = {name: self._numbered(texts) for name, texts in fields.items()}
        self._weigh()

    def spliced(self, fields: Mapping[str, tuple[int, int, Iterable[Sequence[str]]]]) -> "LexicalIndex":
        """The same with, per field, the texts from a position to another replaced: what a whole new index would be."""
        new = LexicalIndex.__new__(LexicalIndex)
        new._vocabulary, new._texts = dict(self._vocabulary), dict(self._texts)
        for name, (start, stop, texts) in fields.items():
            terms, lengths = self._texts[name]
            more, more_lengths = new._numbered(texts)
            a, b = int(lengths[:start].sum()), int(lengths[:stop].sum())
            new._texts[name] = (
                np.concatenate([terms[:a], more, terms[b:]]),
                np.concatenate([lengths[:start], more_lengths, lengths[stop:]]),
            )
        new._weigh()
        return new

    def _numbered(self, texts: Iterable[Sequence[str]]) -> tuple[Ids, Ids]:
        """The terms of all texts one after another, and how many each text has."""
        known, terms, lengths = self._vocabulary, list[int](), list[int]()
        for text in texts:
            terms += [known.setdefault(term, len(known)) for term in text]
            lengths.append(len(text))
        return np.array(terms, np.int32), np.array(lengths, np.int32)

    def _weigh(self) -> None:
        """Makes the postings: per term the rows (the fields one after another) that hold it, with their weights."""
        lengths = [texts[1] for texts in self._texts.values()]
        self._offsets = np.cumsum([0, *map(len, lengths)])
        rows, columns, fields = int(self._offsets[-1]), len(self._vocabulary), len(lengths)
        terms = np.concatenate([texts[0] for texts in self._texts.values()]).astype(np.int64)
        pairs, counts = np.unique(
            terms * max(rows, 1) + np.repeat(np.arange(rows), np.concatenate(lengths)), return_counts=True
        )
        column, row = np.divmod(pairs, max(rows, 1))
        field = np.searchsorted(self._offsets, row, side="right") - 1
        held = np.bincount(field * columns + column, minlength=fields * columns).reshape(fields, columns)
        sizes = np.array([[len(each)] for each in lengths])
        rarity = np.log1p((sizes - held + 0.5) / (held + 0.5))
        average = np.array([each.mean() if each.any() else 1.0 for each in lengths])
        damping = K1 * (1 - B + B * np.concatenate(lengths)[row] / average[field])
        self._rows = row.astype(np.int32)
        self._weights = (rarity[field, column] * counts / (counts + damping)).astype(np.float32)
        self._starts = np.concatenate([[0], np.cumsum(np.bincount(column, minlength=columns))])
        best = np.zeros((fields, columns), np.float32)
        np.maximum.at(best, (field, column), self._weights)
        # A term that occurs nowhere counts as the rarest there is: what a query asks beyond the texts lowers its share.
        self._unknown = best.max(axis=1, initial=1.0)
        self._best = np.where(held > 0, best, self._unknown[:, None]).astype(np.float32)

    def shares(self, terms: Set[str]) -> dict[str, Floats]:
        """Per field and text, between 0 and 1: its BM25 score over the highest that any text could reach for these."""
        scores = np.zeros(int(self._offsets[-1]), dtype=np.float32)
        columns = [self._vocabulary[term] for term in terms if term in self._vocabulary]
        if columns:
            spans = [slice(self._starts[column], self._starts[column + 1]) for column in columns]
            rows = np.concatenate([self._rows[span] for span in spans], dtype=np.intp)
            np.add.at(scores, rows, np.concatenate([self._weights[span] for span in spans]))
        totals = self._best[:, columns].sum(axis=1) + self._unknown * (len(terms) - len(columns))
        found = {}
        for number, name in enumerate(self._texts):
            own = scores[self._offsets[number] : self._offsets[number + 1]]
            found[name] = np.minimum(own / totals[number], np.float32(1)) if terms else own
        return found

    def covered(self, words: Sequence[Sequence[str]], row: int, hidden: Collection[str] = ()) -> tuple[float, float]:
        """How much of these words one text holds: of all, by rarity, and of the word that it holds least of.

        For an index of one field. `words`: the terms of each word; `hidden`: terms taken to stand nowhere.
        """
        if not words:
            return 0.0, 0.0
        rarity = [[(term, self._best_of(term)) for term in word] for word in words]
        total = np.array([sum(best for _, best in word) for word in rarity])
        found = np.array([sum(best for term, best in word if self._holds(term, row, hidden)) for word in rarity])
        return float(found.sum() / total.sum()), float((found / total).min())

    def _best_of(self, term: str) -> float:
        column = self._vocabulary.get(term)
        return float(self._unknown[0] if column is None else self._best[0, column])

    def _holds(self, term: str, row: int, hidden: Collection[str]) -> bool:
        column = self._vocabulary.get(term)
        if column is None or term in hidden:
            return False
        start, stop = self._starts[column : column + 2].tolist()
        at = bisect_left(self._rows, row, start, stop)
        return bool(at < stop and self._rows[at] == row)
