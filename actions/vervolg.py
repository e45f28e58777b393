"""What follows on a verdict, as far as the policy says it: `actions/parameters/{gemeente}/vervolg.yml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from actions.gegevensbestand import GegevensFout, bron, lees, tekst, vorm
from actions.parameters import MAP, geldigheid
from actions.uitkomst import Uitkomst
from knowledge.bron import Bron


@dataclass(frozen=True)
class Stap:
    """One step and the sentence it stands on. It belongs to one of the verdicts in `uitkomst`, and where `regels` is
    not empty, to one of those rules with one of those verdicts."""

    tekst: str
    bron: Bron
    uitkomst: tuple[str, ...]
    regels: Mapping[str, tuple[str, ...]]
    geldig_van: date | None
    geldig_tot: date | None

    def hoort_bij(self, uitkomst: Uitkomst, dag: date) -> bool:
        if uitkomst.oordeel not in self.uitkomst or not (
            (self.geldig_van or date.min) <= dag <= (self.geldig_tot or date.max)
        ):
            return False
        return not self.regels or any(regel.oordeel in self.regels.get(regel.regel, ()) for regel in uitkomst.regels)

    def to_json(self) -> dict[str, object]:
        return {"tekst": self.tekst, "bron": self.bron.to_json()}


def laad(bestand: Path) -> dict[str, tuple[Stap, ...]]:
    """The steps of every check of one municipality. Raises GegevensFout."""
    kop = lees(bestand, {"gemeente", "document", "titel", "sectie", "stappen"})
    stappen = kop["stappen"]
    if not isinstance(stappen, dict):
        raise GegevensFout(bestand, "stappen", "is not a mapping")
    return {
        naam: tuple(_stap(bestand, f"{naam}[{nummer}]", kop, deel) for nummer, deel in enumerate(lijst))
        for naam, lijst in stappen.items()
    }


def _stap(bestand: Path, plek: str, kop: dict[str, Any], deel: object) -> Stap:
    velden = vorm(
        bestand, plek, deel, {"uitkomst", "tekst", "citaat", "geldig_van", "geldig_tot"}, {"sectie", "regels"}
    )
    van, tot = geldigheid(bestand, plek, velden)
    return Stap(
        tekst(bestand, f"{plek}.tekst", velden["tekst"]),
        bron(bestand, plek, {**kop, "sectie": velden.get("sectie", kop["sectie"])}, velden["citaat"]),
        _oordelen(bestand, f"{plek}.uitkomst", velden["uitkomst"]),
        {regel: _oordelen(bestand, f"{plek}.{regel}", lijst) for regel, lijst in velden.get("regels", {}).items()},
        van,
        tot,
    )


def _oordelen(bestand: Path, plek: str, lijst: object) -> tuple[str, ...]:
    if not isinstance(lijst, list) or not lijst:
        raise GegevensFout(bestand, plek, "is not a list of verdicts")
    return tuple(tekst(bestand, plek, oordeel) for oordeel in lijst)


STAPPEN: Mapping[str, Sequence[Stap]] = {
    naam: stappen for bestand in sorted(MAP.glob("*/vervolg.yml")) for naam, stappen in laad(bestand).items()
}


def vervolg(uitkomst: Uitkomst) -> tuple[Stap, ...]:
    """The steps that the policy names for this verdict; often none."""
    dag = date.fromisoformat(str(uitkomst.gegevens.get("peildatum", date.today().isoformat())))
    return tuple(stap for stap in STAPPEN.get(uitkomst.check, ()) if stap.hoort_bij(uitkomst, dag))
