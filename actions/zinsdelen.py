"""Reads a found description part by part: `kapper en winkel`, `geen restaurant`, `advies aan cafés`.

Every part must be understood. A part that is not, a word after the term that may change its meaning (`restaurant
inrichten`), or two categories in one part, is not certain: the user is asked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from actions import taal
from actions.woordvinder import T, Vondst


@dataclass(frozen=True)
class Deel(Generic[T]):
    """One part of the text, read: `zeker` tells whether it is fully understood."""

    vondsten: tuple[Vondst[T], ...]
    zeker: bool


def delen(items: Iterable[str | Vondst[T]]) -> Iterator[Deel[T]]:
    """The parts between connecting words, each read on its own; empty parts are left out."""
    deel: list[str | Vondst[T]] = []
    ontkend, met = False, False
    alle = [*items, "."]
    for plek, item in enumerate(alle):
        if isinstance(item, Vondst) or item not in taal.VERBINDINGEN or _hoort_bij_doel(deel, alle, plek):
            deel.append(item)
            continue
        if deel:
            gelezen, ontkent = _lees_deel(deel)
            if ontkend or (met and any(vondst.categorie == "detailhandel" for vondst in gelezen.vondsten)):
                # "geen winkel of café": is the café denied too? "fietsenmaker met winkel": goods may be a minor part.
                gelezen = Deel(gelezen.vondsten, zeker=not gelezen.vondsten and gelezen.zeker)
            if gelezen.vondsten or not gelezen.zeker:
                yield gelezen
            ontkend, deel = ontkend or ontkent, []
        met = item == "met"
        ontkend = ontkend and item not in taal.EINDE_ONTKENNING


def _hoort_bij_doel(deel: list[str | Vondst[T]], alle: list[str | Vondst[T]], plek: int) -> bool:
    """ "coachen van mensen met een burn-out": who it is for, not a second activity. With a known term it may be one."""
    eerder = [item for item in deel if isinstance(item, str)]
    if alle[plek] != "met" or not taal.VOORZETSEL_OVER.intersection(eerder) or not isinstance(deel[0], Vondst):
        return False
    rest = alle[plek + 1 :]
    eind = next(n for n, item in enumerate(rest) if isinstance(item, str) and item in taal.VERBINDINGEN)
    return not any(isinstance(item, Vondst) for item in rest[:eind])


def _lees_deel(deel: list[str | Vondst[T]]) -> tuple[Deel[T], bool]:
    """Reads one part; the second value tells whether it denies something."""
    if any(item in taal.ONTKENNING_ZIN for item in deel):
        return Deel(vondsten := _vondsten(deel), zeker=not vondsten), True
    ontkenning = next((plek for plek, item in enumerate(deel) if item in taal.ONTKENNING_VOOR), None)
    kop, plaats = _kop(deel[:ontkenning])
    vondsten = _vondsten(kop)
    andere = [vondst for vondst in _vondsten(plaats) if vondsten and vondst.categorie != vondsten[-1].categorie]
    begrepen = not kop or isinstance(kop[-1], Vondst)
    eenduidig = len({vondst.categorie for vondst in (*vondsten, *andere)}) <= 1
    return Deel((*vondsten, *andere), zeker=begrepen and eenduidig), ontkenning is not None


def _kop(deel: list[str | Vondst[T]]) -> tuple[list[str | Vondst[T]], list[str | Vondst[T]]]:
    """The words that say what it is (before the first preposition), and those that say where (after one of place)."""
    kop: list[str | Vondst[T]] = []
    plaats: list[str | Vondst[T]] = []
    doel: list[str | Vondst[T]] | None = kop
    for item in deel:
        if isinstance(item, str) and item in taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS:
            if kop:
                doel = plaats if item in taal.VOORZETSEL_PLAATS else None
        elif doel is not None and (isinstance(item, Vondst) or not taal.zegt_niets(item)):
            doel.append(item)
    return kop, plaats


def _vondsten(items: Iterable[str | Vondst[T]]) -> tuple[Vondst[T], ...]:
    return tuple(item for item in items if isinstance(item, Vondst))
