"""What somebody wants, learned from examples: kernel ridge regression on the sentence embedding and on words together.

Pure numpy; no Rasa, no scikit-learn.

Logistic regression on the same features needs minutes for what this solves at once (DECISIONS.md).
The model is linear, so that it comes down to one weight a feature and an intent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.components.woordkenmerken import EMMERS, kenmerken


@dataclass(frozen=True)
class Instelling:
    """`woorden`: the weight of words beside the embedding, 0 to 1. `lambda_`: regularisation. `scherpte`: how far apart
    the scores are drawn before they are read as chances; all three by cross-validation (`make eval`)."""

    woorden: float = 0.4
    lambda_: float = 0.2
    scherpte: float = 12.0


@dataclass(frozen=True)
class Intentiemodel:
    """`namen`: n intents. `midden`: (dim). `vector`: (n, dim). `woord`: (EMMERS, n)."""

    namen: tuple[str, ...]
    midden: np.ndarray
    vector: np.ndarray
    woord: np.ndarray
    instelling: Instelling

    def kansen(self, vector: np.ndarray, tekst: str) -> np.ndarray:
        """The chance of every intent, (n); they add up to 1."""
        emmers, waarden = kenmerken(tekst)
        scores = self.vector @ _gecentreerd(vector[np.newaxis], self.midden)[0] + waarden @ self.woord[emmers]
        kansen = np.exp((scores - scores.max()) * self.instelling.scherpte)
        return kansen / kansen.sum()

    def bewaar(self, pad: Path) -> None:
        np.savez(pad, namen=self.namen, midden=self.midden, vector=self.vector, woord=self.woord.astype(np.float16))


def lees_model(pad: Path, instelling: Instelling) -> Intentiemodel:
    """What `bewaar` wrote."""
    with np.load(pad) as bewaard:
        namen = tuple(str(naam) for naam in bewaard["namen"])
        return Intentiemodel(
            namen, bewaard["midden"], bewaard["vector"], bewaard["woord"].astype(np.float32), instelling
        )


def leer(vectoren: np.ndarray, teksten: Sequence[str], intents: Sequence[str], instelling: Instelling) -> Intentiemodel:
    """From m sentence vectors (m, dim), their texts and what is wanted in each.

    Rare intents weigh more, by the root of how rare they are.
    """
    namen = sorted(set(intents))
    nummers = np.array([namen.index(intent) for intent in intents])
    aantal = len(teksten)
    midden = vectoren.mean(axis=0)
    gecentreerd = _gecentreerd(vectoren, midden)
    woorden = _woordmatrix(teksten)
    deel = instelling.woorden
    kern = (1 - deel) * gecentreerd @ gecentreerd.T + deel / 2 * woorden @ woorden.T
    zwaarte = np.sqrt(aantal / (len(namen) * np.bincount(nummers)))[nummers]
    doel = np.eye(len(namen))[nummers]
    duaal = np.linalg.solve(kern + np.diag(instelling.lambda_ / zwaarte), doel)
    vector = ((1 - deel) * gecentreerd.T @ duaal).T.astype(np.float32)
    woord = (deel / 2 * woorden.T @ duaal).astype(np.float32)
    return Intentiemodel(tuple(namen), midden.astype(np.float32), vector, woord, instelling)


def _gecentreerd(vectoren: np.ndarray, midden: np.ndarray) -> np.ndarray:
    """Sentence vectors all point much the same way: what tells them apart is where they differ from their mean."""
    verschil = vectoren - midden
    return verschil / np.maximum(np.linalg.norm(verschil, axis=1, keepdims=True), 1e-9)


def _woordmatrix(teksten: Sequence[str]) -> np.ndarray:
    matrix = np.zeros((len(teksten), EMMERS), np.float32)
    for rij, tekst in enumerate(teksten):
        emmers, waarden = kenmerken(tekst)
        matrix[rij, emmers] = waarden
    return matrix
