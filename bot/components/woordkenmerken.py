"""Words and pieces of words of a message, as a sparse vector: what the embedding smooths over. Pure.

The hashing trick: every feature falls in one of `EMMERS` buckets by its CRC, so that nothing is stored beside the
weights and a word that was never seen costs nothing. Each kind of feature (pieces, words) has length 1 by itself.
"""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

EMMERS = 1 << 14
_LANGST = 300  # characters that are read; what somebody wants stands in the first sentence or two
_STUKKEN = (2, 3, 4, 5)  # letters in a piece


@lru_cache(maxsize=8)
def kenmerken(tekst: str) -> tuple[np.ndarray, np.ndarray]:
    """The buckets that are not empty, ascending, and their values (float32); the vector has length √2."""
    woorden = _woorden(tekst)
    waarden: Counter[int] = Counter()
    for soort in (_stukken(woorden), _woordgroepen(woorden)):
        telling = Counter(zlib.crc32(kenmerk.encode()) % EMMERS for kenmerk in soort)
        lengte = sum(aantal * aantal for aantal in telling.values()) ** 0.5
        for emmer, aantal in telling.items():
            waarden[emmer] += aantal / lengte  # type: ignore[assignment]
    emmers = sorted(waarden)
    return np.array(emmers, np.int32), np.array([waarden[emmer] for emmer in emmers], np.float32)


def _woorden(tekst: str) -> list[str]:
    plat = unicodedata.normalize("NFKD", tekst[:_LANGST].lower())
    plat = "".join(teken for teken in plat if not unicodedata.combining(teken))
    woorden = re.findall(r"[a-z]+|\d+|[?!]", plat)
    return ["0" * min(len(woord), 4) if woord.isdigit() else woord for woord in woorden]  # how long, not which number


def _stukken(woorden: list[str]) -> Iterator[str]:
    for woord in woorden:
        rand = f" {woord} "
        for lengte in _STUKKEN:
            for begin in range(len(rand) - lengte + 1):
                yield rand[begin : begin + lengte]


def _woordgroepen(woorden: list[str]) -> Iterator[str]:
    """Words, pairs of words, and the first and last word as such."""
    for een, ander in zip(["^", *woorden], [*woorden, "$"], strict=True):
        yield f"1 {een}"
        yield f"2 {een} {ander}"
