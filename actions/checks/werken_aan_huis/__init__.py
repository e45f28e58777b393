"""The check `werken-aan-huis`: may this business run from this home? Enschede, Visie Werklocaties, 3.2.7."""

from collections.abc import Mapping

from actions import parameters, termen
from actions.checks.check import Check
from actions.checks.kader import Kader, op_dag
from actions.checks.werken_aan_huis.activiteit import activiteit
from actions.checks.werken_aan_huis.invoer import SCHEMA, VRAAGVOLGORDE, lees_invoer
from actions.checks.werken_aan_huis.regels import REGELS, VERWACHT
from actions.gegevensbestand import versie
from actions.herkenning import CATEGORIEEN, ONZEKER, Herkenning, herken
from actions.toets import weeg
from actions.uitkomst import DISCLAIMER_VOOR_OMGEVINGSWET, Uitkomst

NAAM = "werken-aan-huis"
GEMEENTE = "enschede"
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "werken_aan_huis.yml", _MAP / "activiteiten.yml")

PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT)
ACTIVITEITEN = termen.laad(_BESTANDEN[1], (*CATEGORIEEN, ONZEKER))

_SAMENVATTING = {
    "toegestaan": "Uw plan past binnen de regels voor werken aan huis.",
    "vergunning_binnenplans": (
        "Uw plan past niet meteen binnen de regels. Het kan alleen met een omgevingsvergunning. "
        "Dat heet: binnenplans afwijken."
    ),
    "vergunning_buitenplans": (
        "Uw plan past niet binnen de regels. Het kan alleen met een omgevingsvergunning. "
        "Dat heet: buitenplans afwijken."
    ),
    "niet_toegestaan": "Uw plan mag niet volgens de regels voor werken aan huis.",
}
_VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "activiteit": "wat u gaat doen",
    "activiteitCategorie": "de soort activiteit",
    "bewoner": "of de ondernemer in de woning woont",
    "woningOppervlakteM2": "de oppervlakte van de woning",
    "bedrijfOppervlakteM2": "de oppervlakte van het bedrijf",
}
KADER = Kader(
    naam=NAAM,
    gemeente=GEMEENTE,
    versie=versie(*_BESTANDEN),
    nodig=SCHEMA["required"],
    velden=_VELD_IN_WOORDEN,
    disclaimer=DISCLAIMER_VOOR_OMGEVINGSWET,
)


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    zaak = KADER.open(invoer)
    if zaak.klaar:
        return zaak.klaar
    waarden = op_dag(PARAMETERS.op, zaak.dag)
    herkend = herken(invoer.activiteit or "", op_dag(ACTIVITEITEN.op, zaak.dag))
    toetsen = [
        activiteit(invoer, herkend, waarden, ACTIVITEITEN.citaten),
        *(regel(invoer, waarden) for regel in REGELS),
    ]
    oordeel, ontbreekt = weeg(toetsen, VRAAGVOLGORDE)
    samenvatting = KADER.samenvatting(oordeel, toetsen, ontbreekt, _SAMENVATTING)
    regels = [toets.regel for toets in toetsen]
    aannames = [aanname for toets in toetsen for aanname in toets.aannames]
    return KADER.uitkomst(oordeel, samenvatting, regels, {**zaak.gegevens, **_herkend(herkend)}, ontbreekt, aannames)


def _herkend(herkend: Herkenning) -> dict[str, object]:
    """How the activity was read, for the report; nothing when it was not recognised."""
    if herkend.categorie is None:
        return {}
    return {
        "activiteitHerkend": {
            "categorie": herkend.categorie,
            "vondsten": [vondst.to_json() for vondst in herkend.vondsten],
        }
    }


CHECK = Check(
    naam=NAAM,
    titel="Werken aan huis",
    uitleg=(
        "Wilt u thuis een bedrijf beginnen? Deze controle laat zien of dat mag in Enschede. "
        "U vult in wat u gaat doen, hoe groot uw woning is en hoeveel ruimte u voor uw bedrijf gebruikt. "
        "U ziet bij elke regel de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
    bestanden=_BESTANDEN,
)
