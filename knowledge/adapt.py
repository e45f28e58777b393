"""What the cards taught the embedding: a linear map under which a question lies near the other questions of its card,
to half as many dimensions: search then takes half the time.

Applied to the vectors of the model when the index is opened, and to every query; made by knowledge/train.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.errors import KnowledgeError

ADAPTATION = Path(__file__).parent / "adaptation.npz"
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Adaptation:
    """`mean`: shape (dim,); `matrix`: (dim, adapted dim)."""

    mean: Vectors
    matrix: Vectors

    def __call__(self, vectors: Vectors) -> Vectors:
        """Vectors of the model, shape (n, dim) -> (n, adapted dim), L2-normalised."""
        mapped = (vectors - self.mean) @ self.matrix
        result: Vectors = mapped / np.maximum(np.linalg.norm(mapped, axis=1, keepdims=True), 1e-9)
        return result.astype(np.float32)

    def spread(self) -> "Adaptation":
        """The same but for a turn of the axes, which changes no cosine: no number stays much larger than the others,
        so that eight bits for each hold more of it."""
        size = self.matrix.shape[1]
        turn, _ = np.linalg.qr(np.random.default_rng(0).standard_normal((size, size)))
        return Adaptation(self.mean, (self.matrix @ turn).astype(np.float32))

    def save(self, model: str) -> None:
        """Half precision: a sixth of a megabyte, and no ranking changes."""
        np.savez(ADAPTATION, model=np.array(model), mean=np.float16(self.mean), matrix=np.float16(self.matrix))


def no_adaptation(dim: int) -> Adaptation:
    return Adaptation(np.zeros(dim, np.float32), np.eye(dim, dtype=np.float32))


def load_adaptation(model: str, dim: int) -> Adaptation:
    """The one learned for this model, or none where nothing was. Raises KnowledgeError for a damaged file."""
    if not ADAPTATION.exists():
        return no_adaptation(dim)
    try:
        with np.load(ADAPTATION) as stored:
            if str(stored["model"]) != model or stored["matrix"].shape[0] != dim:
                return no_adaptation(dim)
            return Adaptation(stored["mean"].astype(np.float32), stored["matrix"].astype(np.float32))
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(
            f"{ADAPTATION.name} is damaged; make it again with `python -m knowledge train`."
        ) from error
