"""Finds which of a few choices a message means, by phrases."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

_KORTSTE_TIKFOUT = 7  # letters; in a shorter word one wrong letter may make another
_ONTKEND = re.compile(r"\b(?:niet|geen)\s+(?:(?:de|het|een|in|op|bij)\s+)*$", re.IGNORECASE)
_LANG = 10  # letters; from here two may be wrong


def keuze(tekst: str, woorden: Mapping[str, Iterable[str]]) -> str | None:
    """The one choice whose phrases stand in the text; None when there is none, or more than one.

    A phrase within a longer one does not count: "niet in het centrum" is not "in het centrum". Nor does one that is
    denied: "niet de blauwe".
    """
    gevonden: list[tuple[int, int, str]] = []
    for waarde, zinnen in woorden.items():
        for zin in zinnen:
            plekken = (plek.span() for plek in _patroon(zin).finditer(tekst))
            gevonden += [(*plek, waarde) for plek in plekken if not _ONTKEND.search(tekst[: plek[0]])]
    langst = [
        een
        for een in gevonden
        if not any(ander[0] <= een[0] and een[1] <= ander[1] and ander[:2] != een[:2] for ander in gevonden)
    ]
    waarden = {waarde for _, _, waarde in langst}
    return waarden.pop() if len(waarden) == 1 else None


def keuze_met_tikfout(tekst: str, woorden: Mapping[str, Iterable[str]]) -> str | None:
    """The one choice of which a long word stands in the text with a small typing error; None for none or several."""
    getypt = [woord for woord in re.findall(r"[^\W\d_]+", tekst.lower()) if len(woord) >= _KORTSTE_TIKFOUT]
    gevonden = {
        waarde
        for waarde, zinnen in woorden.items()
        for naam in (deel for zin in zinnen for deel in re.findall(r"[^\W\d_]+", zin.lower()))
        if len(naam) >= _KORTSTE_TIKFOUT
        for woord in getypt
        if OSA.distance(woord, naam, score_cutoff=1 + (len(naam) >= _LANG)) <= 1 + (len(naam) >= _LANG)
    }
    return gevonden.pop() if len(gevonden) == 1 else None


def noemt(tekst: str, zinnen: Iterable[str]) -> bool:
    """Whether one of the phrases stands in the text; `a + b` is both."""
    return any(all(deel.search(tekst) for deel in delen) for delen in _een_van(tuple(zinnen)))


@lru_cache(maxsize=200)
def _een_van(zinnen: tuple[str, ...]) -> list[list[re.Pattern[str]]]:
    """One of these must be there, whole. All phrases of one part are one pattern: one look at the text."""
    enkel = [_zin(zin) for zin in zinnen if " + " not in zin]
    samen = [[_patroon(deel) for deel in zin.split(" + ")] for zin in zinnen if " + " in zin]
    return [*([[_heel("|".join(enkel))]] if enkel else []), *samen]


@lru_cache(maxsize=2000)
def _patroon(zin: str) -> re.Pattern[str]:
    return _heel(_zin(zin))


def _zin(zin: str) -> str:
    """A space may be a hyphen as well."""
    return "[ _-]+".join(re.escape(deel) for deel in re.split(r"[\s_-]+", zin.strip()))


def _heel(patroon: str) -> re.Pattern[str]:
    """Whole words."""
    return re.compile(rf"(?<!\w)(?:{patroon})(?![\w+])", re.IGNORECASE)
