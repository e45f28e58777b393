"""Which rows of a table a question names: "is Josink Es beter dan Westerval?" is about two of them."""

import re
from collections.abc import Sequence

from knowledge.cards import Card
from knowledge.fusion import Floats
from knowledge.named import key


class NamedRows:
    """The cards that were made of the rows of tables, by the names of their rows."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = cards
        self._by_name: dict[str, list[int]] = {}
        for position, card in enumerate(cards):
            for name in card.namen:
                self._by_name.setdefault(key(name), []).append(position)
        names = sorted(map(re.escape, self._by_name), key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None

    def beside(self, first: int, question: str, shares: Floats) -> list[int]:
        """The best card of every other row of the same table that the question names, in the question's order."""
        cards, tabel, rows = self._cards, self._cards[first].tabel, {self._cards[first].namen}
        if self._pattern is None or not tabel:
            return []
        found = []
        for name in self._pattern.findall(key(question)):
            same = [p for p in self._by_name[name] if cards[p].tabel == tabel and cards[p].namen not in rows]
            if same:
                best = max(same, key=lambda position: float(shares[position]))
                rows.add(cards[best].namen)
                found.append(best)
        return found
