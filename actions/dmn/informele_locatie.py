"""The decision tables of `informele-locatie` (Enschede, 3.2.6 and table 5 of 5.4)."""

from collections.abc import Mapping
from datetime import date

from actions.checks import informele_locatie as check
from actions.checks.informele_locatie.invoer import lees_invoer
from actions.checks.informele_locatie.zoeken import ELDERS, GEVONDEN, NIET_IN_TABEL, zoek
from actions.checks.velden import bekend
from actions.dmn import model as m
from actions.dmn.feiten import NIET_HERKEND, met_alle_namen
from actions.dmn.model import LEEG, Gegeven, Model, Rij, Tabel, woorden
from actions.uitkomst import ONVOLLEDIG

_RIJ = "nummerInTabel5"
GEGEVENS = (
    Gegeven("gemeente", m.TEKST, "De gemeente van het adres."),
    Gegeven(
        "adresHerkend",
        m.TEKST,
        "Wat de software uit het adres leest, vóór deze tabellen: "
        f"{GEVONDEN}, {NIET_IN_TABEL}, {ELDERS} (een andere plaats) of {NIET_HERKEND}. Leeg: er is geen adres.",
    ),
    Gegeven(_RIJ, m.GETAL, "Het nummer in tabel 5 van de rij met dit adres."),
)


def model(dag: date) -> Model:
    """The tables with the values of that day. Raises LookupError when there were none."""
    p = check.PARAMETERS.op(dag)
    bron = p["tabel"].bron
    rijen = (
        Rij({_RIJ: LEEG}, woorden(NIET_IN_TABEL), bron),
        *(Rij({_RIJ: str(rij.nummer)}, woorden(rij.label), rij.bron) for rij in check.TABEL.locaties),
    )
    label = Tabel("label_in_tabel_5", "Welk label heeft deze rij?", m.UNIQUE, rijen)
    tabel = Tabel(
        "regel_tabel",
        "Staat het adres in tabel 5?",
        m.UNIQUE,
        (
            Rij({"adresHerkend": LEEG}, woorden(ONVOLLEDIG), bron),
            Rij({"adresHerkend": woorden(NIET_HERKEND)}, woorden(ONVOLLEDIG), bron),
            Rij({"adresHerkend": woorden(NIET_IN_TABEL, ELDERS)}, woorden(NIET_IN_TABEL), bron),
            Rij({"adresHerkend": woorden(GEVONDEN)}, label.naam, bron),
        ),
    )
    besluiten = (label, tabel, m.eindoordeel(check.GEMEENTE, tabel.naam))
    return Model(check.NAAM, check.CHECK.titel, check.KADER.regelset, GEGEVENS, besluiten)


def feiten(fields: Mapping[str, object]) -> dict[str, object]:
    """The facts of the tables, from the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    feiten = bekend(invoer)
    if invoer.adres is not None:
        gezocht = zoek(invoer.adres, check.TABEL, check.PLACES, check.GEMEENTE)
        soort = gezocht.soort if gezocht.soort in (GEVONDEN, NIET_IN_TABEL, ELDERS) else NIET_HERKEND
        feiten |= {"adresHerkend": soort, _RIJ: gezocht.locatie.nummer if gezocht.locatie else None}
    return met_alle_namen(GEGEVENS, feiten)
