"""The decision tables of `functiemenging` (Enschede, 5.3 and 3.2.5)."""

from collections.abc import Iterator, Mapping
from datetime import date

from actions.checks import functiemenging as check
from actions.checks.functiemenging.functie import BEDRIJF, FUNCTIES, IN_WOORDEN, KANTOOR, herken_functies
from actions.checks.functiemenging.invoer import PROFIELEN, lees_invoer
from actions.checks.functiemenging.regels import OORDELEN
from actions.checks.velden import bekend
from actions.dmn import model as m
from actions.dmn.feiten import met_alle_namen
from actions.dmn.model import JA, LEEG, NEE, Gegeven, Model, Rij, woorden
from actions.parameters import Waarden
from actions.uitkomst import ONVOLLEDIG, TOEGESTAAN

_MAG, _WEET_NIET = woorden(TOEGESTAAN), woorden(ONVOLLEDIG)
_KOLOM = {functie: f"functie_{functie}" for functie in FUNCTIES}
GEGEVENS = (
    Gegeven("gemeente", m.TEKST, "De gemeente van het terrein."),
    Gegeven("profiel", m.TEKST, f"Het profiel van het terrein: {', '.join(PROFIELEN)}. Het staat alleen op een kaart."),
    Gegeven(
        "functieBegrepen",
        m.JA_NEE,
        "Begrijpt de software de hele omschrijving? Zij leest de functies uit de tekst, vóór deze tabellen.",
    ),
    *(Gegeven(_KOLOM[functie], m.JA_NEE, f"Noemt de omschrijving: {IN_WOORDEN[functie]}?") for functie in FUNCTIES),
    Gegeven("ondersteunend", m.JA_NEE, "Ondersteunt de functie de bedrijven die er zitten, of het gewenste profiel?"),
)


def model(dag: date) -> Model:
    """The tables with the values of that day. Raises LookupError when there were none."""
    p = check.PARAMETERS.op(dag)
    regels = (
        m.met_voorrang("regel_functie_in_profiel", "Past de functie bij het profiel?", list(_matrix(p)), OORDELEN),
        m.met_voorrang("regel_dienstbaar_aan_hoofdfunctie", "Dient de functie het terrein?", list(_hoofd(p)), OORDELEN),
        m.ja_of_nee(
            "regel_kantoorruimte",
            "Is er kantoorruimte die niet apart verhuurd of verkocht mag worden?",
            _KOLOM[KANTOOR],
            Rij({}, woorden(p["kantoorruimte"].tekst), p["kantoorruimte"].bron),
            Rij({}, _MAG, p["kantoorruimte"].bron),
        ),
    )
    eind = (m.strengste(regels, OORDELEN), m.eindoordeel(check.GEMEENTE))
    return Model(check.NAAM, check.CHECK.titel, check.KADER.regelset, GEGEVENS, (*regels, *eind))


def feiten(fields: Mapping[str, object]) -> dict[str, object]:
    """The facts of the tables, from the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    gelezen = herken_functies(invoer.functie or "", check.TERMEN.op(invoer.peildatum or date.today()))
    genoemd = {vondst.categorie for vondst in gelezen.zeker}
    functies = {kolom: functie in genoemd for functie, kolom in _KOLOM.items()}
    return met_alle_namen(GEGEVENS, {**bekend(invoer), "functieBegrepen": gelezen.begrepen, **functies})


def _matrix(p: Waarden) -> Iterator[Rij]:
    """5.3: every function that is named has its row; several may hold, and the strictest decides."""
    bron = p["dienstbaar_aan_hoofdfunctie"].bron
    yield Rij({"functieBegrepen": NEE}, _WEET_NIET, bron)
    yield Rij({"profiel": LEEG}, _WEET_NIET, bron)
    for profiel in PROFIELEN:
        for functie in FUNCTIES:
            plek = {"profiel": woorden(profiel), _KOLOM[functie]: JA}
            gewoon, ondersteunend = p[f"{profiel}_{functie}"], p.get(f"{profiel}_{functie}_ondersteunend")
            if ondersteunend is None:
                yield Rij(plek, woorden(gewoon.tekst), gewoon.bron)
                continue
            yield Rij({**plek, "ondersteunend": LEEG}, _WEET_NIET, ondersteunend.bron)
            yield Rij({**plek, "ondersteunend": JA}, woorden(ondersteunend.tekst), ondersteunend.bron)
            yield Rij({**plek, "ondersteunend": NEE}, woorden(gewoon.tekst), gewoon.bron)


def _hoofd(p: Waarden) -> Iterator[Rij]:
    """3.2.5: a function that the area is not for. Without a profile only businesses are sure to be what it is for."""
    regel = p["dienstbaar_aan_hoofdfunctie"]
    yield Rij(dict.fromkeys(_KOLOM.values(), NEE), _WEET_NIET, regel.bron)
    for profiel in (None, *PROFIELEN):
        hoofd = p[f"hoofdfunctie_{profiel}"].tekst.split(", ") if profiel else [BEDRIJF]
        for functie in FUNCTIES:
            oordeel = _MAG if functie in hoofd else woorden(regel.tekst)
            waar = LEEG if profiel is None else woorden(profiel)
            yield Rij({"profiel": waar, _KOLOM[functie]: JA}, oordeel, regel.bron)
