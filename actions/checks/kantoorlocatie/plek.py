"""Which place of the policy a description means, without ever guessing.

A place is meant when it is named and not denied (`niet op het Kennispark`) or only near (`naast het Kennispark`), and
no other place is named beside it. A place that is not in the list is elsewhere: the policy treats all the rest alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actions import taal
from actions.termen import Lemma, Termen
from actions.woordvinder import Vondst, lijkt_op, zoek

MET_NAAM = ("kennispark", "zuiderval", "ceecee")  # no further limit than the name
STATIONSGEBIED, SINGEL, BEDRIJVENTERREIN = "stationsgebied", "singel", "bedrijventerrein"
CENTRUM = "centrum"  # partly near the station: the walking time decides
MONUMENT, ELDERS, ONZEKER = "monument", "elders", "onzeker"
_GEEN_PLEK = "geen_plek"
CATEGORIEEN = (*MET_NAAM, STATIONSGEBIED, SINGEL, BEDRIJVENTERREIN, CENTRUM, MONUMENT, ELDERS, ONZEKER, _GEEN_PLEK)

_ONTKENNING = taal.ONTKENNING_VOOR | taal.ONTKENNING_ZIN
_RUIM = (STATIONSGEBIED, CENTRUM, ELDERS, MONUMENT)  # `bij het station`: near is near enough to ask or to be elsewhere
_SAMEN = {  # two names that go together, and which of the two counts
    frozenset((STATIONSGEBIED, CENTRUM)): STATIONSGEBIED,
    frozenset((BEDRIJVENTERREIN, ELDERS)): BEDRIJVENTERREIN,
    frozenset((CENTRUM, ELDERS)): CENTRUM,
}


@dataclass(frozen=True)
class Plek:
    """`categorie` is None when the text names no place at all, `onzeker` when the user must be asked.

    `vondsten`: the terms that led there; none when the place is `elders` because the policy does not name it.
    """

    categorie: str | None
    vondsten: tuple[Vondst[Lemma], ...] = ()
    monument: bool = False


def herken_plek(tekst: str, termen: Termen) -> Plek:
    """Reads a description such as `monumentaal pand aan de Singel`. Deterministic; no state."""
    items = _zonder_herkenningspunt(list(zoek(taal.woorden(tekst), termen)))
    gevonden = tuple(item for item in items if isinstance(item, Vondst) and item.categorie != _GEEN_PLEK)
    monument = any(vondst.categorie == MONUMENT for vondst in gevonden)
    plekken = tuple(vondst for vondst in gevonden if vondst.categorie != MONUMENT)
    categorieen = frozenset(vondst.categorie for vondst in plekken)
    if any(item in _ONTKENNING for item in items) or _ernaast(items) or ONZEKER in categorieen:
        return Plek(ONZEKER, gevonden)
    if categorieen:
        enige = next(iter(categorieen)) if len(categorieen) == 1 else _SAMEN.get(categorieen, ONZEKER)
        return Plek(enige, gevonden, monument)
    onbekend = [item for item in items if isinstance(item, str) and _zegt_iets(item)]
    if twijfel := [lemma for woord in onbekend for lemma in lijkt_op(woord, termen) if lemma.categorie != _GEEN_PLEK]:
        return Plek(ONZEKER, (Vondst(" ".join(onbekend), twijfel[0], "lijkt op"),), monument)
    if onbekend:
        return Plek(ELDERS, gevonden, monument)
    return Plek(MONUMENT if monument else None, gevonden, monument)


def _zonder_herkenningspunt(items: list[str | Vondst[Lemma]]) -> list[str | Vondst[Lemma]]:
    """ "Kennispark, bij de UT": behind a place that is certain, what it is near to says nothing more."""
    for plek, item in enumerate(items):
        if not (isinstance(item, Vondst) and item.categorie == ONZEKER):
            continue
        voor = [een for een in items[:plek] if een not in taal.LIDWOORDEN]
        if (
            voor
            and voor[-1] in taal.NIET_ERIN
            and any(isinstance(een, Vondst) and een.categorie in MET_NAAM for een in voor)
        ):
            return [*items[: items.index(voor[-1])], *items[plek + 1 :]]
    return items


def _ernaast(items: Sequence[str | Vondst[Lemma]]) -> bool:
    """Whether a place is named that it is only near to."""
    voorgaande: str | Vondst[Lemma] = ""
    for item in items:
        if isinstance(item, Vondst) and voorgaande in taal.NIET_ERIN and item.categorie not in (*_RUIM, _GEEN_PLEK):
            return True
        if item not in taal.LIDWOORDEN:
            voorgaande = item
    return False


def _zegt_iets(woord: str) -> bool:
    plaatswoorden = taal.VOORZETSEL_PLAATS | taal.VOORZETSEL_OVER | taal.NIET_ERIN | taal.LIDWOORDEN
    return woord.isalpha() and not taal.zegt_niets(woord) and woord not in plaatswoorden | taal.VERBINDINGEN | {"langs"}
