"""Table 5 of the Enschede vision: the informal locations with their label, read from the document itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from actions.adressen import Adres, uitgewerkt
from actions.gegevensbestand import GegevensFout
from knowledge.bron import Bron
from knowledge.document import slug
from knowledge.errors import KnowledgeError
from knowledge.register import RegisterEntry
from knowledge.tables import read_table

_KOLOMMEN = ("Nr.", "Stadsdeel", "Adres")
_TABEL = "Tabel 5"  # its name in the register


@dataclass(frozen=True)
class Locatie:
    """One row. `label`: `behouden` or `impact_verkleinen`; `adressen`: every range written out; `gedrukt`: as printed.

    `onzeker` says why the number and the part of town may be others than these; None where they are certain.
    """

    nummer: int
    stadsdeel: str
    label: str
    adressen: tuple[Adres, ...]
    gedrukt: str
    onzeker: str | None
    bron: Bron


@dataclass(frozen=True)
class InformeleLocaties:
    """Every row of the table, in its order."""

    locaties: tuple[Locatie, ...]

    @cached_property
    def op_adres(self) -> Mapping[Adres, Locatie]:
        return {adres: locatie for locatie in self.locaties for adres in locatie.adressen}

    @cached_property
    def straten(self) -> Mapping[str, tuple[Adres, ...]]:
        """The addresses of each street, in order."""
        straten: dict[str, list[Adres]] = {}
        for adres in sorted(self.op_adres):
            straten.setdefault(adres.straat, []).append(adres)
        return {straat: tuple(adressen) for straat, adressen in straten.items()}

    def labels(self, straat: str) -> set[str]:
        """The labels that the addresses of a street have: some streets have both."""
        return {self.op_adres[adres].label for adres in self.straten[straat]}


def laad(bestand: Path, entry: RegisterEntry, labels: Mapping[str, str]) -> InformeleLocaties:
    """Reads the table from the Markdown `bestand`. `labels`: our name of a label -> the heading of its part.

    Raises GegevensFout, naming file and row: a part that is not there, an address that cannot be read or stands twice.
    """
    markdown = bestand.read_text(encoding="utf-8")
    locaties: list[Locatie] = []
    for label, kop in labels.items():
        try:
            rijen = read_table(markdown, kop, _KOLOMMEN)
        except KnowledgeError as fout:
            raise GegevensFout(bestand, kop, str(fout)) from fout
        locaties += [_locatie(bestand, entry, label, kop, rij) for rij in rijen]
    _geen_adres_twee_keer(bestand, locaties)
    return InformeleLocaties(tuple(locaties))


def _locatie(bestand: Path, entry: RegisterEntry, label: str, kop: str, rij: tuple[str, ...]) -> Locatie:
    nummer, stadsdeel, gedrukt = rij
    try:
        adressen = tuple(adres for deel in gedrukt.split(", ") for adres in uitgewerkt(deel))
        twijfel = [each.uitleg for each in entry.onzeker if each.plaats == _TABEL and int(nummer) in each.nummers]
    except ValueError as fout:
        raise GegevensFout(bestand, f"{kop}, nummer {nummer}", str(fout)) from fout
    bron = Bron(entry.document, entry.titel, entry.gemeente, kop, gedrukt, f"/bronnen/{entry.document}#{slug(kop)}")
    return Locatie(int(nummer), stadsdeel, label, adressen, gedrukt, next(iter(twijfel), None), bron)


def _geen_adres_twee_keer(bestand: Path, locaties: Iterable[Locatie]) -> None:
    eerder: dict[Adres, Locatie] = {}
    for locatie in locaties:
        for adres in locatie.adressen:
            if adres in eerder:
                raise GegevensFout(bestand, f"{_TABEL}, nummer {locatie.nummer}", f"{adres} stands twice")
            eerder[adres] = locatie
