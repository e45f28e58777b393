"""What somebody wants, where a way of speaking leaves no doubt. Pure; the patterns are in zinspatronen.yml.

Distress and threats come first: whatever the classifier makes of such a message, it is not taken for anything else.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import yaml

_BESTAND = Path(__file__).with_name("zinspatronen.yml")
_LANGST = 500  # characters that are read


def intent_van_patroon(tekst: str) -> str | None:
    """The first intent of the file of which a pattern fits; None when none does."""
    plat = _plat(tekst)
    return next((intent for intent, patroon in _patronen() if patroon.search(plat)), None)


def _plat(tekst: str) -> str:
    """Small letters, no accents, single spaces, no punctuation but the apostrophe within a word."""
    plat = unicodedata.normalize("NFKD", tekst[:_LANGST].lower())
    plat = "".join(teken for teken in plat if not unicodedata.combining(teken)).replace("’", "'")
    return " ".join(re.sub(r"[^\w\s'-]", " ", plat).split())


@lru_cache(maxsize=1)
def _patronen() -> "tuple[tuple[str, re.Pattern[str]], ...]":
    ruw = yaml.safe_load(_BESTAND.read_text(encoding="utf-8"))
    return tuple(
        (intent, re.compile("|".join(rf"(?:{_woordgrens(patroon)})" for patroon in patronen)))
        for intent, patronen in ruw.items()
    )


def _woordgrens(patroon: str) -> str:
    return patroon if patroon.startswith("^") else rf"\b(?:{patroon})\b"
