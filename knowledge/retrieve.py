"""Ranks cards and passages for a question."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.analyse import fold
from knowledge.cards import Card
from knowledge.chunk import Chunk
from knowledge.corpus import Change, Corpus
from knowledge.elsewhere import Elsewhere
from knowledge.features import CARD_FEATURES, PASSAGE_FEATURES, FeatureExtractor, Lexicon, Signals
from knowledge.fusion import Chance, Floats, Fusion, softmax, vector
from knowledge.index import Embedder, Index
from knowledge.message import Language, language
from knowledge.named import NamedCards
from knowledge.rows import NamedRows

Pair = tuple[float, float]
# A follow-up on something of the policy is more often about the policy than a question out of the blue.
ON_SUBJECT = 2.0
EARLIER = 0.5  # what an earlier question counts beside the one that leans on it
WHOLE = 0.3  # what a message counts beside one of its questions
CARD_VOTE = "best citing card"
UNANSWERED = ("nearest unanswered", "nearest unanswered, mean of 3")
CONFIDENCE_FEATURES = (
    *CARD_FEATURES,
    "share",
    "lead over the next",
    "share of its passage",
    "words covered",
    "word least covered",
    *UNANSWERED,
)
QUOTE_FEATURES = (*PASSAGE_FEATURES, "share", *UNANSWERED)


@dataclass(frozen=True)
class RankedPassage:
    """`sentences`: positions in the chunk, the one nearest to the question first."""

    chunk: Chunk
    score: float
    sentences: tuple[int, ...]


@dataclass(frozen=True)
class Ranking:
    """Best first; scores lie between 0 and 1.

    `confidence` is the chance that the best card answers the question, `quote_confidence` that the best passage does.
    `beside`: how many cards stand behind the first because the question names their row of its table, whatever their
    share.
    """

    cards: tuple[tuple[Card, float], ...]
    passages: tuple[RankedPassage, ...]
    confidence: float
    quote_confidence: float
    beside: int = 0

    @property
    def gap(self) -> str:
        """The municipality of the best card where that is a known gap, else empty."""
        first = self.cards[0][0] if self.cards else None
        return first.gemeente if first and first.soort != "antwoord" else ""

    def speaks_of(self, place: str) -> bool:
        """Whether the best card itself names the place (folded)."""
        if not self.cards:
            return False
        card = self.cards[0][0]
        return fold(place) in fold(" ".join([card.antwoord, *(citation.citaat for citation in card.citations)]))


class Retriever:
    def __init__(self, index: Index, embedder: Embedder, lexicon: Lexicon, fusion: Fusion) -> None:
        self._index, self._embedder, self._lexicon, self._fusion = index, embedder, lexicon, fusion
        self._corpus, self._rows = index.corpus, NamedRows(index.corpus.cards)
        self._named, self._elsewhere = NamedCards(index.corpus.cards), Elsewhere(index.corpus)
        self._features = FeatureExtractor(index, embedder, lexicon)
        self._sure = Chance(fusion.confidence, CONFIDENCE_FEATURES)
        self._quote_sure = Chance(fusion.quote, QUOTE_FEATURES)
        self._card_weights = vector(fusion.cards, CARD_FEATURES)
        self._passage_weights = vector(fusion.passages, (*PASSAGE_FEATURES, CARD_VOTE))
        self._card_towns = np.array([card.gemeente for card in self._corpus.cards])
        self._chunk_towns = np.array([chunk.gemeente for chunk in self._corpus.chunks])

    @property
    def corpus(self) -> Corpus:
        return self._corpus

    def language(self, question: str) -> Language:
        return language(question, self._lexicon.languages)

    def prepare(self, question: str) -> Floats:
        """The model's own vector, (dim,), kept for the search for it."""
        return self._embedder.prepare(question)

    def vectors(self, questions: list[str]) -> Floats:
        """Shape (n, dim); the inner product of two rows says how much alike two questions are."""
        return self._index.vectors(questions, self._embedder)

    def changed(self, change: Change) -> "Retriever":
        """A retriever over the corpus with some cards replaced; takes tenths of a second, this one stays as it is."""
        lexicon = self._lexicon.spliced(self._corpus, change)
        return Retriever(self._index.spliced(change, self._embedder), self._embedder, lexicon, self._fusion)

    def rank(
        self, question: str, gemeente: str | None, limit: int, earlier: str | None = None, whole: str | None = None
    ) -> Ranking:
        """The `limit` best cards and passages, of one municipality where it is named.

        `earlier`: the question that this one leans on; `whole`: the message that it is a part of. Both say what the
        subject is.
        """
        spelled = self._spelled(question)
        signals = self._features.signals(spelled)
        card_features, passage_features = self._features.cards(signals), self._features.passages(signals)
        near, sharpness, prior = self._features.unanswered(signals), 1.0, 1.0
        if (context := earlier or whole) is not None:
            subject, weight = self._features.signals(self._spelled(context)), EARLIER if earlier else WHOLE
            sharpness = 1 + weight
            card_features = _leaning(card_features, self._features.cards(subject), weight)
            passage_features = _leaning(passage_features, self._features.passages(subject), weight)
            if earlier is not None:
                prior = ON_SUBJECT
                near = np.minimum(near, self._features.unanswered(subject))  # alone it is too bare to be judged by
        said = (spelled, *filter(None, (earlier, whole)))
        other_cards, other_passages = self._elsewhere.others(*said)
        others = self._named.others(*said) | other_cards
        card_logits = np.where(others, np.float32(-np.inf), sharpness * (card_features @ self._card_weights))
        card_shares = self._shares(card_logits, self._card_towns, gemeente)
        vote = self._features.votes.best(card_shares)
        passage_logits = sharpness * (np.column_stack([passage_features, vote]) @ self._passage_weights)
        passage_logits = np.where(other_passages, np.float32(-np.inf), passage_logits)
        passage_shares = self._shares(passage_logits, self._chunk_towns, gemeente)
        cards = _top(card_shares, limit)
        beside = self._rows.beside(cards[0], question, card_shares) if cards else []
        cards = [*cards[:1], *beside, *(i for i in cards[1:] if i not in beside)][: max(limit, 1 + len(beside))]
        return Ranking(
            tuple((self._corpus.cards[i], float(card_shares[i])) for i in cards),
            tuple(self._ranked(i, float(passage_shares[i]), signals) for i in _top(passage_shares, limit)),
            min(1.0, prior * self._confidence(signals, card_shares, card_features, passage_shares, near)),
            self._quote_confidence(passage_shares, passage_features, near),
            len(beside),
        )

    def _spelled(self, question: str) -> str:
        """With typing errors put right; English and German words would be taken for errors."""
        return self._lexicon.spelling.corrected(question) if self.language(question) == "nl" else question

    @staticmethod
    def _shares(logits: Floats, towns: npt.NDArray[np.str_], gemeente: str | None) -> Floats:
        if gemeente is not None:
            logits = np.where(towns == gemeente, logits, np.float32(-np.inf))
        return softmax(logits) if np.isfinite(logits).any() else np.zeros_like(logits)

    def _ranked(self, position: int, share: float, signals: Signals) -> RankedPassage:
        order = self._features.sentence_order(signals, position)
        return RankedPassage(self._corpus.chunks[position], share, tuple(order.tolist()))

    def _confidence(self, signals: Signals, shares: Floats, features: Floats, passages: Floats, near: Floats) -> float:
        if not shares.any():
            return 0.0
        first = int(shares.argmax())
        cited = self._features.cited_chunks[self._features.citing_cards == first]
        row = confidence_row(shares, features, passages[cited], self._features.covered(signals.words, first), near)
        return self._sure(row)

    def _quote_confidence(self, shares: Floats, features: Floats, near: Floats) -> float:
        return self._quote_sure(quote_row(shares, features, near)) if shares.any() else 0.0


def _leaning(features: Floats, subject: Floats, weight: float) -> Floats:
    """A weighted mean of what is measured of a question and of the one that it leans on."""
    mean: Floats = ((features + weight * subject) / (1 + weight)).astype(np.float32)
    return mean


def confidence_row(shares: Floats, features: Floats, cited: Floats, covered: Pair, near: Floats) -> Floats:
    """What is known of the best card, in the order of CONFIDENCE_FEATURES.

    `cited`: the shares of the passages that it cites; `covered` and `near`: as the FeatureExtractor measures them.
    """
    first = int(shares.argmax())
    lead = shares[first] - (float(np.partition(shares, -2)[-2]) if len(shares) > 1 else 0.0)
    row = [*features[first], shares[first], lead, cited.max(initial=0.0), *covered, *near]
    return np.array(row, dtype=np.float32)


def quote_row(shares: Floats, features: Floats, near: Floats) -> Floats:
    """What is known of the best passage, in the order of QUOTE_FEATURES."""
    first = int(shares.argmax())
    return np.array([*features[first], shares[first], *near], dtype=np.float32)


def _top(shares: Floats, limit: int) -> list[int]:
    """The positions of the highest, of equals the first; only these are sorted."""
    lowest = np.partition(shares, -limit)[-limit] if limit < len(shares) else 0
    best = np.flatnonzero(shares >= lowest)
    return [int(i) for i in best[np.argsort(-shares[best], kind="stable")][:limit] if shares[i] > 0]
