"""The library kept in step with the cards that the storage says are published."""

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from api.kaarten.regels import to_card
from api.storage import Storage, kaarten
from knowledge.cards import Card
from knowledge.errors import KnowledgeError
from knowledge.library import Library
from knowledge.readability import common_words

log = logging.getLogger(__name__)


class Published:
    """Keeps the cards of the storage in the library, whichever replica published them."""

    def __init__(self, storage: Storage, library: Library) -> None:
        self._storage, self._library = storage, library
        self._known: dict[str, int] = {}  # the version of each card that the library has
        self._lock = Lock()
        self._counted: tuple[tuple[Card, ...], frozenset[str]] = ((), frozenset())

    def common_words(self) -> frozenset[str]:
        """The words that people ask in, counted anew after the cards have changed."""
        cards = self._library.cards
        if self._counted[0] is not cards:
            self._counted = cards, common_words(cards)
        return self._counted[1]

    def sync(self) -> None:
        """Publishes what is new and withdraws what is gone; a card that is no good any more is left out, and logged."""
        with self._lock:
            with self._storage.read() as session:
                now = {each.kaart_id: (each.revisie, each.inhoud) for each in kaarten.published(session)}
            for gone in self._known.keys() - now.keys():
                with suppress(KeyError):  # it was no good, and never came into the library
                    self._library.withdraw(gone)
            changed = {name: content for name, (version, content) in now.items() if self._known.get(name) != version}
            if changed:
                self._library.publish(self._readable(changed))
            self._known = {name: version for name, (version, _) in now.items()}

    def _readable(self, contents: Mapping[str, Mapping[str, Any]]) -> Sequence[Card]:
        cards = []
        for name, content in contents.items():
            try:
                cards.append(to_card(content, self._library.documents))
            except (KeyError, TypeError, ValueError, KnowledgeError) as error:
                log.error("De kaart %s kan niet worden gebruikt: %s", name, error)
        return cards
