"""The check `bedrijfskavel`: is there a plot for this business? Enschede, Visie Werklocaties, 2.1.3, 3.1.1 and 4.2."""

from collections.abc import Mapping, Sequence
from datetime import date

from actions import parameters, termen
from actions.bedrijventerreinen import VERWACHT as VERWACHT_TERREINEN
from actions.bedrijventerreinen import laad_aanbod
from actions.checks.bedrijfskavel.invoer import SCHEMA, VELD_IN_WOORDEN, lees_invoer
from actions.checks.bedrijfskavel.kavel import BESCHIKBAAR, in_de_regio, kavelgrootte, tabel_2, waar
from actions.checks.bedrijfskavel.logistiek import betere_plek, logistiek
from actions.checks.check import Check
from actions.checks.kader import Kader, op_dag
from actions.gegevensbestand import versie
from actions.sectoren import ANDERS, CATEGORIEEN, Sector, herken_sector
from actions.toets import weeg
from actions.uitkomst import DISCLAIMER_VOOR_OMGEVINGSWET, ONVOLLEDIG, Regel, Uitkomst
from actions.woordvinder import hoe_gelezen
from knowledge.register import SOURCES

NAAM = "bedrijfskavel"
GEMEENTE = "enschede"
_NIET_BESCHIKBAAR, _MAATWERK, _VERWIJZING = "niet_beschikbaar", "maatwerk", "verwijzing_regio"
# A logistic company is judged as such whatever the size of its plot.
OORDELEN = (BESCHIKBAAR, _NIET_BESCHIKBAAR, _MAATWERK, _VERWIJZING)
VERWACHT = {
    "kavel_kleiner_dan": "m2",
    "kavel_te_groot": "oordeel",
    "waar_ruimte": "tekst",
    "regio": "tekst",
    "logistiek": "tekst",
    "logistiek_van_buiten": "oordeel",
    "betere_plek": "tekst",
    "logistiek_gevestigd": "tekst",
    "stadsdistributie": "oordeel",
}
_MAP = parameters.MAP / GEMEENTE
_BESTANDEN = (_MAP / "bedrijfskavel.yml", _MAP / "sectoren.yml", _MAP / "bedrijventerreinen.yml")
_DOCUMENT = SOURCES / "enschede-visie-werklocaties.md"

PARAMETERS = parameters.laad(_BESTANDEN[0], VERWACHT, OORDELEN)
SECTOREN = termen.laad(_BESTANDEN[1], CATEGORIEEN)
AANBOD = laad_aanbod(_DOCUMENT, parameters.laad(_BESTANDEN[2], VERWACHT_TERREINEN).op(date.today()))
KADER = Kader(
    naam=NAAM,
    gemeente=GEMEENTE,
    versie=versie(*_BESTANDEN, _DOCUMENT),
    nodig=SCHEMA["required"],
    velden=VELD_IN_WOORDEN,
    disclaimer=DISCLAIMER_VOOR_OMGEVINGSWET,
)
_SAMENVATTING = {
    BESCHIKBAAR: "Voor deze kavel is er volgens de visie nog ruimte in Enschede.",
    _NIET_BESCHIKBAAR: "Voor deze kavel is er volgens de visie geen ruimte in Enschede.",
    _MAATWERK: "De gemeente bekijkt uw plan apart.",
    _VERWIJZING: "Voor uw bedrijf verwijst de visie naar de regio.",
}


def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
    """The verdict for the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    zaak = KADER.open(invoer)
    if zaak.klaar:
        return zaak.klaar
    waarden = op_dag(PARAMETERS.op, zaak.dag)
    sector = herken_sector(invoer.sector or "", op_dag(SECTOREN.op, zaak.dag))
    grootte = kavelgrootte(invoer, waarden)
    toetsen = (grootte, logistiek(invoer, sector, waarden))
    oordeel, ontbreekt = weeg(toetsen, tuple(VELD_IN_WOORDEN), OORDELEN)
    regels = [toets.regel for toets in toetsen]
    if grootte.regel.oordeel == BESCHIKBAAR and oordeel != _VERWIJZING:
        regels += [waar(waarden), tabel_2(AANBOD, waarden)]
    if grootte.regel.oordeel == _NIET_BESCHIKBAAR:
        regels.append(in_de_regio(grootte.regel.oordeel, waarden))
    if oordeel == _VERWIJZING:
        regels.append(betere_plek(oordeel, waarden))
    samenvatting = _samenvatting(oordeel, sector, regels, ontbreekt)
    aannames = (*hoe_gelezen(sector.vondsten), *(aanname for toets in toetsen for aanname in toets.aannames))
    return KADER.uitkomst(oordeel, samenvatting, regels, {**zaak.gegevens, **_herkend(sector)}, ontbreekt, aannames)


def _samenvatting(oordeel: str, sector: Sector, regels: Sequence[Regel], ontbreekt: Sequence[str]) -> str:
    """The verdict in a sentence, then what decided it or what is still missing."""
    if ontbreekt:
        vragen = [regel.uitleg for regel in regels if regel.oordeel == ONVOLLEDIG and regel.regel != "kavelgrootte"]
        return " ".join((KADER.onvolledig(ontbreekt), *vragen))
    if oordeel == BESCHIKBAAR:
        noemt = ("waar_ruimte", "tabel_2") if sector.categorie == ANDERS else ("logistiek", "tabel_2")
        return " ".join((_SAMENVATTING[oordeel], *(regel.uitleg for regel in regels if regel.regel in noemt)))
    return " ".join((_SAMENVATTING[oordeel], *(regel.uitleg for regel in regels if regel.oordeel == oordeel)))


def _herkend(sector: Sector) -> dict[str, object]:
    """How the line of business was read, for the report; nothing when it was not recognised."""
    if sector.categorie is None:
        return {}
    vondsten = [vondst.to_json() for vondst in sector.vondsten]
    return {"sectorHerkend": {"categorie": sector.categorie, "vondsten": vondsten}}


CHECK = Check(
    naam=NAAM,
    titel="Bedrijfskavel",
    uitleg=(
        "Zoekt u een kavel voor uw bedrijf in Enschede? Deze controle laat zien of er volgens de visie nog ruimte is. "
        "U vult in hoe groot de kavel moet zijn en in welke sector u werkt. "
        "U ziet bij elke regel de zin uit het beleid."
    ),
    schema=SCHEMA,
    beoordeel=beoordeel,
    bestanden=_BESTANDEN,
)
