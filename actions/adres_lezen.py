"""Reads addresses in free text: `jp coenstraat 14b`, `Javastraat 119-B`, `getfertsingel 77/12, 7513 GB Enschede`."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from actions.adressen import reeks
from actions.straatnamen import Straatnaam, lees_straat, straat_ergens

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!(?:in|te|en|of|is|om|op|we|ik|er)\b)[a-z]{2}\b")
_POSTCODE_NA_NUMMER = re.compile(r"(?<=\d)([^\d]*[\s,;])[1-9]\d{3} ?[a-z]{2}\b")
_AFKORTING = re.compile(r"(?<=[a-z]{3})str\b\.?")
# A house number, what belongs to it (`b`, ` b`, `-b`, `/12`, ` 12`, ` bis`, ` a-1`, ` a 1`), and the end of a range.
_NUMMER = re.compile(
    r"(?P<nummer>\d{1,9})"
    r"(?P<toevoeging>(?:[a-z][a-z0-9]*|\s*[-/]\s*(?:[a-z]{1,3}\d*|\d{1,4}[a-z]?)(?![a-z0-9])"
    r"|\s+(?:unit|toevoeging|letter|appartement|app\.?|apt\.?|box|kamer|nummer|nr\.?)\s*(?:[a-z]|\d{1,3}|\d{1,3}[a-z])(?![a-z0-9])"
    r"|\s+(?!t/m|t\.m|t\s+(?:en\s+met|m)\b)(?:[a-z]|\d{1,3}|[a-z]\d+|\d{1,3}[a-z]|bis|hs|huis|boven|beneden)(?![a-z0-9]))"
    r"(?:(?:\s*[-/]\s*|\s+(?=\d))[a-z0-9]{1,3}(?![a-z0-9]))*)?"
    r"(?:\s*(?:t/m|tm|t\.m\.|tot en met)\s*(?P<tot>[a-z]|\d{1,3})(?![a-z0-9]))?"
)
_WOORD_ERVOOR = re.compile(r"^\s*(?:unit|toevoeging|letter|appartement|app|apt|box|kamer|nummer|nr)\b\.?")
_VERVOLG = re.compile(r"\s*(?:,|;|en|of|&|\+)\s*(?:ook\s+)?(?:nummer|nr\.?)?\s*")
_LANGSTE_VERVOLG = 3  # digits: behind an address, four are a postcode
_HUISNUMMER = {"nummer", "nr", "no", "huisnummer", "huisnr"}


@dataclass(frozen=True)
class Genoemd:
    """One address as it was read. `nummer` is None when there is none. `toevoegingen`: one, or those of a range."""

    straat: Straatnaam
    nummer: int | None = None
    toevoegingen: tuple[str, ...] = ("",)


def lees(tekst: str, straten: Collection[str]) -> list[Genoemd]:
    """The addresses in the text, at least one; without a house number when none goes with a street."""
    plat = _plat(tekst)
    gelezen: list[Genoemd] = []
    einde = 0
    while gevonden := _NUMMER.search(plat, einde):
        tussen = plat[einde : gevonden.start()]
        if gelezen and _VERVOLG.fullmatch(tussen) and len(gevonden["nummer"]) <= _LANGSTE_VERVOLG:
            straat = gelezen[-1].straat
        else:
            straat = lees_straat(_woorden(tussen), straten)
        gelezen.append(Genoemd(straat, int(gevonden["nummer"]), _toevoegingen(gevonden)))
        einde = gevonden.end()
    if adressen := [genoemd for genoemd in gelezen if genoemd.straat.is_straat]:
        return adressen
    zonder = straat_ergens(_woorden(plat), straten)
    met_naam = [genoemd for genoemd in gelezen if genoemd.straat.getypt]
    return met_naam[:1] if met_naam and not zonder.naam else [Genoemd(zonder)]


def _plat(tekst: str) -> str:
    """Lower case, without accents, apostrophes and postcodes; `str.` written out."""
    plat = unicodedata.normalize("NFKD", tekst.casefold())
    plat = "".join(teken for teken in plat if not unicodedata.combining(teken))
    plat = " ".join(re.sub(r"['’‘`´]", "", plat).replace("–", "-").split())
    plat = _POSTCODE_NA_NUMMER.sub(r"\1", _POSTCODE.sub(" ", plat))
    return _AFKORTING.sub("straat ", plat)


def _woorden(tekst: str) -> list[str]:
    woorden = re.findall(r"[a-z]+|[,;:?!]", tekst)
    while woorden and (woorden[-1] in _HUISNUMMER or not woorden[-1].isalpha()):
        woorden.pop()
    return woorden


def _toevoegingen(gevonden: re.Match[str]) -> tuple[str, ...]:
    toevoeging = _WOORD_ERVOOR.sub("", gevonden["toevoeging"] or "")
    delen = re.findall(r"[A-Z0-9]+", toevoeging.upper())
    van, tot = "-".join(delen), (gevonden["tot"] or "").upper()
    if re.fullmatch("[A-Z]-[A-Z]", van) and not tot:
        van, tot = delen
    try:
        return reeks(van, tot or van)
    except ValueError:  # `119 t/m 123`: a range of houses, not of additions
        return (f"{van}-{tot}",)
