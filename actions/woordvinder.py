"""Finds the terms of a word list in free text: exact, inflected, as the end of a compound, or mistyped.

What a list holds is its own affair (activities, places, functions): a term has a spelling and a category.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rapidfuzz.distance import OSA

from actions import taal

_KORTSTE_TIKFOUT = 6  # letters; below this one wrong letter makes another word
_LANG_WOORD = 10  # letters; from here two wrong letters are allowed
# Behind the name of a trade these say where it is done, and nothing else: `acupunctuurpraktijk`.
_NEUTRAAL = ("praktijk", "bureau", "service", "atelier", "dienst", "diensten", "werkzaamheden")
_KORTSTE_VOORVOEGSEL = 3  # letters before the head of a compound


class Term(Protocol):
    """One word or phrase of a list, and why it belongs to its category."""

    @property
    def term(self) -> str: ...

    @property
    def categorie(self) -> str: ...

    @property
    def reden(self) -> str: ...


T = TypeVar("T", bound=Term)
TUit = TypeVar("TUit", bound=Term, covariant=True)


class Woordenlijst(Protocol[TUit]):
    """`exact` by the key of the whole term, `slot` the words that may end a compound; `langste` in words."""

    @property
    def exact(self) -> Mapping[str, TUit]: ...

    @property
    def slot(self) -> Mapping[str, TUit]: ...

    @property
    def langste(self) -> int: ...


@dataclass(frozen=True)
class Vondst(Generic[T]):
    """A term found. `wijze`: `exact`, `woordvorm`, `samenstelling` or `tikfout`."""

    gevonden: str
    lemma: T
    wijze: str

    @property
    def categorie(self) -> str:
        return self.lemma.categorie

    def to_json(self) -> dict[str, str]:
        """How the word was read, for the report."""
        lemma = self.lemma
        return {
            "gevonden": self.gevonden,
            "term": lemma.term,
            "wijze": self.wijze,
            "categorie": lemma.categorie,
            "reden": lemma.reden,
        }


def hoe_gelezen(vondsten: Iterable[Vondst[T]]) -> tuple[str, ...]:
    """What is assumed, in plain Dutch, where a word was not written as in the list."""
    zinnen = {
        "tikfout": "We gaan ervan uit dat u met ‘{}’ bedoelt: ‘{}’.",
        "samenstelling": "We gaan ervan uit dat ‘{}’ een soort ‘{}’ is.",
    }
    return tuple(
        zinnen[vondst.wijze].format(vondst.gevonden, vondst.lemma.term) for vondst in vondsten if vondst.wijze in zinnen
    )


def zoek(woorden: Sequence[str], lijst: Woordenlijst[T]) -> Iterator[str | Vondst[T]]:
    """The words, with the longest known phrase at each place replaced by a Vondst."""
    plek = 0
    while plek < len(woorden):
        for lengte in range(min(lijst.langste, len(woorden) - plek), 0, -1):
            venster = list(woorden[plek : plek + lengte])
            if vondst := _vind(venster, lijst):
                yield vondst
                plek += lengte
                break
        else:
            yield woorden[plek]
            plek += 1


def _vind(venster: list[str], lijst: Woordenlijst[T]) -> Vondst[T] | None:
    gevonden = " ".join(venster)
    if not (venster[0][0].isalnum() and venster[-1][0].isalnum()):
        return None
    if lemma := lijst.exact.get(taal.sleutel(venster)):
        return Vondst(gevonden, lemma, "exact")
    if len(venster) > 1 or not gevonden.isalpha() or _is_taal(gevonden):
        return None
    return _vind_woord(gevonden, lijst)


def _vind_woord(woord: str, lijst: Woordenlijst[T]) -> Vondst[T] | None:
    """One word that is in no list: an inflection, a compound, or a typing error."""
    vormen = taal.grondvormen(woord)
    for vorm in vormen:
        if lemma := lijst.exact.get(vorm):
            return Vondst(woord, lemma, "woordvorm")
    for vorm in vormen:
        koppen = [kop for kop in lijst.slot if vorm.endswith(kop) and len(vorm) - len(kop) >= _KORTSTE_VOORVOEGSEL]
        if koppen:
            return Vondst(woord, lijst.slot[max(koppen, key=len)], "samenstelling")
    for slot in _NEUTRAAL:
        basis = woord.removesuffix(slot)
        if basis != woord and len(basis) >= _KORTSTE_VOORVOEGSEL:
            for vorm in taal.grondvormen(basis):
                if lemma := lijst.exact.get(vorm):
                    return Vondst(woord, lemma, "samenstelling")
    return _vind_tikfout(woord, lijst)


def _vind_tikfout(woord: str, lijst: Woordenlijst[T]) -> Vondst[T] | None:
    """The one nearest term with the same first letter; none when the nearest ones differ in category."""
    if len(woord) < _KORTSTE_TIKFOUT:
        return None
    grens = 2 if len(woord) >= _LANG_WOORD else 1
    afstanden = [
        (OSA.distance(woord, naam, score_cutoff=grens), naam)
        for naam in lijst.exact
        if naam[0] == woord[0] and len(naam) >= _KORTSTE_TIKFOUT
    ]
    kleinste, naam = min(afstanden, default=(grens + 1, ""))
    categorieen = {lijst.exact[kandidaat].categorie for afstand, kandidaat in afstanden if afstand == kleinste}
    if kleinste > grens or len(categorieen) > 1:
        return None
    return Vondst(woord, lijst.exact[naam], "tikfout")


def _is_taal(woord: str) -> bool:
    return (
        taal.zegt_niets(woord)
        or woord in taal.EIGEN_WOORDEN
        or woord in taal.VERBINDINGEN
        or woord in taal.VOORZETSEL_OVER | taal.VOORZETSEL_PLAATS
        or woord in taal.ONTKENNING_VOOR | taal.ONTKENNING_ZIN
    )


def lijkt_op(woord: str, lijst: Woordenlijst[T]) -> list[T]:
    """The terms that a word is one letter too far from to be read as their typing error: too near to pass by."""
    grens = (2 if len(woord) >= _LANG_WOORD else 1) + 1
    return [
        lemma
        for naam, lemma in lijst.exact.items()
        if len(naam) >= _KORTSTE_TIKFOUT and OSA.distance(woord, naam, score_cutoff=grens) <= grens
    ]
