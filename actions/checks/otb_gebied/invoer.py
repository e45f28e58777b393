"""The input of the check `otb-gebied`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from actions.checks.velden import PEILDATUM, bekend, gemeente
from actions.invoer import valideer

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "OTB-gebied",
    "description": (
        "De gegevens voor de controle ‘OTB-gebied’. U mag gegevens weglaten. "
        "Is een nodig gegeven weg, dan is het oordeel ‘onvolledig’ en staat de naam in ‘ontbreekt’."
    ),
    "type": "object",
    "additionalProperties": False,
    "required": ["gemeente", "terrein"],
    "properties": {
        "gemeente": gemeente("In welke gemeente ligt het bedrijventerrein?"),
        "terrein": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "pattern": r"\S",
            "description": "Hoe heet het bedrijventerrein? Bijvoorbeeld: Westermaat Campus of Twentekanaal Noord.",
        },
        "peildatum": PEILDATUM,
    },
}
VELD_IN_WOORDEN = {"gemeente": "de gemeente", "terrein": "de naam van het bedrijventerrein"}


@dataclass(frozen=True, kw_only=True)
class OtbGebied:
    """What is known about a business park; None is not known."""

    gemeente: str | None = None
    terrein: str | None = None
    peildatum: date | None = None

    @classmethod
    def uit(cls, fields: Mapping[str, object]) -> "OtbGebied":
        """From the fields of a request. Raises InvoerFouten with every error."""
        waarden: dict[str, Any] = dict(valideer(SCHEMA, fields))
        return cls(**waarden)

    def bekend(self) -> dict[str, object]:
        """The known fields, as JSON values."""
        return bekend(self)
