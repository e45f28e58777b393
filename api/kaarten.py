"""Cards that editors make on the staff site: what may be published, and the library kept in step with the storage."""

import logging
import re
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from api.storage import Storage, kaarten
from knowledge.antwoord import MAX_TEKST
from knowledge.cards import Card, read_card
from knowledge.document import Document, slug
from knowledge.errors import KnowledgeError
from knowledge.library import Library
from knowledge.sentences import split_sentences

log = logging.getLogger(__name__)

LONG_SENTENCE, TOO_LONG_SENTENCE = 15, 20  # words; B1 is 15 at most on the average
FEWEST_WAYS = 3  # of asking; with fewer, a card is found by hardly anybody


def new_id(vraag: str) -> str:
    """An id that no card has, to be recognised by its question."""
    return f"balie-{slug(vraag)[:40].strip('-')}-{secrets.token_hex(3)}"


def to_card(inhoud: Mapping[str, Any], documents: Mapping[str, Document]) -> Card:
    """`inhoud`: the keys of a card in a file, and its document. Raises KeyError, TypeError or ValueError."""
    return read_card({key: value for key, value in inhoud.items() if key != "document"}, documents[inhoud["document"]])


def faults(inhoud: Mapping[str, Any], documents: Mapping[str, Document]) -> dict[str, str]:
    """What keeps a card from being published, by field, in Dutch; empty when nothing does."""
    found = {}
    antwoord = " ".join(inhoud["antwoord"].split())
    if not antwoord:
        found["antwoord"] = "Vul een antwoord in."
    elif len(antwoord) > MAX_TEKST:
        found["antwoord"] = f"Het antwoord heeft {len(antwoord)} tekens. Er passen er {MAX_TEKST}."
    elif long := [zin for zin in split_sentences(antwoord) if len(zin.split()) > TOO_LONG_SENTENCE]:
        found["antwoord"] = f"Deze zin heeft meer dan {TOO_LONG_SENTENCE} woorden: ‘{long[0]}’ Maak er twee van."
    if len(set(inhoud["vragen"])) < FEWEST_WAYS:
        found["vragen"] = f"Schrijf minstens {FEWEST_WAYS} manieren op waarop iemand dit vraagt, elk op een regel."
    if inhoud["document"] not in documents:
        found["document"] = "Kies een document."
    elif not inhoud["citaten"]:
        found["citaten"] = "Kies minstens één zin uit het document waarop het antwoord rust."
    elif not found:
        try:
            to_card(inhoud, documents)
        except (KeyError, TypeError, ValueError):
            found["citaten"] = "Een citaat staat niet meer woord voor woord in het document. Kies het opnieuw."
    return found


def hints(antwoord: str) -> list[str]:
    """What would make an answer easier to read, and how long it is."""
    text = " ".join(antwoord.split())
    zinnen = split_sentences(text) if text else []
    words = [len(zin.split()) for zin in zinnen]
    said = [f"{len(text)} van {MAX_TEKST} tekens."]
    if words:
        average = sum(words) / len(words)
        said.append(f"Gemiddeld {average:.0f} woorden per zin; hooguit {LONG_SENTENCE} leest prettig.")
    pairs = zip(zinnen, words, strict=True)
    said += [f"Lange zin ({count} woorden): ‘{zin}’" for zin, count in pairs if count > LONG_SENTENCE]
    if re.search(r"\b(dient te|teneinde|middels|alsmede|derhalve|indien|omtrent|betreffende)\b", text, re.I):
        said.append("Er staat een schrijftaalwoord in. Kies een gewoner woord.")
    return said


class Published:
    """Keeps the cards of the storage in the library, whichever replica published them."""

    def __init__(self, storage: Storage, library: Library) -> None:
        self._storage, self._library = storage, library
        self._known: dict[str, int] = {}  # the version of each card that the library has
        self._lock = Lock()

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
