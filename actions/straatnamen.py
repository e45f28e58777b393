"""Recognises a street of a list at the end of some words, or anywhere in them.

Nothing is guessed: a street is taken as it is spelled or with a small typing error; what only looks like one (`Nieuwe
Javastraat`, `Coenstraat`) is kept as a likeness, to ask "bedoelt u …?".
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from actions import taal

_UITGANG = re.compile(r"(?<=..)(straat|weg|singel|ring|dijk|laan|plein|hof|pad|kade|steeg|markt|park|plaats)$")
_LANGSTE_STRAAT = 4  # words
_MEESTE_WOORDEN = 20  # in which a street without a number is looked for
_TIKFOUT, _TWEE_TIKFOUTEN = 7, 14  # letters from which one and two wrong letters are read over
_LIJKT = 75  # of 100: names, their ending aside, so much alike are worth the question whether one is meant
_LOS = {  # may stand before a street without being a part of its name
    *(taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS | taal.VERBINDINGEN | taal.LIDWOORDEN),
    *("adres", "pand", "bedrijfspand", "locatie", "perceel", "gebouw", "loods", "hal"),
    *("label", "heeft", "geldt", "staat", "kopen", "welk", "is"),
}
_NAAMDEEL = {"nieuw", "nieuwe", "klein", "kleine"}  # `Nieuwe Javastraat` would be another street


@dataclass(frozen=True)
class Straatnaam:
    """A street as it was read.

    `naam` is None when it is no street of the list; `lijkt_op` then has those that look like it. `tikfout`: a small
    error in `getypt` was read over.
    """

    getypt: str
    naam: str | None = None
    tikfout: bool = False
    lijkt_op: tuple[str, ...] = ()

    @property
    def is_straat(self) -> bool:
        """Whether the words are a street, one of the list or another."""
        return bool(self.naam or self.lijkt_op or _UITGANG.search(self.getypt))


def lees_straat(woorden: list[str], straten: Collection[str]) -> Straatnaam:
    """The street that the last words name."""
    if not woorden:
        return Straatnaam("")
    sleutels = {re.sub(r"[^a-z]", "", straat.casefold()): straat for straat in straten}
    for lees_naam in (_precies, _met_tikfout):
        for aantal in range(min(_LANGSTE_STRAAT, len(woorden)), 0, -1):
            getypt = " ".join(woorden[-aantal:])
            if all(map(str.isalpha, woorden[-aantal:])) and (straat := lees_naam(getypt.replace(" ", ""), sleutels)):
                if _los(woorden[:-aantal]):
                    return Straatnaam(getypt, straat, tikfout=lees_naam is _met_tikfout)
                return Straatnaam(f"{woorden[-aantal - 1]} {getypt}", lijkt_op=(straat,))
    return Straatnaam(woorden[-1], lijkt_op=_gelijkenis(woorden, sleutels))


def straat_ergens(woorden: list[str], straten: Collection[str]) -> Straatnaam:
    """A street anywhere in the text, in its first words: `Javastraat in Enschede`."""
    eindes = [plek + 1 for plek, woord in enumerate(woorden[:_MEESTE_WOORDEN]) if woord.isalpha()]
    gelezen = [lees_straat(woorden[:einde], straten) for einde in reversed(eindes)]
    return max(gelezen, key=lambda straat: (bool(straat.naam), bool(straat.lijkt_op)), default=Straatnaam(""))


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
