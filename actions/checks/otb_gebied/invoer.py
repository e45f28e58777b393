"""The input of the check `otb-gebied`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actions.checks.velden import gemeente, lees, schema, vrije_tekst

SCHEMA = schema(
    "OTB-gebied",
    ("gemeente", "terrein"),
    {
        "gemeente": gemeente("In welke gemeente ligt het bedrijventerrein?"),
        "terrein": vrije_tekst(
            "Hoe heet het bedrijventerrein? Bijvoorbeeld: Westermaat Campus of Twentekanaal Noord.", 200
        ),
    },
)
VELD_IN_WOORDEN = {"gemeente": "de gemeente", "terrein": "de naam van het bedrijventerrein"}


@dataclass(frozen=True, kw_only=True)
class OtbGebied:
    """What is known about a business park; None is not known."""

    gemeente: str | None = None
    terrein: str | None = None
    peildatum: date | None = None


def lees_invoer(fields: Mapping[str, object]) -> OtbGebied:
    """From the fields of a request. Raises InvoerFouten with every error."""
    return lees(OtbGebied, SCHEMA, fields)
