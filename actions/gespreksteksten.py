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
class VeldTekst:
    """About one field of a check: why we ask, how to answer, and the choices (value -> what the button says).

    `vraag`: the question, where the field's description in the schema does not do for a conversation.
    """

    vraag: str | None
    waarom: str
    hulp: str
    keuzes: Mapping[str, str]
    herken: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Gespreksteksten:
    """`vast`: reply per intent. `check`: single sentences of the form, by name. `velden`: per field of the check."""

    vast: Mapping[str, Antwoord]
    aanbod_woorden: tuple[str, ...]
    aanbod_knop: Knop
    check: Mapping[str, str]
    velden: Mapping[str, VeldTekst]


@lru_cache(maxsize=1)
def teksten() -> Gespreksteksten:
    """Raises KeyError or ValueError when the file lacks something or a text is longer than the interface allows."""
    inhoud = yaml.safe_load(_BESTAND.read_text(encoding="utf-8"))
    form = inhoud["werken_aan_huis"]
    return Gespreksteksten(
        vast={intent: _antwoord(deel) for intent, deel in inhoud["vaste_teksten"].items()},
        aanbod_woorden=tuple(inhoud["aanbod"]["woorden"]),
        aanbod_knop=Knop(**inhoud["aanbod"]["knop"]),
        check={naam: tekst for naam, tekst in form.items() if isinstance(tekst, str)},
        velden={veld: _veld(deel) for veld, deel in form["velden"].items()},
    )


def _antwoord(deel: Mapping[str, Any]) -> Antwoord:
    knoppen = tuple(Knop(**knop) for knop in deel.get("knoppen", ()))
    return Antwoord(soort=deel["soort"], tekst=deel["tekst"], knoppen=knoppen)


def _veld(deel: Mapping[str, Any]) -> VeldTekst:
    herken = {waarde: tuple(woorden) for waarde, woorden in deel.get("herken", {}).items()}
    return VeldTekst(deel.get("vraag"), deel["waarom"], deel["hulp"], deel.get("keuzes", {}), herken)
