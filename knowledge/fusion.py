"""The learned weights that turn features into one score, and the file they are kept in."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.errors import KnowledgeError

FUSION = Path(__file__).parent / "fusion.json"
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Fusion:
    """Linear weights by feature name; made by knowledge/train.py, read by knowledge/retrieve.py.

    `cards` and `passages` rank within one query. `confidence` and `quote` (each with an "intercept") turn the features
    of the best card, and of the best passage, into the chance that it answers the question.
    """

    cards: Mapping[str, float]
    passages: Mapping[str, float]
    confidence: Mapping[str, float]
    quote: Mapping[str, float]

    def save(self) -> None:
        FUSION.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")


def load_fusion() -> Fusion:
    try:
        return Fusion(**json.loads(FUSION.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise KnowledgeError(
            f"{FUSION.name} cannot be read; make it again with `python -m knowledge train`."
        ) from error


def vector(weights: Mapping[str, float], names: Sequence[str]) -> Floats:
    """The weights in the order of the features. Raises KnowledgeError when they are of other features."""
    if set(weights) != set(names):
        raise KnowledgeError("fusion.json is of other features than the code; run `python -m knowledge train`.")
    return np.array([weights[name] for name in names], dtype=np.float32)


class Chance:
    """Logistic regression: a row of features to a chance between 0 and 1."""

    def __init__(self, weights: Mapping[str, float], names: Sequence[str]) -> None:
        self._intercept = weights["intercept"]
        self._weights = vector({name: w for name, w in weights.items() if name != "intercept"}, names)

    def __call__(self, row: Floats) -> float:
        logit = self._intercept + float(row @ self._weights)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def softmax(logits: Floats) -> Floats:
    exponents = np.exp(logits - logits.max())
    result: Floats = exponents / exponents.sum()
    return result
