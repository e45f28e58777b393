"""The input of the check `werken-aan-huis`: its JSON Schema, its dataclass, and what cannot be true together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actions.checks.velden import gemeente, lees, schema, vrije_tekst
from actions.herkenning import CATEGORIEEN
from actions.invoer import Fout, Waarde

_MEESTE_M2 = 1_000_000  # more is a slip of the keyboard, not a dwelling
_MEESTE_BEZOEKERS = 100_000

_BEZOEKERS = {"type": "integer", "minimum": 0, "maximum": _MEESTE_BEZOEKERS}
_OPPERVLAKTE = {"type": "number", "exclusiveMinimum": 0, "maximum": _MEESTE_M2}

SCHEMA = schema(
    "Werken aan huis",
    ("gemeente", "woningOppervlakteM2", "bedrijfOppervlakteM2", "activiteit", "bewoner"),
    {
        "gemeente": gemeente("In welke gemeente staat de woning?"),
        "woningOppervlakteM2": {
            **_OPPERVLAKTE,
            "description": "Hoe groot is de hele woning, in m²? Tel de berging en andere ruimten mee.",
        },
        "bedrijfOppervlakteM2": {**_OPPERVLAKTE, "description": "Hoeveel m² gebruikt u voor uw bedrijf?"},
        "activiteit": vrije_tekst("Wat gaat u doen? Bijvoorbeeld: kapper, boekhouder of fietsenmaker."),
        "bewoner": {"type": "boolean", "description": "Woont de ondernemer zelf in deze woning?"},
        "bezoekersKantooruren": {
            **_BEZOEKERS,
            "description": "Hoeveel klanten ontvangt u hooguit tegelijk tijdens kantooruren?",
        },
        "bezoekersBuitenKantooruren": {
            **_BEZOEKERS,
            "description": "Hoeveel klanten ontvangt u hooguit tegelijk buiten kantooruren?",
        },
        "centrumOfStadserf": {
            "type": "boolean",
            "description": "Ligt de woning in het centrumgebied of in het stadserfgebied?",
        },
        "buitenopslag": {"type": "boolean", "description": "Slaat u buiten goederen op voor uw bedrijf?"},
        "openbareRuimte": {
            "type": "boolean",
            "description": "Werkt u in de openbare ruimte, zoals op straat? Laden en lossen telt niet mee.",
        },
        "extraVerkeer": {"type": "boolean", "description": "Komt er door uw bedrijf meer verkeer?"},
        "activiteitCategorie": {
            "type": "string",
            "enum": list(CATEGORIEEN),
            "description": "Bij welke soort hoort uw activiteit? Alleen nodig als wij de activiteit niet herkennen.",
        },
    },
)

# In this order we ask: first what can end the check at once.
VRAAGVOLGORDE = (
    "gemeente",
    "activiteit",
    "activiteitCategorie",
    "bewoner",
    "woningOppervlakteM2",
    "bedrijfOppervlakteM2",
)


@dataclass(frozen=True, kw_only=True)
class WerkenAanHuis:
    """What is known about a home business; None is not known. Areas in m², visitors in persons at one time."""

    gemeente: str | None = None
    woningOppervlakteM2: Decimal | None = None  # noqa: N815 - the field names of the interface
    bedrijfOppervlakteM2: Decimal | None = None  # noqa: N815
    activiteit: str | None = None
    bewoner: bool | None = None
    bezoekersKantooruren: int | None = None  # noqa: N815
    bezoekersBuitenKantooruren: int | None = None  # noqa: N815
    centrumOfStadserf: bool | None = None  # noqa: N815
    buitenopslag: bool | None = None
    openbareRuimte: bool | None = None  # noqa: N815
    extraVerkeer: bool | None = None  # noqa: N815
    activiteitCategorie: str | None = None  # noqa: N815
    peildatum: date | None = None


def lees_invoer(fields: Mapping[str, object]) -> WerkenAanHuis:
    """From the fields of a request. Raises InvoerFouten with every error."""
    return lees(WerkenAanHuis, SCHEMA, fields, _onderling)


def _onderling(waarden: Mapping[str, Waarde]) -> Iterator[Fout]:
    woning, bedrijf = waarden.get("woningOppervlakteM2"), waarden.get("bedrijfOppervlakteM2")
    if isinstance(woning, Decimal) and isinstance(bedrijf, Decimal) and bedrijf > woning:
        yield {"veld": "bedrijfOppervlakteM2", "melding": "Uw bedrijf kan niet groter zijn dan de hele woning."}
