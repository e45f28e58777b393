"""Finds the business parks that a name fits, word by word. A word that is understood by none of them fits nothing."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rapidfuzz.distance import OSA

from actions import taal
from actions.gegevensbestand import GegevensFout, lees, tekst, vorm

# Around a name these say nothing. No others: `naast Westermaat Campus` and `niet op Westermaat Plein` are elsewhere.
_VUL = {
    *("de", "het", "een", "op", "in", "te", "ik", "wij", "we", "zit", "zitten", "en", "mijn", "ons", "bedrijf", "deel"),
    *(
        "aan",
        "dat",
        "dit",
        "dus",
        "is",
        "heet",
        "ligt",
        "liggen",
        "geloof",
        "denk",
        "volgens",
        "mij",
        "onze",
        "pand",
        "hal",
    ),
    "loods",
    *("bedrijventerrein", "bedrijvenpark", "industrieterrein", "industriegebied", "terrein", "gevestigd", "staat"),
}
_IN_DE_BUURT = re.compile(r"[,;(]\s*(?:bij|naast|tegenover|achter|vlakbij|dichtbij)\s+\w", re.IGNORECASE)
_KORTSTE_TIKFOUT = 6  # letters; below this one wrong letter makes another word
_LANG_WOORD = 10  # letters; from here two wrong letters are allowed
_MEESTE_SUGGESTIES = 3


@dataclass(frozen=True)
class Naam:
    """The words of one park: `eigen` name it, `bij` tell parks of one name apart."""

    eigen: frozenset[str]
    bij: frozenset[str]


@dataclass(frozen=True)
class Gelezen:
    """`passend`: the parks that fit. `suggesties`: those that may have been meant, when none fits.

    `tikfouten`: words as typed -> as read.
    """

    passend: tuple[str, ...]
    suggesties: tuple[str, ...] = ()
    tikfouten: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Terreinnamen:
    """The words of every park, by its name in the document."""

    namen: Mapping[str, Naam]

    @cached_property
    def _woorden(self) -> frozenset[str]:
        return frozenset(woord for naam in self.namen.values() for woord in naam.eigen | naam.bij)

    def zoek(self, naam: str) -> Gelezen:
        """The parks that the whole name fits, or what stands before where it is near to. Deterministic; no state."""
        gelezen = self._zoek(naam)
        begin = _IN_DE_BUURT.split(naam, maxsplit=1)[0]
        if gelezen.passend or begin == naam:
            return gelezen
        return eerste if (eerste := self._zoek(begin)).passend else gelezen  # "Twentekanaal Noord, bij de sluis"

    def _zoek(self, naam: str) -> Gelezen:
        getypt = self._aaneen([woord for woord in _los(naam) if woord not in _VUL])
        gelezen = [self._verbeterd(woord) for woord in getypt]
        tikfouten = {oud: nieuw for oud, nieuw in zip(getypt, gelezen, strict=True) if oud != nieuw}
        woorden = set(gelezen)
        passend = tuple(
            terrein for terrein, n in self.namen.items() if woorden <= n.eigen | n.bij and woorden & n.eigen
        )
        return Gelezen(passend, () if passend else self._suggesties(woorden), tikfouten)

    def _aaneen(self, woorden: Sequence[str]) -> list[str]:
        """`twente kanaal`, `zuid-oost` and `kw ii` as one word, `westermaatcampus` as two."""
        uit: list[str] = []
        plek = 0
        while plek < len(woorden):
            samen = "".join(woorden[plek : plek + 2])
            if samen in self._woorden and plek + 1 < len(woorden):
                uit.append(samen)
                plek += 2
                continue
            uit += self._gesplitst(woorden[plek])
            plek += 1
        return uit

    def _gesplitst(self, woord: str) -> list[str]:
        if woord not in self._woorden:
            for knip in range(1, len(woord)):
                if woord[:knip] in self._woorden and woord[knip:] in self._woorden:
                    return [woord[:knip], woord[knip:]]
        return [woord]

    def _verbeterd(self, woord: str) -> str:
        """The one nearest known word with the same first letter, where it is near enough; else the word itself."""
        if woord in self._woorden or len(woord) < _KORTSTE_TIKFOUT:
            return woord
        grens = 2 if len(woord) >= _LANG_WOORD else 1
        afstand = {kent: OSA.distance(woord, kent) for kent in self._woorden if kent[0] == woord[0]}
        naast = [kent for kent in afstand if afstand[kent] == min(afstand.values()) <= grens]
        return naast[0] if len(naast) == 1 else woord

    def _suggesties(self, woorden: Collection[str]) -> tuple[str, ...]:
        """The parks that most of the words fit, at most three."""
        raak = {terrein: len((n.eigen | n.bij - {"hengelo"}) & set(woorden)) for terrein, n in self.namen.items()}
        beste = sorted((terrein for terrein in raak if raak[terrein]), key=lambda terrein: -raak[terrein])
        return tuple(terrein for terrein in beste if raak[terrein] == raak[beste[0]])[:_MEESTE_SUGGESTIES]


def laad(bestand: Path, terreinen: Collection[str]) -> Terreinnamen:
    """Raises GegevensFout, naming file and key, when the file does not have exactly these parks, each with a word."""
    ruw = vorm(bestand, "terreinen", lees(bestand, {"gemeente", "terreinen"})["terreinen"], set(terreinen))
    namen: dict[str, Naam] = {}
    for terrein in terreinen:
        velden = vorm(bestand, f"terreinen.{terrein}", ruw[terrein], {"eigen", "bij"})
        for veld, woorden in velden.items():
            if not isinstance(woorden, list) or any(_los(tekst(bestand, terrein, w)) != [w] for w in woorden):
                raise GegevensFout(bestand, f"terreinen.{terrein}.{veld}", "is not a list of single words")
        if not velden["eigen"]:
            raise GegevensFout(bestand, f"terreinen.{terrein}.eigen", "has no word")
        namen[terrein] = Naam(frozenset(velden["eigen"]), frozenset(velden["bij"]))
    return Terreinnamen(namen)


def _los(tekst_: str) -> list[str]:
    """The words and the numbers; `kw2` stays one word, `noord1` as well."""
    return [woord for stuk in taal.woorden(tekst_) for woord in re.findall(r"[^\W_]+", stuk)]
