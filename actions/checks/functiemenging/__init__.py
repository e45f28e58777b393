"""The check `functiemenging`: may this function come in an area with this profile? Enschede, Visie Werklocaties, 5.3
and 3.2.5."""

from collections.abc import Mapping, Sequence
from datetime import date

from actions import parameters, termen
from actions.checks.check import Check
from actions.checks.functiemenging.functie import CATEGORIEEN, Functies, herken_functies
from actions.checks.functiemenging.invoer import SCHEMA, VRAAGVOLGORDE, lees_invoer
from actions.checks.functiemenging.regels import MAATWERK, OORDELEN, VERWACHT, toets_alles
from actions.checks.kader import Kader, op_dag
from actions.checks.velden import bekend
from actions.gegevensbestand import versie
from actions.toets import Toets, weeg
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
_REGELSET = f"{NAAM}/{GEMEENTE}/{versie(*_BESTANDEN)}"

_SAMENVATTING = {
    TOEGESTAAN: "Deze functie past bij het profiel van het terrein.",
    ONDER_VOORWAARDEN: "Deze functie mag op dit terrein, als u aan de voorwaarden voldoet.",
    MAATWERK: "Het beleid geeft hier geen vast antwoord. De gemeente moet uw plan zelf bekijken.",
    NIET_TOEGESTAAN: "Deze functie mag niet op een terrein met dit profiel.",
}
_MEESTE_REDENEN = 2  # in the summary; the report has them all
_VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "profiel": "het profiel van het terrein (dat staat op de kaart)",
    "functie": "wat er op het terrein komt",
    "ondersteunend": "of de functie ondersteunend is",
}
KADER = Kader(NAAM, GEMEENTE, _REGELSET, tuple(SCHEMA["required"]), _VELD_IN_WOORDEN, DISCLAIMER_VOOR_OMGEVINGSWET)


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    dag = invoer.peildatum or date.today()
    gegevens = {**bekend(invoer), "peildatum": dag.isoformat()}
    if zonder := KADER.zonder_regels(invoer.gemeente, gegevens):
        return zonder
    waarden, functies = op_dag(PARAMETERS.op, dag), op_dag(TERMEN.op, dag)
    gelezen = herken_functies(invoer.functie or "", functies)
    toetsen = list(toets_alles(invoer, gelezen, waarden))
    oordeel, ontbreekt = weeg(toetsen, VRAAGVOLGORDE, OORDELEN)
    aannames = (*hoe_gelezen(gelezen.vondsten), *(aanname for toets in toetsen for aanname in toets.aannames))
    return Uitkomst(
        check=NAAM,
        oordeel=oordeel,
        samenvatting=_samenvatting(oordeel, toetsen, ontbreekt),
        regelset=_REGELSET,
        regels=tuple(toets.regel for toets in toetsen),
        ontbreekt=ontbreekt,
        aannames=tuple(dict.fromkeys(aannames)),
        gegevens={**gegevens, **_herkend(gelezen)},
        disclaimer=KADER.disclaimer,
    )


def _samenvatting(oordeel: str, toetsen: Sequence[Toets], ontbreekt: Sequence[str]) -> str:
    """The verdict in a sentence, then what decided it or what is still missing."""
    if ontbreekt:
        return KADER.onvolledig(ontbreekt)
    zin = _SAMENVATTING[oordeel]
    if oordeel == TOEGESTAAN:
        return zin
    beslissend = [toets.regel.uitleg for toets in toetsen if toets.regel.oordeel == oordeel]
    return " ".join((zin, *beslissend[:_MEESTE_REDENEN]))


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
)
