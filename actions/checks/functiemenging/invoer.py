"""The input of the check `functiemenging`: its JSON Schema and its dataclass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from actions.checks.velden import gemeente, lees, schema, vrije_tekst

PROFIELEN = ("monofunctioneel", "breed_economisch", "multifunctioneel")

SCHEMA = schema(
    "Functiemenging",
    ("gemeente", "profiel", "functie"),
    {
        "gemeente": gemeente("In welke gemeente ligt het terrein?"),
        "profiel": {
            "type": "string",
            "enum": list(PROFIELEN),
            "description": (
                "Welk profiel heeft het terrein? Dat staat alleen op een kaart: figuur 13 van de Visie Werklocaties. "
                "Blauw is monofunctioneel, paars is breed economisch, oranje is multifunctioneel."
            ),
        },
        "functie": vrije_tekst("Wat komt er op het terrein? Bijvoorbeeld: productie, winkel, horeca of wonen."),
        "ondersteunend": {
            "type": "boolean",
            "description": (
                "Ondersteunt de functie de bedrijven die er zitten, of het gewenste profiel? "
                "Bij een kantoor: is het een klein deel van een bedrijf op dezelfde plek?"
            ),
        },
    },
)

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


def lees_invoer(fields: Mapping[str, object]) -> Functiemenging:
    """From the fields of a request. Raises InvoerFouten with every error."""
    return lees(Functiemenging, SCHEMA, fields)
