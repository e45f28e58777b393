"""The FAISS index over passages, sentences, card answers and questions, as it is searched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

import faiss
import numpy as np
import numpy.typing as npt

from knowledge.adapt import Adaptation
from knowledge.corpus import Change, Corpus

Vectors = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int8]
FieldName = Literal["passage", "sentence", "answer", "question", "unanswered"]
FIELDS: tuple[FieldName, ...] = ("passage", "sentence", "answer", "question", "unanswered")
NEAREST = 200  # rows of a field that are told apart; the card of a question is among the first hundred or nowhere
LARGEST = 127  # of a number in 8 bits with its sign
faiss.omp_set_num_threads(1)  # on so few rows a second thread costs more than it saves


class Embedder(Protocol):
    """Rows are L2-normalised, so that an inner product is a cosine."""

    @property
    def fingerprint(self) -> str: ...
    def query(self, text: str) -> Vectors: ...
    def prepare(self, text: str) -> Vectors: ...
    def queries(self, texts: list[str]) -> Vectors: ...
    def passages(self, texts: list[str]) -> Vectors: ...


def field_texts(corpus: Corpus, field: FieldName) -> Iterator[tuple[int, str]]:
    """(owner, text) of every row of a field; the owner is the position of its chunk or card in the corpus."""
    if field in ("passage", "sentence"):
        for owner, chunk in enumerate(corpus.chunks):
            heading = " > ".join(chunk.path)
            if field == "passage":
                yield owner, f"{heading}\n{chunk.text}"
            else:
                header = f"{' | '.join(chunk.header)}: " if chunk.header else ""
                yield from ((owner, f"{chunk.path[-1]}: {header}{sentence.text}") for sentence in chunk.sentences)
    elif field == "unanswered":
        yield from enumerate(corpus.unanswered)
    else:
        for owner, card in enumerate(corpus.cards):
            yield from ((owner, text) for text in ((card.antwoord,) if field == "answer" else card.vragen))


@dataclass(frozen=True)
class Near:
    """The rows of a field nearest to a query, nearest first, with their cosines; `total`: how many the field has."""

    rows: Rows
    cosines: Vectors
    total: int

    @property
    def lowest(self) -> np.float32:
        """At least the cosine of every row that is not among the nearest."""
        return np.float32(self.cosines[-1] if len(self.cosines) else 0.0)

    @cached_property
    def dense(self) -> Vectors:
        """One cosine a row of the field; every row beyond the nearest gets the lowest of those."""
        cosines = np.full(self.total, self.lowest, dtype=np.float32)
        cosines[self.rows] = self.cosines
        return cosines

    def without(self, row: int | None) -> "Near":
        if row is None:
            return self
        keep = self.rows != row
        return Near(self.rows[keep], self.cosines[keep], self.total)


class Index:
    """The rows of every field, to be compared with a query."""

    def __init__(self, corpus: Corpus, vectors: Vectors, adaptation: Adaptation) -> None:
        """`vectors`: shape (rows, dim), as the model made them."""
        self._adaptation = adaptation.spread()
        adapted, start = self._adaptation(vectors), 0
        self._scale = LARGEST / float(np.abs(adapted).max(initial=1e-9))
        codes: dict[FieldName, Codes] = {}
        for field in FIELDS:
            stop = start + sum(1 for _ in field_texts(corpus, field))
            codes[field] = self._coded(adapted[start:stop])
            start = stop
        self._hold(corpus, codes)

    def _hold(self, corpus: Corpus, codes: dict[FieldName, Codes]) -> None:
        self.corpus, self._codes = corpus, codes
        self.owners: dict[FieldName, Rows] = {
            field: np.fromiter((owner for owner, _ in field_texts(corpus, field)), dtype=np.int64) for field in FIELDS
        }
        self._fields = {field: _searchable(rows) for field, rows in codes.items()}

    def _coded(self, adapted: Vectors) -> Codes:
        return np.clip(np.round(adapted * self._scale), -LARGEST, LARGEST).astype(np.int8)

    def vectors(self, questions: list[str], embedder: Embedder) -> Vectors:
        """Questions as they are compared, shape (n, adapted dim): the inner product of two rows is their cosine."""
        return self._adaptation(embedder.queries(questions))

    def spliced(self, change: Change, embedder: Embedder) -> "Index":
        """With some cards replaced; only their texts are embedded."""
        new = Index.__new__(Index)
        new._adaptation, new._scale = self._adaptation, self._scale
        codes, (a, b) = dict(self._codes), self.corpus.question_rows(change)
        asked = [vraag for card in change.new for vraag in card.vragen]
        answers = [card.antwoord for card in change.new]
        parts: tuple[tuple[FieldName, list[str], Callable[[list[str]], Vectors], int, int], ...] = (
            ("question", asked, embedder.queries, a, b),
            ("answer", answers, embedder.passages, change.start, change.stop),
        )
        for field, texts, embed, start, stop in parts:
            old = self._codes[field]
            more = self._coded(self._adaptation(embed(texts))) if texts else old[:0]
            codes[field] = np.concatenate([old[:start], more, old[stop:]])
        new._hold(self.corpus.changed(change), codes)
        return new

    def near(self, query: Vectors) -> dict[FieldName, Near]:
        """`query`: shape (dim,). Per field its NEAREST rows, in the order of `field_texts`.

        Rows and query are compared in 8 bits a number: a cosine is right to some 0.001, in a third of the time.
        """
        adapted = self._coded(self._adaptation(query[None, :])).astype(np.float32)
        return {field: self._search(index, adapted) for field, index in self._fields.items()}

    def _search(self, index: faiss.IndexScalarQuantizer, query: Vectors) -> Near:
        if not index.ntotal:
            return Near(np.zeros(0, np.int64), np.zeros(0, np.float32), 0)
        products, rows = index.search(query, min(NEAREST, index.ntotal))
        return Near(rows[0], products[0] / np.float32(self._scale**2), index.ntotal)


def _searchable(codes: Codes) -> faiss.IndexScalarQuantizer:
    kind = faiss.ScalarQuantizer.QT_8bit_direct_signed
    index = faiss.IndexScalarQuantizer(codes.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    index.add(codes.astype(np.float32))
    return index
