"""The energy label that a message names, from A+++++ to G. Pure."""

import re

_LABEL = re.compile(
    r"\b(?:energie\s?)?(?:label|klasse)\s*(?:is|:|van|wordt|heeft|=)?\s*(?:een\s+)?(?P<een>[a-g](?:\s?plus\b|\++)?)(?![\w'])"
    r"(?:\s*(?:of|/|tot|-)\s*(?P<ander>[a-g]\+*)(?![\w']))?"
    r"|\b(?P<voor>[a-g]\+*)[- ]?label\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"^\W*(?:het is |is |een |dat is |ik denk )*(?P<een>[a-g](?:\s?plus|\++)?)(?:\W+(?:denk|geloof|"
    r"dacht|meen) ik|\W+volgens mij|\W+helaas|\W+hoor)?\W*$",
    re.IGNORECASE,
)


def vind_energielabel(tekst: str) -> str | None:
    """`A++`, `C`; of two ("C of D") the worse one. None when none is named."""
    match = _LABEL.search(tekst) or _LETTER.match(tekst)
    if match is None:
        return None
    groepen = [stuk for stuk in match.groupdict().values() if stuk]
    return max((_geschreven(stuk) for stuk in groepen), key=lambda label: (label[0], -len(label)))


def _geschreven(label: str) -> str:
    return re.sub(r"\s?PLUS", "+", label.upper())
