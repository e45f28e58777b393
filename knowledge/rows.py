"""Which rows of a table a question names: "is Josink Es beter dan Westerval?" is about two of them."""

import re
from collections.abc import Sequence

from knowledge.analyse import fold
from knowledge.cards import Card
from knowledge.fusion import Floats


class NamedRows:
    """The cards that were made of the rows of tables, by the names of their rows."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = cards
        self._by_name: dict[str, list[int]] = {}
        for position, card in enumerate(cards):
            for name in card.rij:
                self._by_name.setdefault(_key(name), []).append(position)
        names = sorted(map(re.escape, self._by_name), key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None

    def beside(self, first: int, question: str, shares: Floats) -> list[int]:
        """The best card of every other row of the same table that the question names, in the question's order."""
        tabel, rows = self._cards[first].tabel, {self._cards[first].rij}
        if self._pattern is None or not tabel:
            return []
        found = []
        for name in self._pattern.findall(_key(question)):
            same = [p for p in self._by_name[name] if self._cards[p].tabel == tabel and self._cards[p].rij not in rows]
            if same:
                best = max(same, key=lambda position: float(shares[position]))
                rows.add(self._cards[best].rij)
                found.append(best)
        return found


def _key(text: str) -> str:
    return " ".join(re.sub(r"[/-]", " ", fold(text)).split())
