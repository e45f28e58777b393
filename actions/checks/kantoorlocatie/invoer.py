"""The input of the check `kantoorlocatie`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actions.checks.velden import gemeente, lees, schema, vrije_tekst
from actions.parameters import ENERGIELABELS

_MEESTE_M2 = 1_000_000  # more is a slip of the keyboard, not an office
_MEESTE_MINUTEN = 1_000

SCHEMA = schema(
    "Kantoorlocatie",
    ("gemeente", "locatie"),
    {
        "gemeente": gemeente("In welke gemeente komt het kantoor?"),
        "locatie": vrije_tekst("Waar komt het kantoor? Bijvoorbeeld: Kennispark, de Singel of een bedrijventerrein."),
        "loopminutenStation": {
            "type": "number",
            "minimum": 0,
            "maximum": _MEESTE_MINUTEN,
            "description": "Hoeveel minuten is het lopen vanaf het station? Nodig bij het station en in het centrum.",
        },
        "oppervlakteM2": {
            "type": "number",
            "exclusiveMinimum": 0,
            "maximum": _MEESTE_M2,
            "description": "Hoe groot wordt het kantoor, in m²? Nodig aan de Singel.",
        },
        "bijBedrijf": {
            "type": "boolean",
            "description": "Hoort het kantoor bij een bedrijf op dezelfde plek? Nodig op een bedrijventerrein.",
        },
        "aparteEenheid": {
            "type": "boolean",
            "description": "Wordt het kantoor apart verhuurd of verkocht? Nodig op een bedrijventerrein.",
        },
        "monument": {"type": "boolean", "description": "Is het pand een monument?"},
        "energielabel": {
            "type": "string",
            "enum": list(ENERGIELABELS),
            "description": "Welk energielabel heeft het pand?",
        },
    },
)

# In this order we ask: first where it is, which decides what else is needed.
VRAAGVOLGORDE = ("gemeente", "locatie", "loopminutenStation", "oppervlakteM2", "bijBedrijf", "aparteEenheid")


@dataclass(frozen=True, kw_only=True)
class Kantoorlocatie:
    """What is known about an office; None is not known. Area in m², walking time in minutes."""

    gemeente: str | None = None
    locatie: str | None = None
    loopminutenStation: Decimal | None = None  # noqa: N815 - the field names of the interface
    oppervlakteM2: Decimal | None = None  # noqa: N815
    bijBedrijf: bool | None = None  # noqa: N815
    aparteEenheid: bool | None = None  # noqa: N815
    monument: bool | None = None
    energielabel: str | None = None
    peildatum: date | None = None


def lees_invoer(fields: Mapping[str, object]) -> Kantoorlocatie:
    """From the fields of a request. Raises InvoerFouten with every error."""
    return lees(Kantoorlocatie, SCHEMA, fields)
