"""The business parks of both documents: Enschede's supply (table 2) and scores (table 4), Hengelo's place in the OTB.

The rows are read from the documents; in which section they stand, and of when they are, is in `actions/parameters/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from actions.gegevensbestand import GegevensFout, lees, tekst
from actions.parameters import Parameter, Waarden
from knowledge.bron import Bron
from knowledge.errors import KnowledgeError
from knowledge.tables import read_lists, read_table

_KOLOMMEN_AANBOD = ("Bedrijventerrein", "Beschikbaar aanbod* (kwantitatief)")
_KOLOMMEN_SCORES = (
    "Bedrijventerrein",
    "Kern",
    "Banen en vestigingen",
    "Marktwaarde en vastgoed",
    "Ruimtelijke kwaliteit en bereikbaarheid",
    "Eindscore",
)
_TOTAAL = "Totaal"

# The parameters of `bedrijventerreinen.yml`, with the unit that they must have.
VERWACHT = {"aanbod": "tekst", "aanbod_datum": "tekst", "scores": "tekst"}


@dataclass(frozen=True)
class Aanbod:
    """How many hectares are for sale. `datum`: of when the figure is, `jjjj-mm`."""

    terrein: str
    hectare: Decimal
    datum: str
    bron: Bron


@dataclass(frozen=True)
class Scores:
    """Percentages; 50 is the average of comparable parks. `kern`: the village or town of the park."""

    terrein: str
    kern: str
    banen_en_vestigingen: int
    marktwaarde_en_vastgoed: int
    ruimtelijke_kwaliteit_en_bereikbaarheid: int
    eindscore: int
    bron: Bron


@dataclass(frozen=True)
class OtbTerrein:
    """A park of the list of 2.2: `binnen` the programme, or named as outside it."""

    terrein: str
    binnen: bool
    bron: Bron


def laad_aanbod(bestand: Path, p: Waarden) -> tuple[Aanbod, ...]:
    """Table 2 without its total. Raises GegevensFout, also when the rows do not add up to it."""
    rijen = _tabel(bestand, p["aanbod"], _KOLOMMEN_AANBOD)
    try:
        hectares = {naam: Decimal(waarde.removesuffix(" ha").replace(",", ".")) for naam, waarde in rijen}
    except InvalidOperation as fout:
        raise GegevensFout(bestand, p["aanbod"].tekst, "a supply is not a number of hectares") from fout
    if hectares.pop(_TOTAAL, None) != sum(hectares.values()):
        raise GegevensFout(bestand, p["aanbod"].tekst, "the rows do not add up to the total")
    datum, bron = p["aanbod_datum"].tekst, p["aanbod"].bron
    return tuple(Aanbod(naam, hectare, datum, bron) for naam, hectare in hectares.items())


def laad_scores(bestand: Path, p: Waarden) -> tuple[Scores, ...]:
    """Table 4. Raises GegevensFout."""
    scores: list[Scores] = []
    for naam, kern, *cijfers in _tabel(bestand, p["scores"], _KOLOMMEN_SCORES):
        try:
            banen, markt, kwaliteit, eindscore = (int(cijfer.removesuffix("%")) for cijfer in cijfers)
        except ValueError as fout:
            raise GegevensFout(bestand, f"{p['scores'].tekst}, {naam}", str(fout)) from fout
        scores.append(Scores(naam, kern, banen, markt, kwaliteit, eindscore, p["scores"].bron))
    return tuple(scores)


def laad_otb(bestand: Path, binnen: Parameter, buiten: Parameter) -> tuple[OtbTerrein, ...]:
    """The two lists of one section: the parks in the programme, then those outside it. Raises GegevensFout."""
    try:
        lijsten = read_lists(bestand.read_text(encoding="utf-8"), binnen.bron.sectie)
    except KnowledgeError as fout:
        raise GegevensFout(bestand, binnen.bron.sectie, str(fout)) from fout
    if len(lijsten) != 2:
        raise GegevensFout(bestand, binnen.bron.sectie, f"has {len(lijsten)} lists, expected two")
    return tuple(
        OtbTerrein(naam, herkomst is binnen, _met_citaat(herkomst.bron, naam))
        for herkomst, namen in zip((binnen, buiten), lijsten, strict=True)
        for naam in namen
    )


def laad_namen(bestand: Path, aanbod: tuple[Aanbod, ...], scores: tuple[Scores, ...]) -> Mapping[str, str]:
    """The name in table 4 -> the name in table 2, for parks with two names. Raises GegevensFout on an unknown one."""
    namen = lees(bestand, {"gemeente", "zelfde_terrein"})["zelfde_terrein"]
    if not isinstance(namen, dict):
        raise GegevensFout(bestand, "zelfde_terrein", "is not a mapping")
    in_scores, in_aanbod = {each.terrein for each in scores}, {each.terrein for each in aanbod}
    for naam, ander in namen.items():
        if tekst(bestand, "zelfde_terrein", naam) not in in_scores or ander not in in_aanbod:
            raise GegevensFout(bestand, f"zelfde_terrein.{naam}", "does not stand in the tables")
    return namen


def _tabel(bestand: Path, waar: Parameter, kolommen: tuple[str, ...]) -> list[tuple[str, ...]]:
    try:
        return read_table(bestand.read_text(encoding="utf-8"), waar.bron.sectie, kolommen)
    except KnowledgeError as fout:
        raise GegevensFout(bestand, waar.tekst, str(fout)) from fout


def _met_citaat(bron: Bron, citaat: str) -> Bron:
    return Bron(bron.document, bron.titel, bron.gemeente, bron.sectie, citaat, bron.url)
