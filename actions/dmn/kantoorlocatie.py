"""The decision tables of `kantoorlocatie` (Enschede, 3.2.4 and 3.2.5)."""

from collections.abc import Mapping
from datetime import date

from actions.checks import kantoorlocatie as check
from actions.checks.kantoorlocatie.gronden import is_monument
from actions.checks.kantoorlocatie.invoer import lees_invoer
from actions.checks.kantoorlocatie.plek import (
    BEDRIJVENTERREIN,
    CATEGORIEEN,
    CENTRUM,
    MET_NAAM,
    ONZEKER,
    SINGEL,
    STATIONSGEBIED,
    herken_plek,
)
from actions.checks.kantoorlocatie.regels import OORDELEN
from actions.checks.kantoorlocatie.voorwaarden import NIET_VERVULD
from actions.checks.velden import bekend
from actions.dmn import model as m
from actions.dmn.feiten import met_alle_namen
from actions.dmn.model import BEKEND, JA, LEEG, NEE, Gegeven, Model, Rij, Tabel, getal, woorden
from actions.parameters import ENERGIELABELS, Waarden
from actions.uitkomst import ONDER_VOORWAARDEN, ONVOLLEDIG, TOEGESTAAN

_MAG, _WEET_NIET = woorden(TOEGESTAAN), woorden(ONVOLLEDIG)
GEGEVENS = (
    Gegeven("gemeente", m.TEKST, "De gemeente van het kantoor."),
    Gegeven(
        "plekHerkend",
        m.TEKST,
        "Welke plek de omschrijving bedoelt. De software leest dat uit de tekst, vóór deze tabellen: "
        f"{', '.join(plek for plek in CATEGORIEEN if plek != 'geen_plek')}. Leeg: er is geen plek genoemd.",
    ),
    Gegeven(
        "inMonument",
        m.JA_NEE,
        "Is het pand een monument? Zegt de ondernemer het niet, dan telt wat de software in de omschrijving leest.",
    ),
    Gegeven("loopminutenStation", m.GETAL, "Hoeveel minuten lopen het is vanaf het station."),
    Gegeven("oppervlakteM2", m.GETAL, "De oppervlakte van het kantoor, in m²."),
    Gegeven("bijBedrijf", m.JA_NEE, "Hoort het kantoor bij een bedrijf op dezelfde plek?"),
    Gegeven("aparteEenheid", m.JA_NEE, "Wordt het kantoor apart verhuurd of verkocht?"),
    Gegeven("energielabel", m.TEKST, "Het energielabel van het pand."),
)


def model(dag: date) -> Model:
    """The tables with the values of that day. Raises LookupError when there were none."""
    p = check.PARAMETERS.op(dag)
    regels = (_plek(p), _loopafstand(p), _singel(p), _monument(p), *_bedrijventerrein(p), _kwaliteit(p))
    # The energy label is reported and does not weigh in the verdict.
    eind = (_energielabel(p), m.strengste(regels, OORDELEN), m.eindoordeel(check.GEMEENTE))
    return Model(check.NAAM, check.CHECK.titel, check.KADER.regelset, GEGEVENS, (_dichtbij(p), *regels, *eind))


def feiten(fields: Mapping[str, object]) -> dict[str, object]:
    """The facts of the tables, from the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    plek = herken_plek(invoer.locatie or "", check.PLEKKEN.op(invoer.peildatum or date.today()))
    herkend = {"plekHerkend": plek.categorie, "inMonument": is_monument(invoer, plek)}
    return met_alle_namen(GEGEVENS, {**bekend(invoer), **herkend})


def _dichtbij(p: Waarden) -> Tabel:
    kolom, grens = "loopminutenStation", p["loopafstand_station"]
    rijen = (
        Rij({kolom: LEEG}, NEE, grens.bron),
        Rij({kolom: f"<= {getal(grens.getal)}"}, JA, grens.bron),
        Rij({kolom: f"> {getal(grens.getal)}"}, NEE, grens.bron),
    )
    return Tabel("op_loopafstand", "Is de plek op loopafstand van het station?", m.UNIQUE, rijen, soort=m.JA_NEE)


def _plek(p: Waarden) -> Tabel:
    """The first row that holds decides: a place by its name before a monument, a monument before the walking time."""
    focus, terrein, elders = p["plek_met_focus"], p["bedrijventerrein_bij_bedrijf"], p["elders"]
    kolom = "plekHerkend"
    rijen = (
        Rij({kolom: LEEG}, _WEET_NIET, focus.bron),
        Rij({kolom: woorden(ONZEKER)}, _WEET_NIET, focus.bron),
        Rij({kolom: woorden(*MET_NAAM, STATIONSGEBIED, SINGEL)}, woorden(focus.tekst), focus.bron),
        Rij({kolom: woorden(BEDRIJVENTERREIN)}, woorden(terrein.tekst), terrein.bron),
        Rij({"inMonument": JA}, woorden(p["monument"].tekst), p["monument"].bron),
        Rij({"op_loopafstand": JA}, woorden(focus.tekst), focus.bron),
        Rij({kolom: woorden(CENTRUM), "loopminutenStation": LEEG}, _WEET_NIET, focus.bron),
        Rij({}, woorden(elders.tekst), elders.bron),
    )
    return Tabel("regel_plek", "Wil de gemeente hier kantoren?", m.FIRST, rijen)


def _loopafstand(p: Waarden) -> Tabel:
    grens, station = p["loopafstand_station"], {"plekHerkend": woorden(STATIONSGEBIED), "inMonument": NEE}
    rijen = (
        Rij({"op_loopafstand": JA}, woorden(p["plek_met_focus"].tekst), grens.bron),
        Rij({**station, "loopminutenStation": LEEG}, _WEET_NIET, grens.bron),
        Rij({**station, "loopminutenStation": BEKEND}, woorden(p["elders"].tekst), grens.bron),
        Rij({}, _MAG, grens.bron),
    )
    return Tabel("regel_loopafstand_station", "Is het station dicht genoeg bij?", m.FIRST, rijen)


def _singel(p: Waarden) -> Tabel:
    grens, kolom = p["oppervlakte_singel"], "oppervlakteM2"
    singel = {"plekHerkend": woorden(SINGEL), "inMonument": NEE, "op_loopafstand": NEE}
    rijen = (
        Rij({**singel, kolom: LEEG}, _WEET_NIET, grens.bron),
        Rij({**singel, kolom: f"< {getal(grens.getal)}"}, woorden(p["plek_met_focus"].tekst), grens.bron),
        Rij({**singel, kolom: f">= {getal(grens.getal)}"}, woorden(p["elders"].tekst), grens.bron),
        Rij({}, _MAG, grens.bron),
    )
    return Tabel("regel_oppervlakte_singel", "Is het kantoor aan de Singel klein genoeg?", m.FIRST, rijen)


def _monument(p: Waarden) -> Tabel:
    ja, nee = Rij({}, woorden(p["monument"].tekst), p["monument"].bron), Rij({}, _MAG, p["monument"].bron)
    return m.ja_of_nee("regel_monument", "Is het pand een monument?", "inMonument", ja, nee)


def _bedrijventerrein(p: Waarden) -> tuple[Tabel, Tabel]:
    wel, niet = p["bedrijventerrein_bij_bedrijf"], p["bedrijventerrein_zonder_bedrijf"]
    apart, terrein = p["bedrijventerrein_aparte_eenheid"], {"plekHerkend": woorden(BEDRIJVENTERREIN)}
    bij = (
        Rij({**terrein, "bijBedrijf": LEEG}, _WEET_NIET, wel.bron),
        Rij({**terrein, "bijBedrijf": JA}, woorden(wel.tekst), wel.bron),
        Rij({**terrein, "bijBedrijf": NEE}, woorden(niet.tekst), niet.bron),
        Rij({}, _MAG, wel.bron),
    )
    eenheid = (
        Rij({**terrein, "aparteEenheid": LEEG}, _WEET_NIET, apart.bron),
        Rij({**terrein, "aparteEenheid": JA}, woorden(apart.tekst), apart.bron),
        Rij({}, _MAG, apart.bron),
    )
    return (
        Tabel("regel_bij_bedrijf", "Hoort het kantoor op het bedrijventerrein bij een bedrijf?", m.FIRST, bij),
        Tabel("regel_aparte_eenheid", "Blijft het kantoor op het bedrijventerrein bij het bedrijf?", m.FIRST, eenheid),
    )


def _kwaliteit(p: Waarden) -> Tabel:
    """Only the municipality can judge this one: it holds whatever the facts are."""
    rijen = (Rij({"gemeente": "-"}, woorden(p["kwaliteit"].tekst), p["kwaliteit"].bron),)
    return Tabel("regel_kwaliteit", "Voegt het kantoor kwaliteit toe?", m.UNIQUE, rijen)


def _energielabel(p: Waarden) -> Tabel:
    nodig, kolom = p["energielabel"], "energielabel"
    grens = ENERGIELABELS.index(nodig.tekst) + 1
    rijen = (
        Rij({kolom: LEEG}, woorden(ONDER_VOORWAARDEN), nodig.bron),
        Rij({kolom: woorden(*ENERGIELABELS[:grens])}, _MAG, nodig.bron),
        Rij({kolom: woorden(*ENERGIELABELS[grens:])}, woorden(NIET_VERVULD), nodig.bron),
    )
    return Tabel("regel_energielabel", "Is het energielabel goed genoeg?", m.UNIQUE, rijen)
