"""The check `functiemenging`: may this function come in an area with this profile? Enschede, Visie Werklocaties, 5.3
and 3.2.5."""

from collections.abc import Mapping, Sequence
from datetime import date

from actions import parameters, termen
from actions.checks.check import Check
from actions.checks.functiemenging.functie import CATEGORIEEN, Functies, herken_functies
from actions.checks.functiemenging.invoer import SCHEMA, VRAAGVOLGORDE, Functiemenging
from actions.checks.functiemenging.regels import MAATWERK, OORDELEN, VERWACHT, toets_alles
from actions.gegevensbestand import versie
from actions.toets import Toets, weeg
from actions.uitkomst import (
    DISCLAIMER_VOOR_OMGEVINGSWET,
    NIET_TOEGESTAAN,
    NIET_VAN_TOEPASSING,
    ONDER_VOORWAARDEN,
    ONVOLLEDIG,
    TOEGESTAAN,
    InvoerFouten,
    Uitkomst,
)
from actions.woordvinder import hoe_gelezen

NAAM = "functiemenging"
GEMEENTE = "enschede"
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "functiemenging.yml", _MAP / "functies.yml")

_PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT, OORDELEN)
_FUNCTIES = termen.laad(_BESTANDEN[1], CATEGORIEEN)
_REGELSET = f"{NAAM}/{GEMEENTE}/{versie(*_BESTANDEN)}"

_SAMENVATTING = {
    TOEGESTAAN: "Deze functie past bij het profiel van het terrein.",
    ONDER_VOORWAARDEN: "Deze functie mag op dit terrein, als u aan de voorwaarden voldoet.",
    MAATWERK: "Het beleid geeft hier geen vast antwoord. De gemeente moet uw plan zelf bekijken.",
    NIET_TOEGESTAAN: "Deze functie mag niet op een terrein met dit profiel.",
    ONVOLLEDIG: "Wij kunnen nog geen oordeel geven.",
    NIET_VAN_TOEPASSING: (
        "Deze controle geldt alleen voor de gemeente Enschede. Voor uw gemeente hebben wij deze regels niet. "
        "Vraag het Ondernemersloket van uw gemeente wat daar mag."
    ),
}
_MEESTE_REDENEN = 2  # in the summary; the report has them all
_VELD_IN_WOORDEN = {
    "gemeente": "de gemeente",
    "profiel": "het profiel van het terrein (dat staat op de kaart)",
    "functie": "wat er op het terrein komt",
    "ondersteunend": "of de functie ondersteunend is",
}


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = Functiemenging.uit(fields)
    dag = invoer.peildatum or date.today()
    gegevens = {**invoer.bekend(), "peildatum": dag.isoformat()}
    if invoer.gemeente not in (None, GEMEENTE):
        return Uitkomst(NAAM, NIET_VAN_TOEPASSING, _SAMENVATTING[NIET_VAN_TOEPASSING], _REGELSET, gegevens=gegevens)
    if invoer.gemeente is None:  # no rule holds until we know whose rules
        nodig = tuple(veld for veld in VRAAGVOLGORDE if veld in SCHEMA["required"] and veld not in fields)
        samenvatting = _samenvatting(ONVOLLEDIG, (), nodig)
        return Uitkomst(NAAM, ONVOLLEDIG, samenvatting, _REGELSET, ontbreekt=nodig, gegevens=gegevens)
    try:
        waarden, functies = _PARAMETERS.op(dag), _FUNCTIES.op(dag)
    except LookupError as fout:
        raise InvoerFouten([{"veld": "peildatum", "melding": "Voor deze dag hebben wij geen regels."}]) from fout
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
        disclaimer=DISCLAIMER_VOOR_OMGEVINGSWET,
    )


def _samenvatting(oordeel: str, toetsen: Sequence[Toets], ontbreekt: Sequence[str]) -> str:
    """The verdict in a sentence, then what decided it or what is still missing."""
    zin = _SAMENVATTING[oordeel]
    if ontbreekt:
        return f"{zin} Wij missen nog: {', '.join(_VELD_IN_WOORDEN[veld] for veld in ontbreekt)}."
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
