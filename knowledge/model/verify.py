"""Is the finished model still what it was made from? Measured by cosine on questions and the policy's own text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.embed import Embedder, Vectors

SOURCES = Path(__file__).parents[1] / "sources"

# The lowest cosine over all samples. Blocks reach 0.999.
THRESHOLD = 0.995
# Of the built-in model, whose cards' vectors and learned weights are made with these same 8 bits: it need not be the
# source to the letter. Measured: 0.995.
FUSED_THRESHOLD = 0.99

QUESTIONS = (
    "Mag ik een kapperszaak aan huis beginnen?",
    "kantoor op bedrijventerrein",
    "Hoeveel m² van mijn woning mag ik voor mijn bedrijf gebruiken?",
    "Ik zoek een kavel van 3.000 m² voor mijn transportbedrijf. Wie kan mij helpen, en wat kost dat?",
    "Welche Regeln gelten für ein Büro in der Nähe des Bahnhofs?",
    "Is a permit needed to open a small workshop at home?",
)
PASSAGE_CHARACTERS, PASSAGES = 600, 24

Encode = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True)
class Reference:
    """An engine to compare with; both functions add the prefixes themselves and give normalised vectors (n, dim)."""

    queries: Encode
    passages: Encode


def sample_passages() -> list[str]:
    """Pieces of the policy, evenly spread over the documents."""
    texts = [re.sub(r"\s+", " ", path.read_text(encoding="utf-8")) for path in sorted(SOURCES.glob("*.txt"))]
    pieces = [text[at : at + PASSAGE_CHARACTERS] for text in texts for at in range(0, len(text), PASSAGE_CHARACTERS)]
    return pieces[:: max(1, len(pieces) // PASSAGES)] or ["Werken aan huis is toegestaan als het bij de woning past."]


def lowest_cosine(embedder: Embedder, reference: Reference) -> float:
    """The lowest cosine between the model and a reference over the questions and the sample passages."""
    passages = sample_passages()
    ours = np.concatenate([embedder.queries(QUESTIONS), embedder.passages(passages)])
    theirs = np.concatenate([reference.queries(QUESTIONS), reference.passages(passages)])
    return float((ours * theirs).sum(axis=1).min())
