"""Typing errors put right, towards the words that cards and documents use."""

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.analyse import fold, in_dictionary, words

SHORTEST = 6  # letters; a shorter word is one letter away from too many others
COMMON = 4  # times that a word must stand in the texts before another is taken for it
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


class Spelling:
    """One letter too many, too few, wrong or in the wrong place, in a word that is neither Dutch nor of the texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        used = Counter(word for text in texts for word in words(text))
        self._known = frozenset(used)
        self._common = tuple(
            word for word, times in used.items() if times >= COMMON and len(word) >= SHORTEST - 1 and word.isalpha()
        )

    def corrected(self, question: str) -> str:
        return _WORD.sub(lambda match: self._correct(match[0]), question)

    def _correct(self, word: str) -> str:
        folded = fold(word)
        if folded in self._known or in_dictionary(folded):
            return word
        near = process.extractOne(folded, self._common, scorer=OSA.distance, score_cutoff=1)
        return near[0] if near else word
