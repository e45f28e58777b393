"""Decision tables as data, in the terms of DMN 1.3: what `xml.py` writes and what one file a check builds.

Conditions and results are FEEL, the expression language of DMN; the functions below write the few forms that we use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from actions.uitkomst import NIET_TOEGESTAAN, NIET_VAN_TOEPASSING, ONVOLLEDIG
from knowledge.bron import Bron

UNIQUE, FIRST, PRIORITY = "UNIQUE", "FIRST", "PRIORITY"
TEKST, GETAL, JA_NEE = "string", "number", "boolean"
JA, NEE, LEEG, BEKEND = "true", "false", "null", "not(null)"
NEE_OF_LEEG = "false, null"
STRENGSTE, OORDEEL = "strengste_regel", "oordeel"


def woorden(*woorden: str) -> str:
    """FEEL texts; as a condition: one of these."""
    return ", ".join(f'"{woord}"' for woord in woorden)


def getal(waarde: Decimal) -> str:
    """A FEEL number: never an exponent."""
    return f"{waarde.normalize():f}"


@dataclass(frozen=True)
class Gegeven:
    """One fact that goes in. `uitleg` is Dutch, for who reads the table."""

    naam: str
    soort: str
    uitleg: str


@dataclass(frozen=True)
class Rij:
    """One row: `als` gives the condition of a column (one that is not there may be anything), `dan` the result."""

    als: Mapping[str, str]
    dan: str
    bron: Bron | None = None


@dataclass(frozen=True)
class Tabel:
    """One decision table. `volgorde`: with PRIORITY the results, the one that goes before all others first."""

    naam: str
    vraag: str
    beleid: str
    rijen: tuple[Rij, ...]
    volgorde: tuple[str, ...] = ()
    soort: str = TEKST

    @property
    def kolommen(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(kolom for rij in self.rijen for kolom in rij.als))

    @property
    def uitkomsten(self) -> set[str]:
        return {rij.dan for rij in self.rijen}


@dataclass(frozen=True)
class Berekening:
    """A number that follows from others. `nodig`: the facts in its formula."""

    naam: str
    vraag: str
    formule: str
    nodig: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """The decision tables of one check; the last decision is the verdict. The table of a rule is `regel_` and its name.

    Raises ValueError when two things have one name: DMN knows facts and decisions by their names only.
    """

    naam: str
    titel: str
    regelset: str
    gegevens: tuple[Gegeven, ...]
    besluiten: tuple[Tabel | Berekening, ...]

    def __post_init__(self) -> None:
        namen = [each.naam for each in (*self.gegevens, *self.besluiten)]
        if dubbel := {naam for naam in namen if namen.count(naam) > 1}:
            raise ValueError(f"{self.naam}: used twice: {', '.join(sorted(dubbel))}")


def voorrang(oordelen: Sequence[str]) -> tuple[str, ...]:
    """The verdicts in the order in which they decide, as `actions.toets.weeg`: not allowed, then unfinished, then from
    strict to mild. `oordelen` goes from mild to strict."""
    streng_eerst = [oordeel for oordeel in reversed(oordelen) if oordeel != NIET_TOEGESTAAN]
    return (*(oordeel for oordeel in oordelen if oordeel == NIET_TOEGESTAAN), ONVOLLEDIG, *streng_eerst)


def met_voorrang(naam: str, vraag: str, rijen: Sequence[Rij], oordelen: Sequence[str]) -> Tabel:
    """A table of which several rows may hold: the strictest of them decides."""
    uitkomsten = {rij.dan for rij in rijen}
    volgorde = tuple(woorden(oordeel) for oordeel in voorrang(oordelen) if woorden(oordeel) in uitkomsten)
    return Tabel(naam, vraag, PRIORITY, tuple(rijen), volgorde)


def ja_of_nee(naam: str, vraag: str, kolom: str, ja: Rij, nee: Rij, leeg: str | None = None) -> Tabel:
    """A table on one fact that is yes or no; what is not known counts as no, unless `leeg` says what it gives."""
    rijen = [Rij({kolom: JA}, ja.dan, ja.bron), Rij({kolom: NEE if leeg else NEE_OF_LEEG}, nee.dan, nee.bron)]
    if leeg:
        rijen.append(Rij({kolom: LEEG}, leeg, nee.bron))
    return Tabel(naam, vraag, UNIQUE, tuple(rijen))


def strengste(regels: Sequence[Tabel], oordelen: Sequence[str]) -> Tabel:
    """The table that takes the strictest verdict of several rules."""
    rijen = [
        Rij({regel.naam: woorden(oordeel)}, woorden(oordeel))
        for oordeel in voorrang(oordelen)
        for regel in regels
        if woorden(oordeel) in regel.uitkomsten
    ]
    return met_voorrang(STRENGSTE, "Welke regel is het strengst?", rijen, oordelen)


def eindoordeel(gemeente: str, besluit: str = STRENGSTE) -> Tabel:
    """The verdict: that of the rules, in the municipality whose rules they are."""
    rijen = (
        Rij({"gemeente": LEEG}, woorden(ONVOLLEDIG)),
        Rij({"gemeente": woorden(gemeente)}, besluit),
        Rij({"gemeente": f"not(null, {woorden(gemeente)})"}, woorden(NIET_VAN_TOEPASSING)),
    )
    return Tabel(OORDEEL, "Wat is het oordeel?", UNIQUE, rijen)
