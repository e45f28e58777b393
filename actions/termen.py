"""A word list of a check (places, functions), read from `actions/parameters/{gemeente}/{list}.yml` and checked at
start-up.

One group = one judgement with its reason, shown to the user, the sentence it stands on, and the days on which it holds.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from actions.gegevensbestand import GegevensFout, bron, lees, tekst, vorm
from actions.parameters import geldigheid
from actions.taal import sleutel, woorden
from knowledge.bron import Bron

_VELDEN = {"categorie", "citaat", "genoemd", "reden", "woorden", "slot", "geldig_van", "geldig_tot"}


@dataclass(frozen=True)
class Lemma:
    """One term. `genoemd`: the policy's own words that cover it, None if it has none."""

    term: str
    categorie: str
    genoemd: str | None
    reden: str
    bron: Bron


@dataclass(frozen=True)
class Termen:
    """The terms of one day: `exact` by the key of the whole term, `slot` the words that may end a compound."""

    exact: Mapping[str, Lemma]
    slot: Mapping[str, Lemma]
    langste: int  # words in the longest term


@dataclass(frozen=True)
class _Groep:
    exact: Mapping[str, Lemma]
    slot: Mapping[str, Lemma]
    langste: int
    van: date
    tot: date


@dataclass(frozen=True)
class Termenlijst:
    """Every group of one list, over time."""

    groepen: tuple[_Groep, ...]
    citaten: Mapping[str, Bron]
    _samen: dict[tuple[int, ...], Termen] = field(default_factory=dict, init=False, compare=False)

    def op(self, dag: date) -> Termen:
        """The terms that hold on that day. Raises LookupError when there are none."""
        nummers = tuple(nummer for nummer, groep in enumerate(self.groepen) if groep.van <= dag <= groep.tot)
        if not nummers:
            raise LookupError(f"no terms on {dag}")
        if nummers not in self._samen:  # put together once for all days with the same groups: most of a check's time
            geldig = [self.groepen[nummer] for nummer in nummers]
            self._samen[nummers] = Termen(
                exact={naam: lemma for groep in geldig for naam, lemma in groep.exact.items()},
                slot={naam: lemma for groep in geldig for naam, lemma in groep.slot.items()},
                langste=max(groep.langste for groep in geldig),
            )
        return self._samen[nummers]


def laad(bestand: Path, categorieen: Collection[str]) -> Termenlijst:
    """Raises GegevensFout, naming file and key: unknown category or citation, a word in two categories at one time,
    `genoemd` that does not stand in its citation."""
    kop = lees(bestand, {"gemeente", "document", "titel", "sectie", "citaten", "groepen"})
    citaten = _citaten(bestand, kop)
    if not isinstance(kop["groepen"], list) or not kop["groepen"]:
        raise GegevensFout(bestand, "groepen", "is not a list of groups")
    groepen: list[_Groep] = []
    for nummer, ruw in enumerate(kop["groepen"], start=1):
        plek = f"groepen[{nummer}]"
        groep = _groep(bestand, plek, ruw, citaten, categorieen)
        _geen_tweede_categorie(bestand, plek, groep, groepen)
        groepen.append(groep)
    return Termenlijst(tuple(groepen), citaten)


def _citaten(bestand: Path, kop: dict[str, Any]) -> dict[str, Bron]:
    if not isinstance(kop["citaten"], dict):
        raise GegevensFout(bestand, "citaten", "is not a mapping")
    citaten: dict[str, Bron] = {}
    for naam, ruw in kop["citaten"].items():
        velden = vorm(bestand, f"citaten.{naam}", ruw, {"sectie", "citaat"})
        citaten[naam] = bron(bestand, f"citaten.{naam}", {**kop, "sectie": velden["sectie"]}, velden["citaat"])
    return citaten


def _groep(bestand: Path, plek: str, ruw: object, citaten: Mapping[str, Bron], categorieen: Collection[str]) -> _Groep:
    velden = vorm(bestand, plek, ruw, _VELDEN)
    if velden["categorie"] not in categorieen:
        raise GegevensFout(bestand, f"{plek}.categorie", f"unknown category {velden['categorie']!r}")
    if velden["citaat"] not in citaten:
        raise GegevensFout(bestand, f"{plek}.citaat", f"unknown citation {velden['citaat']!r}")
    herkomst, genoemd = citaten[velden["citaat"]], velden["genoemd"]
    if genoemd is not None and tekst(bestand, f"{plek}.genoemd", genoemd) not in herkomst.citaat:
        raise GegevensFout(bestand, f"{plek}.genoemd", f"{genoemd!r} does not stand in the citation")
    reden = tekst(bestand, f"{plek}.reden", velden["reden"])
    van, tot = geldigheid(bestand, plek, velden)
    exact, slot = (
        {
            sleutel(woorden(term)): Lemma(term, velden["categorie"], genoemd, reden, herkomst)
            for term in _termen(bestand, f"{plek}.{lijst}", velden[lijst])
        }
        for lijst in ("woorden", "slot")
    )
    langste = max((len(woorden(lemma.term)) for lemma in exact.values()), default=0)
    return _Groep(exact, slot, langste, van or date.min, tot or date.max)


def _termen(bestand: Path, plek: str, ruw: object) -> list[str]:
    if not isinstance(ruw, list):
        raise GegevensFout(bestand, plek, "is not a list")
    termen = [tekst(bestand, plek, term) for term in ruw]
    for term in termen:
        if not sleutel(woorden(term)):
            raise GegevensFout(bestand, plek, f"{term!r} has no letters")
    return termen


def _geen_tweede_categorie(bestand: Path, plek: str, groep: _Groep, eerdere: Collection[_Groep]) -> None:
    for ander in eerdere:
        if groep.van > ander.tot or ander.van > groep.tot:
            continue
        for lijst, nieuw, oud in (("woorden", groep.exact, ander.exact), ("slot", groep.slot, ander.slot)):
            for naam in nieuw.keys() & oud.keys():
                if nieuw[naam].categorie != oud[naam].categorie:
                    reden = f"{nieuw[naam].term!r} stands in two categories"
                    raise GegevensFout(bestand, f"{plek}.{lijst}", reden)
