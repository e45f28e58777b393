"""Which municipality a message names. Pure; the names are data (gemeenten.yml)."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

_NAMEN = Path(__file__).with_name("gemeenten.yml")
_TIKFOUTEN = {"enschede": 2, "hengelo": 1}  # wrong letters that are read over
_WOORD = re.compile(r"[a-zé]+", re.IGNORECASE)
_ONTKEND = re.compile(r"\b(?:niet|geen|dus niet)\s+(?:in|uit|te|van|naar)?\s*$", re.IGNORECASE)
_ALLEEN_ONTKEND = re.compile(r"^\W*(?:nee\W+)?(?:niet|geen)\s+(?:in\s+)?$", re.IGNORECASE)
_HERKOMST = re.compile(r"\b(?:uit|vanuit|van|naast|bij|ik woon in|woon in|wonen in)\s+$", re.IGNORECASE)


def vind_gemeente(tekst: str) -> str | None:
    """`enschede`, `hengelo` or `anders`; None when no place is named or when several are.

    Of several, those that are denied ("Enschede, niet Hengelo") do not count, nor those that somebody comes from ("ik
    kom uit Almelo, het pand staat in Enschede").
    """
    plekken = [(gemeente, match.start()) for gemeente, patroon in _patronen() for match in patroon.finditer(tekst)]
    plekken = plekken or _met_tikfout(tekst)
    for weg in (_ONTKEND, _HERKOMST):
        if len({gemeente for gemeente, _ in plekken}) > 1:
            plekken = [(gemeente, plek) for gemeente, plek in plekken if not weg.search(tekst[:plek])]
    if len(plekken) == 1 and _ALLEEN_ONTKEND.match(tekst[: plekken[0][1]]):
        return None
    gevonden = {gemeente for gemeente, _ in plekken}
    return gevonden.pop() if len(gevonden) == 1 else None


def _met_tikfout(tekst: str) -> "list[tuple[str, int]]":
    """The words that are a small typing error away from one of our own names."""
    return [
        (naam, match.start())
        for match in _WOORD.finditer(tekst)
        for naam, fouten in _TIKFOUTEN.items()
        if match.group()[0].lower() == naam[0]
        and abs(len(match.group()) - len(naam)) <= fouten
        and _afstand(match.group().lower(), naam) <= fouten
    ]


def _afstand(een: str, ander: str) -> int:
    """Letters to add, drop or change to make one word of the other (Levenshtein)."""
    rij = list(range(len(ander) + 1))
    for nummer, letter in enumerate(een, start=1):
        vorige, rij = rij, [nummer]
        for plek, andere in enumerate(ander, start=1):
            rij.append(min(vorige[plek] + 1, rij[-1] + 1, vorige[plek - 1] + (letter != andere)))
    return rij[-1]


@lru_cache(maxsize=1)
def _patronen() -> "tuple[tuple[str, re.Pattern[str]], ...]":
    namen = yaml.safe_load(_NAMEN.read_text(encoding="utf-8"))
    return tuple(
        (gemeente, re.compile(rf"\b(?:{'|'.join(map(re.escape, plaatsen))})\b", re.IGNORECASE))
        for gemeente, plaatsen in namen.items()
    )
