"""The check `functiemenging`: may this function come in an area with this profile? Enschede, Visie Werklocaties, 5.3
and 3.2.5."""

from collections.abc import Mapping

from actions import parameters, termen
from actions.checks.check import Check
from actions.checks.functiemenging.functie import CATEGORIEEN, Functies, herken_functies
from actions.checks.functiemenging.invoer import SCHEMA, VRAAGVOLGORDE, lees_invoer
from actions.checks.functiemenging.regels import MAATWERK, OORDELEN, VERWACHT, toets_alles
from actions.checks.kader import Kader, op_dag
from actions.gegevensbestand import versie
from actions.toets import weeg
from actions.uitkomst import (
    DISCLAIMER_VOOR_OMGEVINGSWET,
    NIET_TOEGESTAAN,
    ONDER_VOORWAARDEN,
    TOEGESTAAN,
    Uitkomst,
)
from actions.woordvinder import hoe_gelezen

NAAM = "functiemenging"
GEMEENTE = "enschede"
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "functiemenging.yml", _MAP / "functies.yml")

PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT, OORDELEN)
TERMEN = termen.laad(_BESTANDEN[1], CATEGORIEEN)

_SAMENVATTING = {
    TOEGESTAAN: "Deze functie past bij het profiel van het terrein.",
    ONDER_VOORWAARDEN: "Deze functie mag op dit terrein, als u aan de voorwaarden voldoet.",
    MAATWERK: "Het beleid geeft hier geen vast antwoord. De gemeente moet uw plan zelf bekijken.",
    NIET_TOEGESTAAN: "Deze functie mag niet op een terrein met dit profiel.",
}
_VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "profiel": "het profiel van het terrein (dat staat op de kaart)",
    "functie": "wat er op het terrein komt",
    "ondersteunend": "of de functie ondersteunend is",
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
    waarden, functies = op_dag(PARAMETERS.op, zaak.dag), op_dag(TERMEN.op, zaak.dag)
    gelezen = herken_functies(invoer.functie or "", functies)
    toetsen = list(toets_alles(invoer, gelezen, waarden))
    oordeel, ontbreekt = weeg(toetsen, VRAAGVOLGORDE, OORDELEN)
    aannames = (*hoe_gelezen(gelezen.vondsten), *(aanname for toets in toetsen for aanname in toets.aannames))
    samenvatting = KADER.samenvatting(oordeel, toetsen, ontbreekt, _SAMENVATTING)
    regels = [toets.regel for toets in toetsen]
    return KADER.uitkomst(oordeel, samenvatting, regels, {**zaak.gegevens, **_herkend(gelezen)}, ontbreekt, aannames)


def _herkend(gelezen: Functies) -> dict[str, object]:
    """How the functions were read, for the report; nothing when none was recognised."""
    if not gelezen.vondsten:
        return {}
    functies = [vondst.categorie for vondst in gelezen.zeker]
    vondsten = [vondst.to_json() for vondst in gelezen.vondsten]
    return {"functieHerkend": {"functies": functies, "begrepen": gelezen.begrepen, "vondsten": vondsten}}


CHECK = Check(
    naam=NAAM,
    titel="Functiemenging",
    uitleg=(
        "Wilt u iets beginnen op een bedrijventerrein in Enschede? Deze controle laat zien of het past bij het profiel "
        "van het terrein. U vult het profiel in en wat er komt. Het profiel staat alleen op een kaart. "
        "U ziet bij elke regel de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
    bestanden=_BESTANDEN,
)
