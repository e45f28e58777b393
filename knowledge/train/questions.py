"""The cards' own questions with their vectors: what there is to learn from."""

import numpy as np
import numpy.typing as npt

from knowledge.adapt import Vectors
from knowledge.corpus import Corpus
from knowledge.features import cited_sentences
from knowledge.index import FIELDS, FieldName, field_texts

FOLDS, SEED = 3, 20261122


class Questions:
    """All questions of all cards with their vectors, as the model made them."""

    def __init__(self, corpus: Corpus, vectors: Vectors) -> None:
        self.corpus, self.all_vectors = corpus, vectors
        self.owners, self.vectors = self._field("question")
        _, self.unanswered = self._field("unanswered")
        self.asked = [vraag for card in corpus.cards for vraag in card.vragen]
        self.folds = np.random.default_rng(SEED).integers(FOLDS, size=len(self.asked))
        self.every: npt.NDArray[np.bool_] = np.ones(len(self.asked), dtype=bool)

    def texts(self) -> tuple[Vectors, npt.NDArray[np.int64]]:
        """What else belongs to a card: its answer and the sentences it cites; with the card of each."""
        answer_owners, answers = self._field("answer")
        _, sentences = self._field("sentence")
        rows, owners = cited_sentences(self.corpus)
        return np.concatenate([answers, sentences[rows]]), np.concatenate([answer_owners, owners])

    def _field(self, name: FieldName) -> tuple[npt.NDArray[np.int64], Vectors]:
        start = 0
        for field in FIELDS:
            owners = np.fromiter((owner for owner, _ in field_texts(self.corpus, field)), dtype=np.int64)
            if field == name:
                return owners, self.all_vectors[start : start + len(owners)]
            start += len(owners)
        raise KeyError(name)
