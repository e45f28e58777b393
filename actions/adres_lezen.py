"""Reads addresses in free text: `jp coenstraat 14b`, `Javastraat 119-B`, `getfertsingel 77/12, 7513 GB Enschede`.

Nothing is guessed: a street is one of the list, as it is spelled or with a small typing error; what only looks like
one (`Nieuwe Javastraat`, `Coenstraat`) is kept as a likeness, to ask "bedoelt u …?".
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from actions import taal
from actions.adressen import reeks

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!(?:in|te|en|of|is|om|op|we|ik|er)\b)[a-z]{2}\b")
_POSTCODE_NA_NUMMER = re.compile(r"(?<=\d)([^\d]*[\s,;])[1-9]\d{3} ?[a-z]{2}\b")
_AFKORTING = re.compile(r"(?<=[a-z]{3})str\b\.?")
# A house number, what belongs to it (`b`, ` b`, `-b`, `/12`, ` 12`, ` bis`, ` a-1`, ` a 1`), and the end of a range.
_NUMMER = re.compile(
    r"(?P<nummer>\d{1,9})"
    r"(?P<toevoeging>(?:[a-z][a-z0-9]*|\s*[-/]\s*(?:[a-z]{1,3}\d*|\d{1,4}[a-z]?)(?![a-z0-9])"
    r"|\s+(?!t/m|t\.m|t\b)(?:[a-z]|\d{1,3}|[a-z]\d+|\d{1,3}[a-z]|bis|hs|huis|boven|beneden)(?![a-z0-9]))"
    r"(?:(?:\s*[-/]\s*|\s+(?=\d))[a-z0-9]{1,3}(?![a-z0-9]))*)?"
    r"(?:\s*(?:t/m|tm|t\.m\.|tot en met)\s*(?P<tot>[a-z]|\d{1,3})(?![a-z0-9]))?"
)
_VERVOLG = re.compile(r"\s*(?:,|;|en|of|&|\+)\s*(?:ook\s+)?(?:nummer|nr\.?)?\s*")
_LANGSTE_VERVOLG = 3  # digits: behind an address, four are a postcode
_HUISNUMMER = {"nummer", "nr", "no", "huisnummer"}
_UITGANG = re.compile(r"(?<=..)(straat|weg|singel|ring|dijk|laan|plein|hof|pad|kade|steeg|markt|park|plaats)$")
_LANGSTE_STRAAT = 4  # words
_TIKFOUT, _TWEE_TIKFOUTEN = 7, 14  # letters from which one and two wrong letters are read over
_LIJKT = 75  # of 100: names, their ending aside, so much alike are worth the question whether one is meant
_LOS = {  # may stand before a street without being a part of its name
    *(taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS | taal.VERBINDINGEN | taal.LIDWOORDEN),
    *("adres", "pand", "bedrijfspand", "locatie", "perceel", "gebouw", "loods", "hal"),
    *("label", "heeft", "geldt", "staat", "kopen", "welk", "is"),
}
_NAAMDEEL = {"nieuw", "nieuwe", "klein", "kleine"}  # `Nieuwe Javastraat` would be another street


@dataclass(frozen=True)
class Genoemd:
    """One address as it was read.

    `straat` is None when it is no street of the list; `lijkt_op` then has those that look like it. `tikfout`: a small
    error in `getypt` was read over. `nummer` is None when there is none. `toevoegingen`: one, or those of a range.
    """

    getypt: str
    straat: str | None = None
    tikfout: bool = False
    lijkt_op: tuple[str, ...] = ()
    nummer: int | None = None
    toevoegingen: tuple[str, ...] = ("",)

    @property
    def is_adres(self) -> bool:
        """Whether the words before the number are a street, ours or another."""
        return bool(self.straat or self.lijkt_op or _UITGANG.search(self.getypt))


def lees(tekst: str, straten: Collection[str]) -> list[Genoemd]:
    """The addresses in the text, at least one; without a house number when none goes with a street."""
    plat = _plat(tekst)
    gelezen: list[Genoemd] = []
    einde = 0
    while gevonden := _NUMMER.search(plat, einde):
        tussen = plat[einde : gevonden.start()]
        if gelezen and _VERVOLG.fullmatch(tussen) and len(gevonden["nummer"]) <= _LANGSTE_VERVOLG:
            straat = gelezen[-1]
        else:
            straat = _straat(_woorden(tussen), straten)
        gelezen.append(_met_nummer(straat, gevonden))
        einde = gevonden.end()
    if adressen := [genoemd for genoemd in gelezen if genoemd.is_adres]:
        return adressen
    zonder = _straat_ergens(_woorden(plat), straten)
    met_naam = [genoemd for genoemd in gelezen if genoemd.getypt]
    return met_naam[:1] if met_naam and not zonder.straat else [zonder]


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


def _met_nummer(straat: Genoemd, gevonden: re.Match[str]) -> Genoemd:
    delen = re.findall(r"[A-Z0-9]+", (gevonden["toevoeging"] or "").upper())
    van, tot = "-".join(delen), (gevonden["tot"] or "").upper()
    if re.fullmatch("[A-Z]-[A-Z]", van) and not tot:
        van, tot = delen
    try:
        toevoegingen = reeks(van, tot or van)
    except ValueError:  # `119 t/m 123`: a range of houses, not of additions
        toevoegingen = (f"{van}-{tot}",)
    return replace(straat, nummer=int(gevonden["nummer"]), toevoegingen=toevoegingen)


def _straat(woorden: list[str], straten: Collection[str]) -> Genoemd:
    """The street that the last words name."""
    if not woorden:
        return Genoemd("")
    sleutels = {re.sub(r"[^a-z]", "", straat.casefold()): straat for straat in straten}
    for lees_naam in (_precies, _met_tikfout):
        for aantal in range(min(_LANGSTE_STRAAT, len(woorden)), 0, -1):
            getypt = " ".join(woorden[-aantal:])
            if all(map(str.isalpha, woorden[-aantal:])) and (straat := lees_naam(getypt.replace(" ", ""), sleutels)):
                if _los(woorden[:-aantal]):
                    return Genoemd(getypt, straat, tikfout=lees_naam is _met_tikfout)
                return Genoemd(f"{woorden[-aantal - 1]} {getypt}", lijkt_op=(straat,))
    return Genoemd(woorden[-1], lijkt_op=_gelijkenis(woorden, sleutels))


def _straat_ergens(woorden: list[str], straten: Collection[str]) -> Genoemd:
    """A street anywhere in the text: `Javastraat in Enschede`."""
    gelezen = [
        _straat(woorden[:einde], straten) for einde in range(len(woorden), 0, -1) if woorden[einde - 1].isalpha()
    ]
    return max(gelezen, key=lambda genoemd: (bool(genoemd.straat), bool(genoemd.lijkt_op)), default=Genoemd(""))


def _los(ervoor: list[str]) -> bool:
    """Whether what stands before the street is no part of its name."""
    woord = ervoor[-1] if ervoor else ","
    return (woord in _LOS or not woord.isalpha() or taal.zegt_niets(woord)) and woord not in _NAAMDEEL


def _precies(getypt: str, sleutels: Mapping[str, str]) -> str | None:
    return sleutels.get(getypt)


def _met_tikfout(getypt: str, sleutels: Mapping[str, str]) -> str | None:
    """The one nearest street with the same first letter, one letter away, or two where the name is long."""
    afstand = {
        straat: OSA.distance(getypt, sleutel)
        for sleutel, straat in sleutels.items()
        if sleutel[0] == getypt[0]
        and OSA.distance(getypt, sleutel) <= (len(sleutel) >= _TIKFOUT) + (len(sleutel) >= _TWEE_TIKFOUTEN)
    }
    naast = [straat for straat in afstand if afstand[straat] == min(afstand.values())]
    return naast[0] if len(naast) == 1 else None


def _gelijkenis(woorden: list[str], sleutels: Mapping[str, str]) -> tuple[str, ...]:
    """At most three streets whose names, without `straat` or `weg`, look like the last words, or end in the last."""
    getypt = {_UITGANG.sub("", "".join(woorden[-aantal:])) for aantal in range(1, _LANGSTE_STRAAT + 1)}
    punten = {
        straat: max(
            100.0 if sleutel.endswith(woorden[-1]) and _UITGANG.search(woorden[-1]) else 0.0,
            *(fuzz.ratio(naam, _UITGANG.sub("", sleutel)) for naam in getypt),
        )
        for sleutel, straat in sleutels.items()
    }
    beste = sorted((straat for straat in punten if punten[straat] >= _LIJKT), key=lambda straat: -punten[straat])
    return tuple(beste[:3])
