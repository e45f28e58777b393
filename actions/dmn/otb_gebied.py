"""The decision tables of `otb-gebied` (Hengelo, OTB, 2.2)."""

from collections.abc import Mapping
from datetime import date

from actions.checks import otb_gebied as check
from actions.checks.otb_gebied.invoer import lees_invoer
from actions.checks.otb_gebied.regels import ONBEKEND
from actions.checks.velden import bekend
from actions.dmn import model as m
from actions.dmn.feiten import NIET_HERKEND, met_alle_namen
from actions.dmn.model import LEEG, Gegeven, Model, Rij, Tabel, woorden
from actions.uitkomst import ONVOLLEDIG

_MEER = "meer_terreinen"
GEGEVENS = (
    Gegeven("gemeente", m.TEKST, "De gemeente van het bedrijventerrein."),
    Gegeven(
        "terreinHerkend",
        m.TEKST,
        "Welk terrein van de lijsten de naam bedoelt. De software leest dat uit de tekst, vóór deze tabellen: de naam "
        f"in de lijst, {_MEER} (de naam past bij meer terreinen) of {NIET_HERKEND}. Leeg: er is geen naam.",
    ),
)


def model(dag: date) -> Model:
    """The tables with the values of that day. Raises LookupError when there were none."""
    p, kolom = check.PARAMETERS.op(dag), "terreinHerkend"
    rijen = (
        Rij({kolom: LEEG}, woorden(ONVOLLEDIG), p["binnen"].bron),
        Rij({kolom: woorden(_MEER)}, woorden(ONVOLLEDIG), p["binnen"].bron),
        Rij({kolom: woorden(NIET_HERKEND)}, woorden(ONBEKEND), p["binnen"].bron),
        *(
            Rij({kolom: woorden(each.terrein)}, woorden(p["binnen" if each.binnen else "buiten"].tekst), each.bron)
            for each in check.TERREINEN.values()
        ),
    )
    terrein = Tabel("regel_terrein", "Hoort het terrein bij het OTB?", m.UNIQUE, rijen)
    besluiten = (terrein, m.eindoordeel(check.GEMEENTE, terrein.naam))
    return Model(check.NAAM, check.CHECK.titel, check.KADER.regelset, GEGEVENS, besluiten)


def feiten(fields: Mapping[str, object]) -> dict[str, object]:
    """The facts of the tables, from the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    herkend = None
    if invoer.terrein is not None:
        passend = check.NAMEN.zoek(invoer.terrein).passend
        herkend = passend[0] if len(passend) == 1 else _MEER if passend else NIET_HERKEND
    return met_alle_namen(GEGEVENS, {**bekend(invoer), "terreinHerkend": herkend})
