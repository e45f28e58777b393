"""The input of the check `bedrijfskavel`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from actions.checks.velden import PEILDATUM, bekend, gemeente
from actions.invoer import valideer

_MEESTE_M2 = 100_000_000  # more is a slip of the keyboard, not a plot

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Bedrijfskavel",
    "description": (
        "De gegevens voor de controle ‘bedrijfskavel’. U mag gegevens weglaten. "
        "Is een nodig gegeven weg, dan is het oordeel ‘onvolledig’ en staat de naam in ‘ontbreekt’."
    ),
    "type": "object",
    "additionalProperties": False,
    "required": ["gemeente", "kavelM2", "sector"],
    "properties": {
        "gemeente": gemeente("In welke gemeente zoekt u een kavel?"),
        "kavelM2": {
            "type": "number",
            "exclusiveMinimum": 0,
            "maximum": _MEESTE_M2,
            "description": "Hoe groot moet de kavel zijn, in m²? Een hectare is 10.000 m².",
        },
        "sector": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500,
            "pattern": r"\S",
            "description": "In welke sector werkt uw bedrijf? Bijvoorbeeld: metaalbewerking, groothandel of logistiek.",
        },
        "gevestigdInEnschede": {
            "type": "boolean",
            "description": "Zit uw bedrijf nu al in Enschede? Alleen nodig bij logistiek.",
        },
        "stadsdistributie": {
            "type": "boolean",
            "description": "Gaat het om stadsdistributie: goederen beter verdelen in de stad? Alleen bij logistiek.",
        },
        "peildatum": PEILDATUM,
    },
}
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

    @classmethod
    def uit(cls, fields: Mapping[str, object]) -> "Bedrijfskavel":
        """From the fields of a request. Raises InvoerFouten with every error."""
        waarden: dict[str, Any] = dict(valideer(SCHEMA, fields))
        return cls(**waarden)

    def bekend(self) -> dict[str, object]:
        """The known fields, as JSON values."""
        return bekend(self)
