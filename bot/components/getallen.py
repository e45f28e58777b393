"""Dutch numbers in running text: "1.200", "95,5", "honderdtwintig", "anderhalve", "een derde", "30%".

Pure functions; the Rasa component that uses them is gegevens.py. A number is a float without unit.
"""

import re

_EENHEDEN = {
    "nul": 0, "een": 1, "één": 1, "eén": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
    "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TIENTALLEN = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
_HALVEN = {"anderhalf": 1.5, "anderhalve": 1.5, "halve": 0.5, "half": 0.5}
_DELEN = {
    "de helft": 1 / 2, "helft": 1 / 2, "een derde": 1 / 3, "één derde": 1 / 3, "twee derde": 2 / 3,
    "een kwart": 1 / 4, "één kwart": 1 / 4, "kwart": 1 / 4, "drie kwart": 3 / 4, "driekwart": 3 / 4,
    "een vijfde": 1 / 5, "één vijfde": 1 / 5, "een tiende": 1 / 10, "één tiende": 1 / 10,
}  # fmt: skip

_ONDER_TIEN = "|".join(sorted((w for w, n in _EENHEDEN.items() if 0 < n < 10), key=len, reverse=True))
_TIENTAL = "|".join(_TIENTALLEN)
_EENHEID = "|".join(sorted(_EENHEDEN, key=len, reverse=True))
_ONDER_HONDERD = rf"(?:(?:{_ONDER_TIEN})(?:en|ën)(?:{_TIENTAL})|{_TIENTAL}|{_EENHEID})"
_ONDER_DUIZEND = rf"(?:(?:{_ONDER_HONDERD})?honderd(?:\s*(?:en\s*)?{_ONDER_HONDERD})?|{_ONDER_HONDERD})"

WOORD = (
    rf"(?:(?:{_ONDER_DUIZEND})?duizend(?:\s*(?:en\s*)?{_ONDER_DUIZEND})?"
    rf"|(?:{_ONDER_TIEN})(?:e|ë)nhal(?:f|ve)|{'|'.join(_HALVEN)}|{_ONDER_DUIZEND})"
)
CIJFERS = r"-?\s?(?:\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
GETAL = rf"(?:(?<![\w.,]){CIJFERS}|\b{WOORD}\b)"
DEEL = rf"(?:(?<![\w.,])\d+(?:[.,]\d+)?\s*(?:%|procent\b)|\b(?:{'|'.join(sorted(_DELEN, key=len, reverse=True))})\b)"

_WOORD = re.compile(rf"^{WOORD}$")


def lees_getal(tekst: str) -> float | None:
    """The value of one number, in digits or in words; None when the text is not one number."""
    schoon = tekst.strip().lower()
    if re.fullmatch(CIJFERS, schoon):
        return _cijfers(schoon)
    if _WOORD.match(schoon):
        return _woorden(schoon)
    return None


def lees_deel(tekst: str) -> float | None:
    """The value of a share ("30%", "een derde"), between 0 and 1 as a rule; None when the text is not a share."""
    schoon = re.sub(r"\s+", " ", tekst.strip().lower())
    procent = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:%|procent)", schoon)
    if procent:
        return float(procent.group(1).replace(",", ".")) / 100
    return _DELEN.get(schoon)


def _cijfers(tekst: str) -> float:
    kaal = tekst.replace(" ", "")
    if re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?", kaal):
        kaal = kaal.replace(".", "")  # a dot before three digits separates thousands
    return float(kaal.replace(",", "."))


def _woorden(tekst: str) -> float:
    kaal = re.sub(r"\s+", "", tekst)
    if kaal in _HALVEN:
        return _HALVEN[kaal]
    half = re.fullmatch(rf"({_ONDER_TIEN})(?:e|ë)nhal(?:f|ve)", kaal)
    if half:
        return _EENHEDEN[half.group(1)] + 0.5
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
