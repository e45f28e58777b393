"""The check `kantoorlocatie`: may an office come here? Enschede, Visie Werklocaties, 3.2.4 and 3.2.5."""

from collections.abc import Mapping, Sequence

from actions import parameters, termen
from actions.checks.check import Check
from actions.checks.kader import Kader, op_dag
from actions.checks.kantoorlocatie.invoer import SCHEMA, VRAAGVOLGORDE, lees_invoer
from actions.checks.kantoorlocatie.plek import CATEGORIEEN, ELDERS, ONZEKER, Plek, herken_plek
from actions.checks.kantoorlocatie.regels import OORDELEN, REGELS, TERUGHOUDEND, VERWACHT
from actions.checks.kantoorlocatie.voorwaarden import NIET_VERVULD
from actions.gegevensbestand import versie
from actions.toets import Toets, weeg
from actions.uitkomst import (
    DISCLAIMER_VOOR_OMGEVINGSWET,
    NIET_TOEGESTAAN,
    ONDER_VOORWAARDEN,
    Uitkomst,
)
from actions.woordvinder import hoe_gelezen

NAAM = "kantoorlocatie"
GEMEENTE = "enschede"
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "kantoorlocatie.yml", _MAP / "kantoorplekken.yml")

PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT, OORDELEN)
PLEKKEN = termen.laad(_BESTANDEN[1], CATEGORIEEN)

_SAMENVATTING = {
    ONDER_VOORWAARDEN: "Een kantoor mag hier, als u aan de voorwaarden voldoet.",
    TERUGHOUDEND: "De gemeente is hier terughoudend met nieuwe kantoren.",
    NIET_TOEGESTAAN: "Een kantoor mag hier niet.",
}
_VOORWAARDEN = ("kwaliteit", "energielabel")
_VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "locatie": "de plek van het kantoor",
    "loopminutenStation": "hoeveel minuten lopen het is vanaf het station",
    "oppervlakteM2": "de oppervlakte van het kantoor",
    "bijBedrijf": "of het kantoor bij een bedrijf hoort",
    "aparteEenheid": "of u het kantoor apart verhuurt of verkoopt",
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
    waarden, plekken = op_dag(PARAMETERS.op, zaak.dag), op_dag(PLEKKEN.op, zaak.dag)
    waar = herken_plek(invoer.locatie or "", plekken)
    toetsen = [regel(invoer, waar, waarden) for regel in REGELS]
    oordeel, ontbreekt = weeg(toetsen, VRAAGVOLGORDE, OORDELEN)
    aannames = (
        *hoe_gelezen(waar.vondsten),
        *_andere_namen(waar),
        *(aanname for toets in toetsen for aanname in toets.aannames),
    )
    samenvatting = _samenvatting(oordeel, toetsen, ontbreekt)
    regels = [toets.regel for toets in toetsen]
    return KADER.uitkomst(oordeel, samenvatting, regels, {**zaak.gegevens, **_herkend(waar)}, ontbreekt, aannames)


def _samenvatting(oordeel: str, toetsen: Sequence[Toets], ontbreekt: Sequence[str]) -> str:
    """The verdict in a sentence, then what decided it, its conditions, or what is still missing."""
    if ontbreekt:
        return KADER.onvolledig(ontbreekt)
    zin = _SAMENVATTING[oordeel]
    regels = [toets.regel for toets in toetsen]
    if oordeel == ONDER_VOORWAARDEN:
        return " ".join((zin, *(regel.uitleg for regel in regels if regel.regel in _VOORWAARDEN)))
    beslissend = [regel.uitleg for regel in regels if regel.oordeel == oordeel]
    onvervuld = [regel.uitleg for regel in regels if regel.oordeel == NIET_VERVULD]
    return " ".join((zin, *beslissend, *onvervuld))


def _andere_namen(waar: Plek) -> list[str]:
    """A name that the policy does not use for the place that it was read as."""
    return [
        f"De beleidstekst noemt de naam ‘{vondst.lemma.term}’ niet. {vondst.lemma.reden}"
        for vondst in waar.vondsten
        if vondst.categorie == waar.categorie not in (ELDERS, ONZEKER) and vondst.lemma.genoemd is None
    ]


def _herkend(waar: Plek) -> dict[str, object]:
    """How the place was read, for the report; nothing when no place was named."""
    if waar.categorie is None:
        return {}
    return {"locatieHerkend": {"plek": waar.categorie, "vondsten": [vondst.to_json() for vondst in waar.vondsten]}}


CHECK = Check(
    naam=NAAM,
    titel="Kantoorlocatie",
    uitleg=(
        "Zoekt u een plek voor een kantoor? Deze controle laat zien of dat mag in Enschede. "
        "U vult in waar het kantoor komt. Soms vragen we meer, zoals de oppervlakte. "
        "U ziet bij elke regel de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
    bestanden=_BESTANDEN,
)
