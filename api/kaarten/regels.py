"""What a card must be before it is published, and what would make its answer easier to read."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from knowledge.antwoord import MAX_TEKST
from knowledge.cards import Card, read_card
from knowledge.document import Document, slug
from knowledge.readability import MAX_SENTENCE, b1_faults, length, own_words, too_long
from knowledge.sentences import split_sentences

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
    elif long := [zin for zin in split_sentences(antwoord) if length(zin) > MAX_SENTENCE]:
        found["antwoord"] = too_long(long[0])
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


def hints(antwoord: str, vragen: Sequence[str], common: Collection[str]) -> list[str]:
    """How long an answer is, and what keeps it from B1, by the measure that the cards of the repository are held to.

    `common`: the words that entrepreneurs ask in, which their readers know (knowledge.readability.common_words).
    """
    text = " ".join(antwoord.split())
    said = [f"{len(text)} van {MAX_TEKST} tekens."]
    if not any(map(str.isalpha, text)):
        return said
    return said + (b1_faults(text, own_words(vragen) | set(common)) or ["Dit antwoord is geschreven op niveau B1."])
