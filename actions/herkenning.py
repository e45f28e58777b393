"""Recognises an activity in free text, without ever guessing.

Order: exact word or phrase, inflection, end of a compound (only words listed for it), small typing error. Then
the reading of the sentence: every part must be understood. A part that is not, a word after the activity that may
change its meaning (`restaurant inrichten`), or two categories in one part, make the whole `onzeker`: the user is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from actions import taal
from actions.activiteiten import ONZEKER, Activiteit, Activiteiten, sleutel

_KORTSTE_TIKFOUT = 6  # letters; below this one wrong letter makes another word
_LANG_WOORD = 10  # letters; from here two wrong letters are allowed
_KORTSTE_VOORVOEGSEL = 3  # letters before the head of a compound


@dataclass(frozen=True)
class Vondst:
    """A term found. `wijze`: `exact`, `woordvorm`, `samenstelling` or `tikfout`."""

    gevonden: str
    activiteit: Activiteit
    wijze: str

    @property
    def categorie(self) -> str:
        return self.activiteit.categorie


@dataclass(frozen=True)
class Herkenning:
    """`categorie` is None when nothing was recognised, `onzeker` when the user must be asked.

    `vondsten` are the terms that led there, the deciding one first.
    """

    categorie: str | None
    vondsten: tuple[Vondst, ...] = ()


@dataclass(frozen=True)
class _Deel:
    """One part of the text, read: `zeker` tells whether it is fully understood."""

    vondsten: tuple[Vondst, ...]
    zeker: bool


def herken(tekst: str, lijst: Activiteiten) -> Herkenning:
    """Reads a description such as `kapsalon aan huis`. Deterministic; no state."""
    delen = list(_delen(_zoek(taal.woorden(tekst), lijst)))
    vondsten = tuple(vondst for deel in delen for vondst in deel.vondsten)
    zeker = [vondst for deel in delen if deel.zeker for vondst in deel.vondsten]
    for nooit in ("horeca", "detailhandel"):  # one of these settles it, whatever else the text says
        if besluit := [vondst for vondst in zeker if vondst.categorie == nooit]:
            return Herkenning(nooit, tuple(besluit))
    if not vondsten:
        return Herkenning(None)
    if not all(deel.zeker for deel in delen):
        return Herkenning(ONZEKER, vondsten)
    for categorie in (ONZEKER, "anders"):  # the strictest of several activities
        if besluit := [vondst for vondst in vondsten if vondst.categorie == categorie]:
            return Herkenning(categorie, tuple(besluit))
    return Herkenning(vondsten[0].categorie, vondsten)


def _zoek(woorden: Sequence[str], lijst: Activiteiten) -> Iterator[str | Vondst]:
    """Replaces the longest known phrase at each place by a Vondst."""
    plek = 0
    while plek < len(woorden):
        for lengte in range(min(lijst.langste, len(woorden) - plek), 0, -1):
            venster = list(woorden[plek : plek + lengte])
            if vondst := _vind(venster, lijst):
                yield vondst
                plek += lengte
                break
        else:
            yield woorden[plek]
            plek += 1


def _vind(venster: list[str], lijst: Activiteiten) -> Vondst | None:
    gevonden = " ".join(venster)
    if not (venster[0][0].isalnum() and venster[-1][0].isalnum()):
        return None
    if activiteit := lijst.exact.get(sleutel(venster)):
        return Vondst(gevonden, activiteit, "exact")
    if len(venster) > 1 or not gevonden.isalpha() or _is_taal(gevonden):
        return None
    return _vind_woord(gevonden, lijst)


def _vind_woord(woord: str, lijst: Activiteiten) -> Vondst | None:
    """One word that is in no list: an inflection, a compound, or a typing error."""
    vormen = taal.grondvormen(woord)
    for vorm in vormen:
        if activiteit := lijst.exact.get(vorm):
            return Vondst(woord, activiteit, "woordvorm")
    for vorm in vormen:
        koppen = [kop for kop in lijst.slot if vorm.endswith(kop) and len(vorm) - len(kop) >= _KORTSTE_VOORVOEGSEL]
        if koppen:
            return Vondst(woord, lijst.slot[max(koppen, key=len)], "samenstelling")
    return _vind_tikfout(woord, lijst)


def _vind_tikfout(woord: str, lijst: Activiteiten) -> Vondst | None:
    """The one nearest term with the same first letter; none when the nearest ones differ in category."""
    if len(woord) < _KORTSTE_TIKFOUT:
        return None
    grens = 2 if len(woord) >= _LANG_WOORD else 1
    afstanden = [
        (OSA.distance(woord, naam, score_cutoff=grens), naam)
        for naam in lijst.exact
        if naam[0] == woord[0] and len(naam) >= _KORTSTE_TIKFOUT
    ]
    kleinste, naam = min(afstanden, default=(grens + 1, ""))
    categorieen = {lijst.exact[kandidaat].categorie for afstand, kandidaat in afstanden if afstand == kleinste}
    if kleinste > grens or len(categorieen) > 1:
        return None
    return Vondst(woord, lijst.exact[naam], "tikfout")


def _is_taal(woord: str) -> bool:
    return (
        taal.zegt_niets(woord)
        or woord in taal.EIGEN_WOORDEN
        or woord in taal.VERBINDINGEN
        or woord in taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS
        or woord in taal.ONTKENNING_VOOR | taal.ONTKENNING_ZIN
    )


def _delen(items: Iterable[str | Vondst]) -> Iterator[_Deel]:
    """The parts between connecting words, each read on its own; empty parts are left out."""
    deel: list[str | Vondst] = []
    ontkend, met = False, False
    for item in [*items, "."]:
        if isinstance(item, Vondst) or item not in taal.VERBINDINGEN:
            deel.append(item)
            continue
        if deel:
            gelezen, ontkent = _lees_deel(deel)
            if ontkend or (met and any(vondst.categorie == "detailhandel" for vondst in gelezen.vondsten)):
                # "geen winkel of café": is the café denied too? "fietsenmaker met winkel": goods may be a minor part.
                gelezen = _Deel(gelezen.vondsten, zeker=not gelezen.vondsten and gelezen.zeker)
            if gelezen.vondsten or not gelezen.zeker:
                yield gelezen
            ontkend, deel = ontkend or ontkent, []
        met = item == "met"
        ontkend = ontkend and item not in taal.EINDE_ONTKENNING


def _lees_deel(deel: list[str | Vondst]) -> tuple[_Deel, bool]:
    """Reads one part; the second value tells whether it denies something."""
    if any(item in taal.ONTKENNING_ZIN for item in deel):
        return _Deel(vondsten := _vondsten(deel), zeker=not vondsten), True
    ontkenning = next((plek for plek, item in enumerate(deel) if item in taal.ONTKENNING_VOOR), None)
    kop, plaats = _kop(deel[:ontkenning])
    vondsten = _vondsten(kop)
    andere = [vondst for vondst in _vondsten(plaats) if vondsten and vondst.categorie != vondsten[-1].categorie]
    begrepen = not kop or isinstance(kop[-1], Vondst)
    eenduidig = len({vondst.categorie for vondst in (*vondsten, *andere)}) <= 1
    return _Deel((*vondsten, *andere), zeker=begrepen and eenduidig), ontkenning is not None


def _kop(deel: list[str | Vondst]) -> tuple[list[str | Vondst], list[str | Vondst]]:
    """The words that say what it is (before the first preposition), and those that say where (after one of place)."""
    kop: list[str | Vondst] = []
    plaats: list[str | Vondst] = []
    doel: list[str | Vondst] | None = kop
    for item in deel:
        if isinstance(item, str) and item in taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS:
            if kop:
                doel = plaats if item in taal.VOORZETSEL_PLAATS else None
        elif doel is not None and (isinstance(item, Vondst) or not taal.zegt_niets(item)):
            doel.append(item)
    return kop, plaats


def _vondsten(items: Iterable[str | Vondst]) -> tuple[Vondst, ...]:
    return tuple(item for item in items if isinstance(item, Vondst))
