"""The input of the check `informele-locatie`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.checks.velden import PEILDATUM, bekend, gemeente
from actions.invoer import valideer

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Informele locatie",
    "description": (
        "De gegevens voor de controle ‘informele locatie’. U mag gegevens weglaten. "
        "Is een nodig gegeven weg, dan is het oordeel ‘onvolledig’ en staat de naam in ‘ontbreekt’."
    ),
    "type": "object",
    "additionalProperties": False,
    "required": ["gemeente", "adres"],
    "properties": {
        "gemeente": gemeente("In welke gemeente ligt de plek?"),
        "adres": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "pattern": r"\S",
            "description": "Wat is het adres? Geef de straat en het huisnummer. Bijvoorbeeld: Javastraat 119 B.",
        },
        "peildatum": PEILDATUM,
    },
}
VELD_IN_WOORDEN = {"gemeente": "de gemeente", "adres": "het adres, met straat en huisnummer"}


@dataclass(frozen=True, kw_only=True)
class InformeleLocatie:
    """What is known about a place; None is not known."""

    gemeente: str | None = None
    adres: str | None = None
    peildatum: date | None = None

    @classmethod
    def uit(cls, fields: Mapping[str, object]) -> "InformeleLocatie":
        """From the fields of a request. Raises InvoerFouten with every error."""
        waarden: dict[str, Any] = dict(valideer(SCHEMA, fields))
        return cls(**waarden)

    def bekend(self) -> dict[str, object]:
        """The known fields, as JSON values."""
        return bekend(self)
