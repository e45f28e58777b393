"""Learns the weights of fusion.json from the cards' own questions.

Every question of every card is asked as if its card did not have it (leave-one-out), and the weights are those under
which the right card, and a passage it cites, come first: conditional logit, McFadden (1974). Whether to answer at all
is a logistic regression over those same questions, the same questions with their card taken away, and unanswered.yml.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from knowledge.features import CARD_FEATURES, PASSAGE_FEATURES, FeatureExtractor, best
from knowledge.fusion import Floats, Fusion, softmax, vector
from knowledge.index import Embedder, Index
from knowledge.retrieve import CARD_VOTE, CONFIDENCE_FEATURES, QUOTE_FEATURES, Retriever

UNANSWERED = Path(__file__).parent / "unanswered.yml"
RIDGE = 1e-3  # keeps the weights of near-identical features from running apart
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Example:
    """One question measured against everything; `card` is None for a question that the documents do not answer.

    `cards`: shape (cards, features), `passages`: (chunks, features); `fits`: the cards, and `holds` the chunks, that
    would be right; `own`: the positions that take part (those of one municipality where it is named).
    """

    card: int | None
    cards: Floats
    passages: Floats
    fits: Mask
    holds: Mask
    card_mask: Mask
    chunk_mask: Mask


class Examples:
    """Measures every training question once."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self._index, self.extractor = index, FeatureExtractor(index, embedder)
        corpus = index.corpus
        self._cites = [
            {(card.document, s.anchor) for c in card.citations for s in c.sentences} for card in corpus.cards
        ]
        self._card_towns = np.array([card.gemeente for card in corpus.cards])
        self._chunk_towns = np.array([chunk.gemeente for chunk in corpus.chunks])

    def answered(self, every: int = 1) -> Iterator[Example]:
        """Every `every`-th card question, measured without itself."""
        questions = [
            (position, vraag) for position, card in enumerate(self._index.corpus.cards) for vraag in card.vragen
        ]
        for row, (position, vraag) in enumerate(questions):
            if row % every == 0:
                yield self._example(vraag, position, row)

    def unanswered(self, path: Path = UNANSWERED) -> Iterator[Example]:
        for vraag in yaml.safe_load(path.read_text(encoding="utf-8"))["vragen"]:
            yield self._example(vraag, None, None)

    def _example(self, vraag: str, position: int | None, row: int | None) -> Example:
        signals = self.extractor.signals(vraag)
        fits = np.zeros(len(self._cites), dtype=bool)
        holds = np.zeros(len(self._chunk_towns), dtype=bool)
        card_mask, chunk_mask = np.ones_like(fits), np.ones_like(holds)
        if position is not None:
            fits[[i for i, cites in enumerate(self._cites) if i == position or cites & self._cites[position]]] = True
            holds[self.extractor.cited_chunks[self.extractor.citing_cards == position]] = True
            # A municipality's own page names it; half of the training does too.
            town = self._index.corpus.cards[position].gemeente
            if row is not None and row % 2:
                card_mask, chunk_mask = self._card_towns == town, self._chunk_towns == town
        features = self.extractor.cards(signals, skip=row)
        return Example(position, features, self.extractor.passages(signals), fits, holds, card_mask, chunk_mask)


def train(index: Index, embedder: Embedder, every: int = 1) -> Fusion:
    source = Examples(index, embedder)
    answered, unanswered = list(source.answered(every)), list(source.unanswered())
    own = [_only(example.card, len(example.fits)) for example in answered]
    card_weights = _conditional_logit([(e.cards, t, e.card_mask) for e, t in zip(answered, own, strict=True)])
    cards = dict(zip(CARD_FEATURES, map(float, card_weights), strict=True))

    def with_vote(example: Example) -> Floats:
        shares = _shares(example.cards @ card_weights, example.card_mask)
        vote = best(shares[source.extractor.citing_cards], source.extractor.cited_chunks, len(example.passages))
        return np.column_stack([example.passages, vote])

    located = [e for e in answered if e.holds.any()]
    passage_weights = _conditional_logit([(with_vote(e), e.holds, e.chunk_mask) for e in located])
    passages = dict(zip((*PASSAGE_FEATURES, CARD_VOTE), map(float, passage_weights), strict=True))

    retriever = Retriever(index, embedder, Fusion(cards, passages, {}, {}))
    rows, right, quote_rows, quote_right = [], [], [], []
    for example in [*answered, *(_without_card(e) for e in answered[::4]), *unanswered]:
        shares = _shares(example.cards @ card_weights, example.card_mask)
        passage_shares = _shares(with_vote(example) @ passage_weights, example.chunk_mask)
        rows.append(retriever.confidence_row(shares, example.cards, passage_shares))
        right.append(bool(example.fits[shares.argmax()]))
        first = passage_shares.argmax()
        quote_rows.append([*example.passages[first], passage_shares[first]])
        quote_right.append(bool(example.holds[first]))
    confidence = _logistic(np.array(rows), right, CONFIDENCE_FEATURES)
    return Fusion(cards, passages, confidence, _logistic(np.array(quote_rows), quote_right, QUOTE_FEATURES))


def _without_card(example: Example) -> Example:
    """The same question as if nobody had written its card."""
    mask = example.card_mask & ~example.fits
    nothing = np.zeros_like(example.fits)
    return Example(None, example.cards, example.passages, nothing, example.holds, mask, example.chunk_mask)


def _only(position: int | None, size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    if position is not None:
        mask[position] = True
    return mask


def _shares(logits: Floats, mask: Mask) -> Floats:
    return softmax(np.where(mask, logits, np.float32(-np.inf)))


def _conditional_logit(examples: Sequence[tuple[Floats, Mask, Mask]]) -> Floats:
    """Weights w that maximise the mean of log(sum of softmax(X w) over the targets)."""
    spread = np.concatenate([features[::17] for features, _, _ in examples]).std(axis=0) + 1e-6

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        total, gradient = 0.0, np.zeros_like(weights)
        for features, target, mask in examples:
            scaled = features / spread
            shares = _shares(scaled @ weights, mask)
            hit = shares * target
            total -= np.log(hit.sum() + 1e-12)
            gradient -= (hit / (hit.sum() + 1e-12) - shares) @ scaled
        size = len(examples)
        return float(total / size + RIDGE * weights @ weights), gradient / size + 2 * RIDGE * weights

    start = np.ones(examples[0][0].shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return np.asarray(found.x / spread, dtype=np.float32)


def _logistic(rows: Floats, right: Iterable[bool], names: Sequence[str]) -> dict[str, float]:
    spread, mean = rows.std(axis=0) + 1e-6, rows.mean(axis=0)
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit((rows - mean) / spread, list(right))
    weights = fitted.coef_[0] / spread
    named = dict(zip(names, map(float, weights), strict=True))
    assert vector(named, names).shape == weights.shape
    return named | {"intercept": float(fitted.intercept_[0] - weights @ mean)}
