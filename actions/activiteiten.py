"""The activities that the policy names or means, read from `actions/parameters/{gemeente}/activiteiten.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.gegevensbestand import GegevensFout, bron, lees, tekst, vorm
from actions.taal import sleutel, woorden
from knowledge.bron import Bron
from knowledge.findings import load_findings

TOEGELATEN = ("dienstverlenend", "ambachtelijk")
CATEGORIEEN = (*TOEGELATEN, "horeca", "detailhandel", "anders")
ONZEKER = "onzeker"  # the text does not settle it; the user is asked


@dataclass(frozen=True)
class Activiteit:
    """One activity and where it belongs. `genoemd`: the policy's own words that cover it, None if it has none.

    `bron` is None for the categories whose rule is not in articles 1.1 and 1.2.
    """

    term: str
    categorie: str
    genoemd: str | None
    reden: str
    bron: Bron | None


@dataclass(frozen=True)
class Activiteiten:
    """The word list: `exact` by the key of the whole term, `slot` the words that may end a compound."""

    exact: Mapping[str, Activiteit]
    slot: Mapping[str, Activiteit]
    citaten: Mapping[str, Bron]
    opmerking_nummering: str
    langste: int  # words in the longest term


def laad(bestand: Path) -> Activiteiten:
    """Raises GegevensFout, naming file and key: unknown category, a word in two categories, `genoemd` not cited."""
    kop = lees(bestand, {"gemeente", "document", "titel", "sectie", "citaten", "bevinding_nummering", "groepen"})
    namen = {"ambachtelijk", "ambachtelijk_genoemd", "dienstverlenend", "beperkt_tot"}
    ruw = vorm(bestand, "citaten", kop["citaten"], namen)
    citaten = {naam: bron(bestand, f"citaten.{naam}", kop, ruw[naam]) for naam in ruw}
    exact: dict[str, Activiteit] = {}
    slot: dict[str, Activiteit] = {}
    if not isinstance(kop["groepen"], list):
        raise GegevensFout(bestand, "groepen", "is not a list")
    for nummer, groep in enumerate(kop["groepen"], start=1):
        _lees_groep(bestand, f"groepen[{nummer}]", groep, citaten, exact, slot)
    return Activiteiten(
        exact=exact,
        slot=slot,
        citaten=citaten,
        opmerking_nummering=_behandeling(bestand, kop["bevinding_nummering"]),
        langste=max(len(woorden(activiteit.term)) for activiteit in exact.values()),
    )


def _behandeling(bestand: Path, bevinding: object) -> str:
    """How a finding in the source is dealt with, in a sentence or two for the user."""
    for finding in load_findings():
        if finding.id == bevinding:
            return finding.behandeling
    raise GegevensFout(bestand, "bevinding_nummering", f"unknown finding {bevinding!r}")


def _lees_groep(
    bestand: Path,
    plek: str,
    groep: object,
    citaten: Mapping[str, Bron],
    exact: dict[str, Activiteit],
    slot: dict[str, Activiteit],
) -> None:
    velden = vorm(bestand, plek, groep, {"categorie", "genoemd", "reden", "woorden", "slot"})
    categorie = velden["categorie"]
    if categorie not in (*CATEGORIEEN, ONZEKER):
        raise GegevensFout(bestand, f"{plek}.categorie", f"unknown category {categorie!r}")
    citaat, genoemd = _genoemd(bestand, plek, velden, citaten)
    reden = tekst(bestand, f"{plek}.reden", velden["reden"])
    for lijst, index in (("woorden", exact), ("slot", slot)):
        if not isinstance(velden[lijst], list):
            raise GegevensFout(bestand, f"{plek}.{lijst}", "is not a list")
        for term in velden[lijst]:
            naam = sleutel(woorden(tekst(bestand, f"{plek}.{lijst}", term)))
            if not naam or (naam in index and index[naam].categorie != categorie):
                raise GegevensFout(bestand, f"{plek}.{lijst}", f"{term!r} is empty or stands in two categories")
            index[naam] = Activiteit(term, categorie, genoemd, reden, citaat)


def _genoemd(
    bestand: Path, plek: str, velden: dict[str, Any], citaten: Mapping[str, Bron]
) -> tuple[Bron | None, str | None]:
    """The citation of a group and the words in it that cover the group."""
    categorie, genoemd = velden["categorie"], velden["genoemd"]
    if categorie == "ambachtelijk" and genoemd is not None:
        citaat: Bron | None = citaten["ambachtelijk_genoemd"]
    else:
        citaat = citaten["beperkt_tot"] if categorie == ONZEKER else citaten.get(categorie)
    if genoemd is not None:
        genoemd = tekst(bestand, f"{plek}.genoemd", genoemd)
        if citaat is None or genoemd not in citaat.citaat:
            raise GegevensFout(bestand, f"{plek}.genoemd", f"{genoemd!r} does not stand in the citation")
    return citaat, genoemd
