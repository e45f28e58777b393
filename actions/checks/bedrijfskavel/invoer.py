"""The input of the check `bedrijfskavel`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actions.checks.velden import gemeente, lees, schema, vrije_tekst

_MEESTE_M2 = 100_000_000  # more is a slip of the keyboard, not a plot

SCHEMA = schema(
    "Bedrijfskavel",
    ("gemeente", "kavelM2", "sector"),
    {
        "gemeente": gemeente("In welke gemeente zoekt u een kavel?"),
        "kavelM2": {
            "type": "number",
            "exclusiveMinimum": 0,
            "maximum": _MEESTE_M2,
            "description": "Hoe groot moet de kavel zijn, in m²? Een hectare is 10.000 m².",
        },
        "sector": vrije_tekst(
            "In welke sector werkt uw bedrijf? Bijvoorbeeld: metaalbewerking, groothandel of logistiek."
        ),
        "gevestigdInEnschede": {
            "type": "boolean",
            "description": "Zit uw bedrijf nu al in Enschede? Alleen nodig bij logistiek.",
        },
        "stadsdistributie": {
            "type": "boolean",
            "description": "Gaat het om stadsdistributie: goederen beter verdelen in de stad? Alleen bij logistiek.",
        },
    },
)
VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "kavelM2": "de grootte van de kavel",
    "sector": "de sector van uw bedrijf",
    "gevestigdInEnschede": "of uw bedrijf nu al in Enschede zit",
}


@dataclass(frozen=True, kw_only=True)
class Bedrijfskavel:
    """What is known about a business that looks for a plot; None is not known. Area in m²."""

    gemeente: str | None = None
    kavelM2: Decimal | None = None  # noqa: N815 - the field names of the interface
    sector: str | None = None
    gevestigdInEnschede: bool | None = None  # noqa: N815
    stadsdistributie: bool | None = None
    peildatum: date | None = None


def lees_invoer(fields: Mapping[str, object]) -> Bedrijfskavel:
    """From the fields of a request. Raises InvoerFouten with every error."""
    return lees(Bedrijfskavel, SCHEMA, fields)
