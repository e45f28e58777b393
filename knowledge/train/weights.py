"""Learns the weights of fusion.json: ranks by conditional logit (McFadden 1974), confidence by logistic regression."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from knowledge.answer import MAX_CARDS
from knowledge.features import CARD_FEATURES, PASSAGE_FEATURES, Floats
from knowledge.fusion import Fusion, softmax
from knowledge.retrieve import CARD_VOTE, CONFIDENCE_FEATURES, QUOTE_FEATURES, confidence_row, quote_row
from knowledge.train.examples import Example, Examples, Mask

RIDGE = 1e-3  # keeps the weights of near-identical features from running apart
# No feature speaks against a card. The questions of a card were written to differ from each other, so that leaving one
# out teaches that likeness to the rest means little; people's questions are often like one of them. Hence the floors.
FLOORS = {"question cosine": 8.0, "question grams": 2.0, "question lemmas": 1.0}


def learn_fusion(examples: Examples, near_share: float) -> tuple[Fusion, str]:
    """The weights, and one line on how often the right card and passage are found for questions left out.

    `near_share`: the setting; confidence is that one of the cards told together is right.
    """
    answered = examples.answered
    by_card = [(e.cards, np.arange(len(e.fits)) == e.card, e.card_mask) for e in answered]
    card_weights = conditional_logit(by_card, [FLOORS.get(name, 0.0) for name in CARD_FEATURES])

    def measured(example: Example) -> tuple[Floats, Floats]:
        shares = masked_softmax(example.cards @ card_weights, example.card_mask)
        vote = examples.extractor.votes.best(shares)
        return shares, np.column_stack([example.passages, vote])

    by_passage = [(measured(e)[1], e.holds, e.chunk_mask) for e in answered if e.holds.any()]
    passage_weights = conditional_logit(by_passage, [0.0] * len(by_passage[0][0][0]))
    rows, told, quote_rows, quoted, first_card = [], [], [], [], []
    for example in (*answered, *examples.unanswered):
        shares, features = measured(example)
        passages = masked_softmax(features @ passage_weights, example.chunk_mask)
        first = int(shares.argmax())
        cited = passages[examples.cited_chunks[examples.citing_cards == first]]
        rows.append(confidence_row(shares, example.cards, cited, examples.covered(example, first), example.near))
        nearest = np.argsort(-shares)[:MAX_CARDS]
        told.append(bool(example.fits[nearest[shares[nearest] >= near_share * shares[first]]].any()))
        quote_rows.append(quote_row(passages, example.passages, example.near))
        first_card.append(bool(example.fits[first]))
        quoted.append(bool(example.holds[passages.argmax()]))
    fusion = Fusion(
        _named(CARD_FEATURES, card_weights),
        _named((*PASSAGE_FEATURES, CARD_VOTE), passage_weights),
        _logistic(np.array(rows), told, CONFIDENCE_FEATURES),
        _logistic(np.array(quote_rows), quoted, QUOTE_FEATURES),
    )
    cards, near, passage = (np.mean(found[: len(answered)]) for found in (first_card, told, quoted))
    return fusion, (
        f"left-out questions: right card first {cards:.3f}, among those told {near:.3f}, "
        f"right passage first {passage:.3f}"
    )


def masked_softmax(logits: Floats, mask: Mask) -> Floats:
    return softmax(np.where(mask, logits, np.float32(-np.inf)))


def conditional_logit(examples: Sequence[tuple[Floats, Mask, Mask]], floors: Sequence[float]) -> Floats:
    """Weights w, none below its floor, that maximise the mean log share of the targets.

    An example is (features, targets, taking part).
    """
    spread = np.concatenate([features[::17] for features, _, _ in examples]).std(axis=0) + 1e-6

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        total, gradient = 0.0, np.zeros_like(weights)
        scaled_weights = (weights / spread).astype(np.float32)
        for features, target, mask in examples:
            shares = masked_softmax(features @ scaled_weights, mask)
            hit = shares * target
            total -= float(np.log(hit.sum() + 1e-12))
            gradient -= ((hit / (hit.sum() + 1e-12) - shares) @ features) / spread
        size = len(examples)
        return total / size + RIDGE * float(weights @ weights), gradient / size + 2 * RIDGE * weights

    lowest = np.asarray(floors) * spread
    bounds = [(floor, None) for floor in lowest]
    found = minimize(loss, lowest + 1.0, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 60})
    return np.asarray(found.x / spread, dtype=np.float32)


def _logistic(rows: Floats, right: Sequence[bool], names: Sequence[str]) -> dict[str, float]:
    """Logistic regression."""
    spread, mean = rows.std(axis=0) + 1e-6, rows.mean(axis=0)
    scaled, sign = (rows - mean) / spread, np.where(right, 1.0, -1.0)

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = sign * (scaled @ weights[:-1] + weights[-1])
        pull = -sign / (1 + np.exp(margin)) / len(sign)
        gradient = np.append(pull @ scaled + 2 * RIDGE * weights[:-1], pull.sum())
        return float(np.logaddexp(0, -margin).mean() + RIDGE * weights[:-1] @ weights[:-1]), gradient

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B")
    weights = found.x[:-1] / spread
    return _named(names, weights) | {"intercept": round(float(found.x[-1] - weights @ mean), 4)}


def _named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
