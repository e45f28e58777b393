"""Which cards are about something that a question does not name: the label of one address is no answer about another.

Vectors find "Zuiderval" like "Westerval", and one house number like the next; to whoever asks, they are not alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.analyse import fold, in_dictionary
from knowledge.cards import Card

Bools = npt.NDArray[np.bool_]
_OPENING = 5  # letters that a word and a name share where one of them goes on: "haven", "josinkes"
_LONG = 9  # letters from which two of them may be wrong, not one
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:de|het) ")
_HOUSE = re.compile(r"([^\W\d_]+) (\d+)")
_NUMBER = "nummer"  # what a row has for a street where it is called by its number in the table


class NamedCards:
    """The cards that have names (`Card.namen`), by these names; an address by its street and its house number."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._named = np.array([bool(card.namen) for card in cards], dtype=np.bool_)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_house: dict[tuple[str, str], list[int]] = defaultdict(list)
        for position, card in enumerate(cards):
            for name in map(key, card.namen):
                if house := _HOUSE.search(name):
                    self._by_house[house[1], house[2]].append(position)
                if not house or house[1] != _NUMBER:
                    self._by_name[house[1] if house else _ARTICLE.sub("", name)].append(position)
        streets = "|".join({street for street, _ in self._by_house})
        self._house = re.compile(rf"\b({streets}) (?:(?:huis)?nummer |nr )?(\d+)") if streets else None
        self._words = [name for name in self._by_name if " " not in name]
        self._by_opening: dict[str, list[str]] = defaultdict(list)
        for name in self._words:
            if len(name) >= _OPENING:
                self._by_opening[name[:_OPENING]].append(name)
        several = sorted((re.escape(name) for name in self._by_name if " " in name), key=len, reverse=True)
        self._several = re.compile(rf"\b(?:{'|'.join(several)})\b") if several else None

    def others(self, *texts: str) -> Bools:
        """Shape (cards,): whether a card has names and none of the texts holds one of them.

        Of a street with a house number behind it only the cards of that number are meant.
        """
        closed = self._named.copy()
        for text in map(key, texts):
            houses = set(self._house.findall(text)) if self._house else set()
            numbered = {street for street, _ in houses}
            for name in self._names_in(text):
                if name not in numbered:
                    closed[self._by_name[name]] = False
            for house in houses & self._by_house.keys():
                closed[self._by_house[house]] = False
        return closed

    def _names_in(self, text: str) -> Iterator[str]:
        """Those that stand there, also cut short, with an ending, or with a typing error."""
        if self._several:
            yield from self._several.findall(text)
        for word in dict.fromkeys(_WORD.findall(text)):
            if word in self._by_name:
                yield word
            elif len(word) >= _OPENING:
                alike = self._by_opening.get(word[:_OPENING], ())
                near = [name for name in alike if name.startswith(word) or word.startswith(name)]
                yield from near
                if not near and not in_dictionary(word):
                    wrong = 1 + (len(word) >= _LONG)
                    found = process.extractOne(word, self._words, scorer=OSA.distance, score_cutoff=wrong)
                    yield from found[:1] if found else ()


def key(text: str) -> str:
    """Plain words with one space between them: how names and questions are compared."""
    return " ".join(_WORD.findall(fold(text)))
