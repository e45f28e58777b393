"""The dated values of a policy rule, read from `actions/parameters/{gemeente}/{rule}.yml` and checked at start-up."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from actions.gegevensbestand import GegevensFout, bron, lees, tekst, vorm
from actions.uitkomst import VERGUNNING_OORDELEN
from knowledge.bron import Bron

MAP = Path(__file__).parent / "parameters"
GETALLEN = {"procent", "m2", "personen", "minuten"}
EENHEDEN = GETALLEN | {"oordeel", "tekst", "energielabel"}
ENERGIELABELS = ("A+++++", "A++++", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G")  # best first


@dataclass(frozen=True)
class Parameter:
    """One value. `getal` is set for the units in GETALLEN; `tekst` for the others."""

    eenheid: str
    bron: Bron
    geldig_van: date | None
    geldig_tot: date | None
    getal: Decimal = Decimal(0)
    tekst: str = ""

    def geldt_op(self, dag: date) -> bool:
        return (self.geldig_van or date.min) <= dag <= (self.geldig_tot or date.max)


Waarden = Mapping[str, Parameter]  # one rule on one day


@dataclass(frozen=True)
class Parameters:
    """Every value of one rule, over time."""

    waarden: Mapping[str, tuple[Parameter, ...]]

    def op(self, dag: date) -> Waarden:
        """The values in force on that day. Raises LookupError when one of them had no value then."""
        return {naam: self._een(naam, reeks, dag) for naam, reeks in self.waarden.items()}

    @staticmethod
    def _een(naam: str, reeks: tuple[Parameter, ...], dag: date) -> Parameter:
        for parameter in reeks:
            if parameter.geldt_op(dag):
                return parameter
        raise LookupError(f"{naam} has no value on {dag}")


def laad(bestand: Path, verwacht: Mapping[str, str], oordelen: Collection[str] = VERGUNNING_OORDELEN) -> Parameters:
    """Reads one rule. `verwacht` gives the unit of every parameter that the check uses, `oordelen` its verdicts.

    A value whose sentence stands in another section than the file names has a `sectie` of its own.

    Raises GegevensFout with file and key: one missing or unknown, wrong unit or type, no citation, dates that overlap.
    """
    kop = lees(bestand, {"gemeente", "document", "titel", "sectie", "parameters"})
    namen = vorm(bestand, "parameters", kop["parameters"], set(verwacht))
    waarden: dict[str, tuple[Parameter, ...]] = {}
    for naam, eenheid in verwacht.items():
        if not isinstance(namen[naam], list) or not namen[naam]:
            raise GegevensFout(bestand, naam, "is not a list of values")
        reeks = [_parameter(bestand, naam, kop, waarde, eenheid, oordelen) for waarde in namen[naam]]
        reeks.sort(key=lambda parameter: parameter.geldig_van or date.min)
        for vorige, volgende in pairwise(reeks):
            if vorige.geldt_op(volgende.geldig_van or date.min):
                raise GegevensFout(bestand, naam, "two values hold on the same day")
        waarden[naam] = tuple(reeks)
    return Parameters(waarden)


def _parameter(
    bestand: Path, naam: str, kop: dict[str, object], waarde: object, eenheid: str, oordelen: Collection[str]
) -> Parameter:
    velden = vorm(bestand, naam, waarde, {"waarde", "eenheid", "geldig_van", "geldig_tot", "citaat"}, {"sectie"})
    if velden["eenheid"] != eenheid or eenheid not in EENHEDEN:
        raise GegevensFout(bestand, f"{naam}.eenheid", f"is {velden['eenheid']!r}, the check expects {eenheid!r}")
    van, tot = geldigheid(bestand, naam, velden)
    herkomst = bron(bestand, naam, {**kop, "sectie": velden.get("sectie", kop["sectie"])}, velden["citaat"])
    if eenheid in GETALLEN:
        return Parameter(eenheid, herkomst, van, tot, getal=_getal(bestand, naam, velden["waarde"]))
    woord = tekst(bestand, f"{naam}.waarde", velden["waarde"])
    if eenheid == "oordeel" and woord not in oordelen:
        raise GegevensFout(bestand, f"{naam}.waarde", f"unknown verdict {woord!r}")
    if eenheid == "energielabel" and woord not in ENERGIELABELS:
        raise GegevensFout(bestand, f"{naam}.waarde", f"unknown energy label {woord!r}")
    return Parameter(eenheid, herkomst, van, tot, tekst=woord)


def geldigheid(bestand: Path, plek: str, velden: Mapping[str, object]) -> tuple[date | None, date | None]:
    """The first and the last day on which something holds; None is open. Raises GegevensFout."""
    van, tot = (_datum(bestand, f"{plek}.{sleutel}", velden[sleutel]) for sleutel in ("geldig_van", "geldig_tot"))
    if van and tot and tot < van:
        raise GegevensFout(bestand, f"{plek}.geldig_tot", "lies before geldig_van")
    return van, tot


def _getal(bestand: Path, naam: str, waarde: object) -> Decimal:
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not 0 <= waarde < float("inf"):
        raise GegevensFout(bestand, f"{naam}.waarde", f"is not a number from 0: {waarde!r}")
    return Decimal(str(waarde))


def _datum(bestand: Path, plek: str, waarde: object) -> date | None:
    if waarde is not None and type(waarde) is not date:
        raise GegevensFout(bestand, plek, f"is not a date: {waarde!r}")
    return waarde
