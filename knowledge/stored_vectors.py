"""Vectors that were made before, kept in the repository: set-up embeds only the texts that are new since.

Seven bits a number; a row differs from the model's own by a cosine of less than 0.0005. A third of
a set-up's time is saved; nothing depends on the file being complete, or there.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.index_files import KEY_LENGTH

STORED = Path(__file__).parent / "stored_vectors.npz"
LEVELS = 63  # to either side of zero; twice as many would make the file a quarter larger
Vectors = npt.NDArray[np.float32]


def load_stored(recipe: str, path: Path = STORED) -> Mapping[str, Vectors]:
    """By row key; empty when they are of a model made by another recipe, or when there are none."""
    if not path.exists():
        return {}
    with np.load(path) as stored:
        if str(stored["recipe"]) != recipe:
            return {}
        keys = [key.hex() for key in stored["keys"].astype(f"V{KEY_LENGTH // 2}").tolist()]
        rows = stored["rows"].astype(np.float32)
    return dict(zip(keys, rows / np.linalg.norm(rows, axis=1, keepdims=True), strict=True))


def save_stored(recipe: str, keys: Sequence[str], vectors: Vectors, path: Path = STORED) -> None:
    rows = np.round(vectors / np.abs(vectors).max(axis=1, keepdims=True) * LEVELS).astype(np.int8)
    raw = np.frombuffer(b"".join(bytes.fromhex(key) for key in keys), dtype=f"V{KEY_LENGTH // 2}")
    np.savez_compressed(path, recipe=np.array(recipe), keys=raw, rows=rows)
