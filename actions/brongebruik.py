"""Which sentences of the documents a check stands on: every citation in the data files that it reads."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from actions.checks import Check
from actions.gegevensbestand import bron
from knowledge.bron import Bron


def citaten(check: Check) -> list[Bron]:
    """Each citation once, in the order of the files; it names its section, not yet its sentence."""
    return list(dict.fromkeys(each for bestand in check.bestanden for each in _in_bestand(bestand)))


@cache
def _in_bestand(bestand: Path) -> tuple[Bron, ...]:
    kop = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    if "document" not in kop:  # words that people use, which stand on no sentence
        return ()
    gevonden = dict.fromkeys(citaten_in(kop, kop["sectie"]))
    return tuple(bron(bestand, "citaat", {**kop, "sectie": sectie}, citaat) for citaat, sectie in gevonden)


def citaten_in(waarde: object, sectie: str) -> Iterator[tuple[str, str]]:
    """A citation and the section of its own, of what is around it, or of the file."""
    if isinstance(waarde, list):
        for each in waarde:
            yield from citaten_in(each, sectie)
    elif isinstance(waarde, dict):
        sectie = waarde.get("sectie", sectie)
        if isinstance(waarde.get("citaat"), str) and "categorie" not in waarde:  # a group names a citation by its key
            yield " ".join(waarde["citaat"].split()), sectie
        for each in waarde.values():
            yield from citaten_in(each, sectie)
