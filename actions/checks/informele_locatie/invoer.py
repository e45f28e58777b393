"""The input of the check `informele-locatie`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actions.checks.velden import gemeente, lees, schema, vrije_tekst

SCHEMA = schema(
    "Informele locatie",
    ("gemeente", "adres"),
    {
        "gemeente": gemeente("In welke gemeente ligt de plek?"),
        "adres": vrije_tekst(
            "Wat is het adres? Geef de straat en het huisnummer. Bijvoorbeeld: Javastraat 119 B.", 200
        ),
    },
)
VELD_IN_WOORDEN = {"gemeente": "de gemeente", "adres": "het adres, met straat en huisnummer"}


@dataclass(frozen=True, kw_only=True)
class InformeleLocatie:
    """What is known about a place; None is not known."""

    gemeente: str | None = None
    adres: str | None = None
    peildatum: date | None = None


def lees_invoer(fields: Mapping[str, object]) -> InformeleLocatie:
    """From the fields of a request. Raises InvoerFouten with every error."""
    return lees(InformeleLocatie, SCHEMA, fields)
