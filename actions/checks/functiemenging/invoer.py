"""The input of the check `functiemenging`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.checks.velden import PEILDATUM, bekend, gemeente
from actions.invoer import valideer

PROFIELEN = ("monofunctioneel", "breed_economisch", "multifunctioneel")

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Functiemenging",
    "description": (
        "De gegevens voor de controle ‘functiemenging’. U mag gegevens weglaten. "
        "Is een nodig gegeven weg, dan is het oordeel ‘onvolledig’ en staat de naam in ‘ontbreekt’."
    ),
    "type": "object",
    "additionalProperties": False,
    "required": ["gemeente", "profiel", "functie"],
    "properties": {
        "gemeente": gemeente("In welke gemeente ligt het terrein?"),
        "profiel": {
            "type": "string",
            "enum": list(PROFIELEN),
            "description": (
                "Welk profiel heeft het terrein? Dat staat alleen op een kaart: figuur 13 van de Visie Werklocaties. "
                "Blauw is monofunctioneel, paars is breed economisch, oranje is multifunctioneel."
            ),
        },
        "functie": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500,
            "pattern": r"\S",
            "description": "Wat komt er op het terrein? Bijvoorbeeld: productie, winkel, horeca of wonen.",
        },
        "ondersteunend": {
            "type": "boolean",
            "description": (
                "Ondersteunt de functie de bedrijven die er zitten, of het gewenste profiel? "
                "Bij een kantoor: is het een klein deel van een bedrijf op dezelfde plek?"
            ),
        },
        "peildatum": PEILDATUM,
    },
}

# In this order we ask: first the profile, which decides what else is needed.
VRAAGVOLGORDE = ("gemeente", "profiel", "functie", "ondersteunend")


@dataclass(frozen=True, kw_only=True)
class Functiemenging:
    """What is known about a function on a business area; None is not known."""

    gemeente: str | None = None
    profiel: str | None = None
    functie: str | None = None
    ondersteunend: bool | None = None
    peildatum: date | None = None

    @classmethod
    def uit(cls, fields: Mapping[str, object]) -> "Functiemenging":
        """From the fields of a request. Raises InvoerFouten with every error."""
        waarden: dict[str, Any] = dict(valideer(SCHEMA, fields))
        return cls(**waarden)

    def bekend(self) -> dict[str, object]:
        """The known fields, as JSON values."""
        return bekend(self)
