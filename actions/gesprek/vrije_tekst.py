"""What a message certainly says for a field in the user's own words: the part that the check itself recognises.

The words are read by the check, so that its names, nicknames and typing errors hold here as well. Nothing is guessed:
what the check does not know, knows in two ways, or hears denied, is not taken and will be asked.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from actions import taal
from actions.activiteit_vinden import vind_activiteit
from actions.adres_lezen import lees as lees_adressen
from actions.checks import Check
from actions.checks.informele_locatie import TABEL
from actions.checks.otb_gebied import NAMEN
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.gemeenten import eigen_gemeente
from actions.uitkomst import InvoerFouten

# Before an answer, these say that it corrects an earlier one, and nothing of what it is.
_AANLOOP = re.compile(
    r"^(?:(?:nee+|ja|oh|eh+|uh+|hm+|sorry|wacht|toch|eigenlijk|ik bedoel(?:de)?|bedoel(?:de)? ik|het is|dat is"
    r"|en als het|en als ik|en als|stel dat het|stel|wat als het|wat als|maar)\b[\s,.:!]*)+",
    re.IGNORECASE,
)
_AFLOOP = re.compile(
    r"[\s,.]*\b(?:bedoel(?:de)? ik|graag|alstublieft|aub|denk ik|is het|wordt het|zijn|is)[\s.!]*$", re.I
)
_VERZOEK = re.compile(
    r"\b(?:(?:doe|start|begin|open)\s+(?:maar\s+)?(?:met\s+)?(?:de|een)\s+check(?:\s+voor)?|ga na of"
    r"|(?:wilt|kunt|kan|kun) (?:u|je) nagaan of|check(?: of)?|controleer(?: of)?|kijk of|toets(?: of)?"
    r"|zoek(?: het label van)?)\b",
    re.IGNORECASE,
)
_LANGSTE_TERREIN = 5  # words in a name of a business park


def zegt_zeker(veld: str, tekst: str, check: Check) -> str | None:
    """The value of the field in as few words as do; None when the message does not certainly say it."""
    lees = _LEZERS.get(veld)
    return lees(kaal(tekst), check) if lees else None


def aangevuld(veld: str, eerder: str, tekst: str, check: Check) -> str | None:
    """The value of the field, when the message gives the rest of what was said before: `Campus`, `119 B`."""
    if veld != "terrein":
        return zegt_zeker(veld, f"{eerder} {tekst}", check)
    eerst = NAMEN.zoek(eerder).passend
    eigen = next((woord for woord in eerder.split() if len(NAMEN.zoek(woord).passend) > 1), eerder)
    woorden = re.findall(r"[^\s,;:.!?]+", kaal(tekst))
    for lengte in range(min(_LANGSTE_TERREIN, len(woorden)), 0, -1):  # "die bij KW2, zuidwest dus"
        for begin in range(len(woorden) - lengte + 1):
            ervoor = woorden[begin - 1].lower() if begin else ""
            if ervoor in taal.ONTKENNING_VOOR | taal.ONTKENNING_ZIN or woorden[begin].lower() in taal.VERBINDINGEN:
                continue
            for begint in (
                eerder,
                eigen,
            ):  # "Westermaat" + "zuidwest"; of "Twentekanaal Zuid" the other one: "nee, Noord"
                samen = " ".join((begint, *woorden[begin : begin + lengte]))
                passend = NAMEN.zoek(samen).passend
                if passend and (len(passend) < len(eerst) or (len(passend) == 1 and passend != eerst)):
                    return samen
    return None


def kaal(tekst: str) -> str:
    """The message without what people say around an answer, and without the request for a check."""
    return _AFLOOP.sub("", _AANLOOP.sub("", _VERZOEK.sub(" ", tekst).strip())).strip(" ,.!?")


def _activiteit(tekst: str, check: Check) -> str | None:
    return vind_activiteit(tekst, check)


def _herkend(veld: str, is_zeker: Callable[[Any], bool], kern: str) -> Callable[[str, Check], str | None]:
    """By what the check reports as `{veld}Herkend`; `kern`: the key that says what it was taken for."""

    def lees(tekst: str, check: Check) -> str | None:
        for poging in (tekst, _zonder_bijzaken(tekst, check)):
            gelezen = _lezing(veld, poging, check)
            if gelezen is None or not gelezen["vondsten"] or not is_zeker(gelezen):
                continue
            kort = _zoals_getypt(str(gelezen["vondsten"][0]["gevonden"]), poging)
            alleen = _lezing(veld, kort, check)
            return kort if alleen is not None and alleen[kern] == gelezen[kern] and _een(gelezen) else poging
        return None

    return lees


def _een(gelezen: Mapping[str, Any]) -> bool:
    return len({vondst["categorie"] for vondst in gelezen["vondsten"]}) == 1


def _lezing(veld: str, tekst: str, check: Check) -> Any:
    try:
        gegevens: Any = check.beoordeel({"gemeente": eigen_gemeente(check), veld: tekst}).gegevens
    except InvoerFouten:  # nothing left, or too long
        return None
    return gegevens.get(f"{veld}Herkend")


def _zoals_getypt(gevonden: str, tekst: str) -> str:
    plek = tekst.casefold().find(gevonden.casefold())
    return tekst[plek : plek + len(gevonden)] if plek >= 0 else gevonden


def _zonder_bijzaken(tekst: str, check: Check) -> str:
    """Without amounts, and without the words of the check and of its other fields ("een kavel voor …")."""
    return " ".join(_bijzaken(check.naam).sub(" ", tekst).split())


@lru_cache(maxsize=16)
def _bijzaken(check: str) -> re.Pattern[str]:
    eigen = checkteksten()[check]
    woorden = [*eigen.namen, *(woord for woord in eigen.woorden if "+" not in woord), *eigen.vul]
    for veld in eigen.velden.values():
        woorden += [woord for zinnen in veld.zegt.values() for woord in zinnen]
    langste_eerst = "|".join(map(re.escape, sorted(woorden, key=len, reverse=True)))
    return re.compile(rf"\b(?:{langste_eerst})\b|\d[\d.,]*\s*(?:m2|m²|ha|hectare|meter)?", re.IGNORECASE)


def _adres(tekst: str, check: Check) -> str | None:
    """The text, when it names a street with a house number; what comes before a known street is left out."""
    genoemd = [adres for adres in lees_adressen(tekst, TABEL.straten) if adres.straat.is_straat and adres.nummer]
    if not genoemd:
        return None
    begin = max(tekst.casefold().find(genoemd[0].straat.getypt), 0)
    woorden = tekst[begin:].split()
    for aantal in range(2, len(woorden)):  # "Javastraat 119 verbouwen tot woningen": no more than the address
        stuk = " ".join(woorden[:aantal]).rstrip(".,;")
        if lees_adressen(stuk, TABEL.straten) == genoemd:
            return stuk
    return tekst[begin:]


def _terrein(tekst: str, check: Check) -> str | None:
    """The longest run of words that names a park of the list, when it is not denied or only near."""
    woorden = re.findall(r"[^\s,;:!?]+", tekst)
    for lengte in range(min(_LANGSTE_TERREIN, len(woorden)), 0, -1):
        for begin in range(len(woorden) - lengte + 1):
            stuk = " ".join(woorden[begin : begin + lengte])
            ervoor = woorden[begin - 1].lower() if begin else ""
            if ervoor in taal.NIET_ERIN | taal.ONTKENNING_VOOR | taal.ONTKENNING_ZIN:
                continue
            if passend := NAMEN.zoek(stuk).passend:
                return _zonder_aanloop(stuk.split(), passend)
    return None


def _zonder_aanloop(woorden: list[str], passend: tuple[str, ...]) -> str:
    """`Westermaat Campus` of `ik zit op Westermaat Campus`."""
    while len(woorden) > 1 and NAMEN.zoek(" ".join(woorden[1:])).passend == passend:
        woorden = woorden[1:]
    return " ".join(woorden)


_LEZERS: Mapping[str, Callable[[str, Check], str | None]] = {
    "activiteit": _activiteit,
    "locatie": _herkend("locatie", lambda gelezen: gelezen["plek"] != "onzeker", "plek"),
    "sector": _herkend("sector", lambda gelezen: gelezen["categorie"] != "onzeker", "categorie"),
    "functie": _herkend("functie", lambda gelezen: gelezen["begrepen"], "functies"),
    "adres": _adres,
    "terrein": _terrein,
}
