"""A stand-in for the embedding model: deterministic, instant, no files. Texts that share words get near vectors."""

import hashlib
from collections.abc import Sequence

import numpy as np

from knowledge.embed import Vectors


class HashEmbedder:
    """Same public face as knowledge.embed.Embedder: every word adds its own fixed random direction."""

    def __init__(self, dim: int = 64) -> None:
        self.dim = dim
        self.fingerprint = f"hash-{dim}"

    def query(self, text: str) -> Vectors:
        return self._embed(text)

    def prepare(self, text: str) -> Vectors:
        return self._embed(text)

    def queries(self, texts: Sequence[str]) -> Vectors:
        return np.array([self._embed(text) for text in texts], np.float32).reshape(len(texts), self.dim)

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self.queries(texts)

    def tokens(self, text: str) -> int:
        return len(text.split())

    def _embed(self, text: str) -> Vectors:
        total = np.sum([self._direction(word) for word in text.lower().split() or [""]], axis=0)
        return np.asarray(total / np.linalg.norm(total), np.float32)

    def _direction(self, word: str) -> Vectors:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
        return np.random.default_rng(seed).standard_normal(self.dim).astype(np.float32)
