"""Dutch numbers in running text: "1.200", "95,5", "honderdtwintig", "anderhalve", "twee en een half", "een derde".

Pure functions; hoeveelheden.py uses them. A number is a float without unit.
"""

import re

_EENHEDEN = {
    "nul": 0, "een": 1, "één": 1, "eén": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
    "eentje": 1, "tweetal": 2, "drietal": 3, "viertal": 4, "vijftal": 5, "zestal": 6, "tiental": 10,
    # English, as far as it is no other Dutch word ("ten minste")
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TIENTALLEN = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_HALVEN = {"anderhalf": 1.5, "anderhalve": 1.5, "halve": 0.5, "half": 0.5}
_HELFT = {"helft": 1 / 2, "kwart": 1 / 4, "driekwart": 3 / 4}
_NOEMERS = {"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}
_KLEINSTE_NOEMER, _GROOTSTE_NOEMER = 2, 10  # "1/3" is a share; "24/7" and "77/12" are something else

_ONDER_TIEN = "|".join(sorted((w for w, n in _EENHEDEN.items() if 0 < n < 10), key=len, reverse=True))
_TIENTAL = "|".join(_TIENTALLEN)
_EENHEID = "|".join(sorted(_EENHEDEN, key=len, reverse=True))
_ONDER_HONDERD = rf"(?:(?:{_ONDER_TIEN})\s?(?:en|ën)\s?(?:{_TIENTAL})|{_TIENTAL}|{_EENHEID})"
_ONDER_DUIZEND = rf"(?:(?:{_ONDER_HONDERD})?honderd(?:\s*(?:en\s*)?{_ONDER_HONDERD})?|{_ONDER_HONDERD})"
_EN_EEN_HALF = rf"(?:{_ONDER_TIEN})(?:e|ë)nhal(?:f|ve)"

_HEEL = (
    rf"(?:(?:(?:{_EN_EEN_HALF}|anderhalf)\s?|{_ONDER_DUIZEND}\s?)?duizend(?:\s*(?:en\s*)?{_ONDER_DUIZEND})?|"
    rf"{_EN_EEN_HALF}|{'|'.join(_HALVEN)}|{_ONDER_DUIZEND})"
)
WOORD = rf"(?:{_HEEL}\s+komma\s+{_ONDER_HONDERD}|{_ONDER_HONDERD}\s+en\s+een\s+hal(?:f|ve)|{_HEEL})"
CIJFERS = (
    r"(?:-?\s?(?:\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?:k\b|\s+en\s+een\s+hal(?:f|ve)\b|\s?duizend\b)?)"
)
# How a number word may begin: looked at before the long list of words is tried, at every word of a message.
_BEGINT = r"(?=n[eiu]|e[eéil]|é|t[wihae]|d[reu]|v[ie]|z[e]|a[cn]|h[ao]|o[n]|f[oi]|s[ie])"
GETAL = rf"(?:(?<![\w.,/]){CIJFERS}|\b{_BEGINT}{WOORD}\b)"
DEEL = (
    rf"(?:\b(?:(?:{_EENHEID})\s?(?:{'|'.join(_NOEMERS)})|(?:de\s+)?(?:{'|'.join(_HELFT)}))(?:\s?deel)?\b"
    r"|(?<![\d/.,-])[1-9]/(?:10|[2-9])(?![\d/]))"
)

_WOORD = re.compile(rf"^{WOORD}$")
_EN_HALF = re.compile(r"^(.+?)\s+en\s+een\s+hal(?:f|ve)$")
_BREUK = re.compile(rf"^({_EENHEID})({'|'.join(_NOEMERS)})$")


def lees_getal(tekst: str) -> float | None:
    """The value of one number, in digits or in words; None when the text is not one number."""
    schoon = re.sub(r"\s+", " ", tekst.strip().lower())
    if half := _EN_HALF.match(schoon):
        heel = lees_getal(half.group(1))
        return None if heel is None else heel + 0.5
    if duizend := re.fullmatch(r"(-?\s?[\d.,]+)\s?(?:k|duizend)", schoon):
        return _cijfers(duizend.group(1)) * 1000
    if re.fullmatch(CIJFERS, schoon):
        return _cijfers(schoon)
    if _WOORD.match(schoon):
        return _woorden(schoon)
    return None


def lees_deel(tekst: str) -> float | None:
    """The value of a share ("30%", "een derde", "1/3"), between 0 and 1 as a rule; None for no share."""
    schoon = re.sub(r"\s+", "", tekst.strip().lower())
    if procent := re.fullmatch(r"(\d+(?:[.,]\d+)?)(?:%|procent)", schoon):
        return float(procent.group(1).replace(",", ".")) / 100
    if breuk := re.fullmatch(r"(\d)/(\d+)", schoon):
        noemer = int(breuk.group(2))
        return int(breuk.group(1)) / noemer if _KLEINSTE_NOEMER <= noemer <= _GROOTSTE_NOEMER else None
    schoon = re.sub(r"deel$", "", schoon)
    if breuk := _BREUK.match(schoon):
        return _EENHEDEN[breuk.group(1)] / _NOEMERS[breuk.group(2)]
    return _HELFT.get(re.sub(r"^de", "", schoon))


def _cijfers(tekst: str) -> float:
    kaal = tekst.replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", kaal):
        kaal = kaal.replace(".", "")  # a dot before three digits separates thousands
    return float(kaal.replace(",", "."))


def _woorden(tekst: str) -> float:
    heel, komma, na = tekst.partition(" komma ")
    if komma:
        cijfers = _onder_honderd(re.sub(r"\s+", "", na))
        return float(f"{int(_woorden(heel))}.{cijfers}")
    kaal = re.sub(r"\s+", "", tekst)
    if kaal in _HALVEN:
        return _HALVEN[kaal]
    if half := re.fullmatch(rf"(?:({_ONDER_TIEN})(?:e|ë)n|ander)hal(?:f|ve)(duizend)?", kaal):
        return (_EENHEDEN.get(half.group(1) or "een", 0) + 0.5) * (1000 if half.group(2) else 1)
    duizend, rest = _splits(kaal, "duizend")
    return float(duizend * 1000 + _onder_duizend(rest))


def _onder_duizend(tekst: str) -> int:
    honderd, rest = _splits(tekst, "honderd")
    return honderd * 100 + _onder_honderd(rest)


def _onder_honderd(tekst: str) -> int:
    if not tekst:
        return 0
    if tekst in _EENHEDEN:
        return _EENHEDEN[tekst]
    samen = re.fullmatch(rf"(?:({_ONDER_TIEN})(?:en|ën))?({_TIENTAL})", tekst)
    if samen is None:
        raise ValueError(f"not a Dutch number word: {tekst}")
    return _EENHEDEN.get(samen.group(1) or "nul", 0) + _TIENTALLEN[samen.group(2)]


def _splits(tekst: str, woord: str) -> "tuple[int, str]":
    """How many times `woord` ("duizend", "honderd") the number holds, and what is left: "twaalfhonderdvijf" -> 12,
    "vijf"."""
    voor, gevonden, na = tekst.partition(woord)
    if not gevonden:
        return 0, tekst
    na = re.sub(r"^en(?=.)", "", na)
    aantal = 1 if not voor else _onder_duizend(voor) if woord == "duizend" else _onder_honderd(voor)
    return aantal, na
