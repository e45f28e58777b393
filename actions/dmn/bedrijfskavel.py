"""The decision tables of `bedrijfskavel` (Enschede, 2.1.3, 3.1.1 and 4.2)."""

from collections.abc import Mapping
from datetime import date

from actions.checks import bedrijfskavel as check
from actions.checks.bedrijfskavel.invoer import lees_invoer
from actions.checks.bedrijfskavel.kavel import BESCHIKBAAR
from actions.checks.velden import bekend
from actions.dmn import model as m
from actions.dmn.feiten import NIET_HERKEND, met_alle_namen
from actions.dmn.model import JA, LEEG, NEE, Gegeven, Model, Rij, Tabel, getal, woorden
from actions.parameters import Waarden
from actions.sectoren import ANDERS, CATEGORIEEN, LOGISTIEK, ONZEKER, STADSDISTRIBUTIE, herken_sector
from actions.uitkomst import ONVOLLEDIG

_WEET_NIET = woorden(ONVOLLEDIG)
GEGEVENS = (
    Gegeven("gemeente", m.TEKST, "De gemeente waar een kavel gezocht wordt."),
    Gegeven("kavelM2", m.GETAL, "De grootte van de kavel, in m²."),
    Gegeven(
        "sectorHerkend",
        m.TEKST,
        "Bij welke soort de sector hoort. De software leest dat uit de tekst, vóór deze tabellen: "
        f"{', '.join(CATEGORIEEN)} of {NIET_HERKEND}. Leeg: er is geen sector genoemd.",
    ),
    Gegeven("gevestigdInEnschede", m.JA_NEE, "Zit het bedrijf nu al in Enschede?"),
    Gegeven("stadsdistributie", m.JA_NEE, "Gaat het om stadsdistributie?"),
)


def model(dag: date) -> Model:
    """The tables with the values of that day. Raises LookupError when there were none."""
    p = check.PARAMETERS.op(dag)
    regels = (_kavelgrootte(p), _logistiek(p))
    eind = (m.strengste(regels, check.OORDELEN), m.eindoordeel(check.GEMEENTE))
    return Model(check.NAAM, check.CHECK.titel, check.KADER.regelset, GEGEVENS, (*regels, *eind))


def feiten(fields: Mapping[str, object]) -> dict[str, object]:
    """The facts of the tables, from the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    herkend = None
    if invoer.sector is not None:
        termen = check.SECTOREN.op(invoer.peildatum or date.today())
        herkend = herken_sector(invoer.sector, termen).categorie or NIET_HERKEND
    return met_alle_namen(GEGEVENS, {**bekend(invoer), "sectorHerkend": herkend})


def _kavelgrootte(p: Waarden) -> Tabel:
    kolom, grens, te_groot = "kavelM2", p["kavel_kleiner_dan"], p["kavel_te_groot"]
    rijen = (
        Rij({kolom: LEEG}, _WEET_NIET, grens.bron),
        Rij({kolom: f"< {getal(grens.getal)}"}, woorden(BESCHIKBAAR), grens.bron),
        Rij({kolom: f">= {getal(grens.getal)}"}, woorden(te_groot.tekst), te_groot.bron),
    )
    return Tabel("regel_kavelgrootte", "Is er een kavel van deze grootte?", m.UNIQUE, rijen)


def _logistiek(p: Waarden) -> Tabel:
    """The first row that holds decides: what the user answers on city distribution goes before what was read."""
    stad, buiten, gevestigd = p["stadsdistributie"], p["logistiek_van_buiten"], p["logistiek_gevestigd"]
    sector, logistiek = "sectorHerkend", woorden(LOGISTIEK, STADSDISTRIBUTIE)
    rijen = (
        Rij({sector: LEEG}, _WEET_NIET, p["logistiek"].bron),
        Rij({sector: woorden(ONZEKER, NIET_HERKEND)}, _WEET_NIET, p["logistiek"].bron),
        Rij({sector: woorden(ANDERS)}, woorden(BESCHIKBAAR), p["logistiek"].bron),
        Rij({sector: logistiek, "stadsdistributie": JA}, woorden(stad.tekst), stad.bron),
        Rij({sector: woorden(STADSDISTRIBUTIE), "stadsdistributie": LEEG}, woorden(stad.tekst), stad.bron),
        Rij({sector: logistiek, "gevestigdInEnschede": LEEG}, _WEET_NIET, p["logistiek"].bron),
        Rij({sector: logistiek, "gevestigdInEnschede": JA}, woorden(BESCHIKBAAR), gevestigd.bron),
        Rij({sector: logistiek, "gevestigdInEnschede": NEE}, woorden(buiten.tekst), buiten.bron),
    )
    return Tabel("regel_logistiek", "Wat geldt er voor logistiek?", m.FIRST, rijen)
