"""The assistant's own words, from `actions/teksten/gesprek.yml`. Read on first use, not at import."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.antwoord import Antwoord, Knop

_BESTAND = Path(__file__).parent / "teksten" / "gesprek.yml"


@dataclass(frozen=True)
class Gespreksteksten:
    """`vast`: reply per intent. `zinnen`: single sentences of a check, by name. `knoppen`: buttons, by name."""

    vast: Mapping[str, Antwoord]
    zinnen: Mapping[str, str]
    knoppen: Mapping[str, Knop]


@lru_cache(maxsize=1)
def teksten() -> Gespreksteksten:
    """Raises KeyError or ValueError when the file lacks something or a text is longer than the interface allows."""
    inhoud = yaml.safe_load(_BESTAND.read_text(encoding="utf-8"))
    return Gespreksteksten(
        vast={intent: _antwoord(deel) for intent, deel in inhoud["vaste_teksten"].items()},
        zinnen=inhoud["zinnen"],
        knoppen={naam: Knop(tekst, tekst) for naam, tekst in inhoud["knoppen"].items()},
    )


def _antwoord(deel: Mapping[str, Any]) -> Antwoord:
    knoppen = tuple(Knop(**knop) for knop in deel.get("knoppen", ()))
    return Antwoord(soort=deel["soort"], tekst=deel["tekst"], knoppen=knoppen)
