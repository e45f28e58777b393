"""From a message to fields of a check, by its schema and data: what was asked, what was said beside it, corrections.

Nothing here decides whether a value is possible: the check does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.bericht import Bericht, Entiteit
from actions.checks import Check
from actions.gesprek.checkteksten import VeldTekst, checkteksten
from actions.gesprek.stand import Stand
from actions.gesprek.vrije_tekst import aangevuld, kaal, zegt_zeker
from actions.gesprek.woorden import keuze, keuze_met_tikfout
from actions.toelichtingsteksten import teksten as toelichtingsteksten

HOEVEELHEDEN = ("oppervlakte", "getal", "deel", "personen", "minuten")
_MET_GETALROL = "oppervlakte"  # a bare number with a role ("mijn huis is 120") is an area
_KORT = 3  # words
_ONTKEND = re.compile(r"\bniet (\d{1,9})\b", re.IGNORECASE)
_HUISNUMMER = re.compile(r"\b\d{1,4}(?:\s?-?[a-z])?\b", re.IGNORECASE)
# "en als ik 5 meter groter ga?": a difference with what was said.
_VERSCHIL = re.compile(r"\d\s*(?:[^\W\d]+\d?\s+)?(groter|erbij|extra|meer|kleiner|minder|eraf)\b", re.IGNORECASE)
_MINDER = ("kleiner", "minder", "eraf")
_WONING = re.compile(r"huis|woning|woon|flat|appartement|villa|boerderij|bungalow|home|house", re.IGNORECASE)
_OPPERVLAKTE = re.compile(r"m2|m²|vierk|kwadr|oppervlak|groot", re.IGNORECASE)
_ENKELEN = re.compile(r"\b(?:veel|weinig|paar|enkele?|meerdere)\b", re.IGNORECASE)
_VERBETERING = re.compile(
    r"\b(?:bedoel\w*|sorry|moet(?:en)? zijn|correctie|verbeter\w*|(?:tik|typ|type|schrijf)?fout(?:je)?|grap(?:je)?|"
    r"vergist|vergis"
    r"|zei|oeps|wacht|in plaats van)\b",
    re.IGNORECASE,
)


# These only do before the value: "het is toch 35" corrects, "35, dat is toch klein" answers.
_VERBETERING_VOORAF = re.compile(r"^\D*\b(?:toch|eigenlijk)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Gelezen:
    """`velden`: the fields that the message fills or changes. `deel`: a share that cannot be worked out yet."""

    velden: Mapping[str, Any]
    deel: float | None = None


def lees(bericht: Bericht, stand: Stand, check: Check) -> Gelezen:
    """Everything that the message tells for this check."""
    lezer = _Lezer(bericht, stand, check)
    velden = {**lezer.getallen(), **lezer.keuzes(), **lezer.entiteiten()}
    velden |= lezer.vrije_teksten(bool(velden.keys() - {"gemeente"}))
    return _met_deel(velden, lezer.deel(), stand, checkteksten()[check.naam].velden)


class _Lezer:
    """One message, read for one check."""

    def __init__(self, bericht: Bericht, stand: Stand, check: Check) -> None:
        self._bericht, self._stand, self._check = bericht, stand, check
        self._teksten = checkteksten()[check.naam].velden
        eigenschappen: Any = check.schema["properties"]
        self._schema: Mapping[str, Mapping[str, Any]] = eigenschappen
        self._verbetert = _verbetert(bericht.tekst) or self._ontkent_laatste()
        self._nee = bericht.eerste("ja_nee") is False

    def _ontkent_laatste(self) -> bool:
        """ "niet 120 maar 140", while 120 is what the field before holds."""
        ontkend = _ONTKEND.search(self._bericht.tekst)
        return ontkend is not None and float(ontkend[1]) == self._stand.velden.get(self._stand.laatste or "")

    def _is(self, veld: str | None, *soorten: str) -> bool:
        return veld is not None and self._schema[veld]["type"] in soorten and "enum" not in self._schema[veld]

    def _is_getal(self, veld: str | None) -> bool:
        return self._is(veld, "number", "integer")

    # ---- numbers

    def getallen(self) -> dict[str, Any]:
        nieuw: dict[str, Any] = {}
        los: list[Entiteit] = []
        for entiteit in self._bericht.van(*HOEVEELHEDEN):
            if self._is_afstand(entiteit):
                continue
            veld = self._zegt_zelf(entiteit)
            if veld is None and entiteit.naam != "deel":
                los.append(entiteit)
            elif veld is not None:
                nieuw[veld] = self._getal(veld, entiteit)
        for entiteit in los:  # "niet 120 maar 140": the last number counts
            doel = self._doel(entiteit)
            if doel is not None and (doel not in nieuw or doel == self._stand.gevraagd):
                nieuw[doel] = self._getal(doel, entiteit)
        gevraagd = self._stand.gevraagd
        niemand = self._nee and not _ENKELEN.search(self._bericht.tekst)  # "nee, niet veel" is somebody
        if niemand and not nieuw and gevraagd and self._teksten[gevraagd].entiteit == "personen":
            nieuw[gevraagd] = 0  # "nee, er komt niemand"
        return nieuw

    def _is_afstand(self, entiteit: Entiteit) -> bool:
        """ "500 meter", where minutes on foot are asked: no area."""
        gevraagd = self._stand.gevraagd
        minuten = gevraagd is not None and self._teksten[gevraagd].entiteit == "minuten"
        return minuten and entiteit.naam == "oppervlakte" and not _OPPERVLAKTE.search(self._bericht.tekst)

    def _zegt_zelf(self, entiteit: Entiteit) -> str | None:
        """The field that the quantity itself names: by its role, or because no other field has its unit."""
        if (entiteit.naam == "getal" and entiteit.rol is None) or self._is_totaal_van_bedrijf(entiteit):
            return None
        eenheid = _MET_GETALROL if entiteit.naam == "getal" else entiteit.naam
        passend = self._met_eenheid(eenheid)
        if entiteit.rol is not None and any(self._teksten[veld].rol for veld in passend):
            return next((veld for veld in passend if self._teksten[veld].rol == entiteit.rol), None)
        if entiteit.rol == "woning" or entiteit.naam == "getal":
            return None  # the size of a dwelling is no size of an office
        return passend[0] if len(passend) == 1 else None

    def _is_totaal_van_bedrijf(self, entiteit: Entiteit) -> bool:
        """ "in totaal 30 m²", to how much the business takes."""
        gevraagd = self._stand.gevraagd
        bedrijf = gevraagd is not None and self._teksten[gevraagd].rol == "bedrijf"
        return bedrijf and entiteit.rol == "woning" and not _WONING.search(self._bericht.tekst)

    def _met_eenheid(self, eenheid: str) -> list[str]:
        return [v for v, tekst in self._teksten.items() if self._is_getal(v) and tekst.entiteit == eenheid]

    def _doel(self, entiteit: Entiteit) -> str | None:
        """The field of a loose quantity: the one asked; in a correction or after a verdict an earlier one."""
        stand = self._stand
        if entiteit.naam == "getal":
            kandidaten = [veld for veld in self._teksten if self._is_getal(veld)]
        else:
            kandidaten = self._met_eenheid(entiteit.naam)
        if stand.laatste in kandidaten and stand.gevraagd != stand.laatste and self._over_laatste():
            return stand.laatste
        if stand.gevraagd in kandidaten:
            return stand.gevraagd
        if entiteit.naam == "getal":
            return self._te_kiezen(kandidaten) if stand.gevraagd is None and stand.laatste else None
        open_ = [veld for veld in kandidaten if veld not in stand.velden]
        if entiteit.naam == "personen":
            return next(iter(open_ or kandidaten), None)  # "met 7 klanten": by day, unless said otherwise
        if len(open_) == 1:
            return open_[0]
        return None if open_ else self._te_kiezen(kandidaten)

    def _over_laatste(self) -> bool:
        """Whether a loose number is about the field before. "nee, hooguit 2" to "how many?" is an answer."""
        gevraagd = self._stand.gevraagd
        met_nee = self._nee and gevraagd is not None and self._teksten[gevraagd].entiteit != "personen"
        return gevraagd is None or met_nee or self._verbetert

    def _te_kiezen(self, velden: Sequence[str]) -> str | None:
        """Of several, the one that a user can choose: the size of the business, not that of the house."""
        woorden = toelichtingsteksten().check(self._check.naam)
        bekend = [veld for veld in velden if veld in self._stand.velden]
        return next((veld for veld in bekend if woorden.veld(veld).te_kiezen), bekend[0] if bekend else None)

    def _getal(self, veld: str, entiteit: Entiteit) -> Any:
        """Of a range the strictest: the highest, but of the dwelling, which the rest is a share of, the lowest."""
        streng = entiteit.laagste is not None and self._teksten[veld].rol == "woning"
        waarde = entiteit.laagste if streng else entiteit.waarde
        eerder, verschil = self._stand.velden.get(veld), _VERSCHIL.search(self._bericht.tekst)
        if verschil and isinstance(eerder, int | float) and veld != self._stand.gevraagd:
            waarde = eerder + (waarde or 0) * (-1 if verschil[1].lower() in _MINDER else 1)
        heel = self._schema[veld]["type"] == "integer" and float(waarde or 0).is_integer()
        return int(waarde or 0) if heel else waarde

    def deel(self) -> float | None:
        """A share of the whole ("een derde van mijn huis"), where a field takes one."""
        neemt = [tekst.rol for tekst in self._teksten.values() if tekst.deel_van]
        gezegd = [entiteit for entiteit in self._bericht.van("deel") if entiteit.rol in (None, *neemt)]
        return gezegd[-1].waarde if neemt and gezegd else None

    # ---- choices

    def keuzes(self) -> dict[str, Any]:
        """Yes or no, and one of a few: as asked, or by a phrase that says it at any time."""
        nieuw: dict[str, Any] = {}
        for veld, tekst in self._teksten.items():
            gezegd = keuze(self._bericht.tekst, tekst.zegt)
            open_ = self._stand.gevraagd is None and veld == self._stand.laatste and "enum" in self._schema[veld]
            if gezegd is None and (veld == self._stand.gevraagd or open_):
                gezegd = self._antwoord(veld, tekst)
            if gezegd is not None:
                nieuw[veld] = gezegd == "ja" if self._is(veld, "boolean") else gezegd
        for feit in self._bericht.van("feit"):  # told unasked: "ik sla hout op in de tuin"
            if feit.rol is not None and feit.rol in self._teksten and feit.rol not in (*nieuw, self._stand.gevraagd):
                nieuw[feit.rol] = feit.waarde
        laatste = self._stand.laatste
        if not nieuw and self._ja_nee_is_verbetering() and self._is(laatste, "boolean"):
            nieuw[str(laatste)] = self._bericht.eerste("ja_nee")
        return nieuw

    def _antwoord(self, veld: str, tekst: VeldTekst) -> str | None:
        if self._is(veld, "boolean"):
            gezegd = self._bericht.eerste("ja_nee")
            return None if gezegd is None or self._ja_nee_is_verbetering() else "ja" if gezegd else "nee"
        if "enum" not in self._schema[veld]:
            return None
        titels = {waarde: (waarde, tekst.keuzes.get(waarde, waarde)) for waarde in self._schema[veld]["enum"]}
        woorden = {waarde: (*titel, *tekst.herken.get(waarde, ())) for waarde, titel in titels.items()}
        return keuze(self._bericht.tekst, woorden) or keuze_met_tikfout(self._bericht.tekst, woorden)

    def _ja_nee_is_verbetering(self) -> bool:
        """ "sorry, toch niet": about the answer before, not about what is asked now."""
        stand = self._stand
        anders = self._bericht.eerste("ja_nee") not in (None, stand.velden.get(stand.laatste or ""))
        return self._verbetert and anders and self._is(stand.laatste, "boolean") and stand.laatste != stand.gevraagd

    # ---- single facts and free text

    def entiteiten(self) -> dict[str, Any]:
        """Facts that are a field by themselves: the municipality, whether one lives there."""
        nieuw = {
            veld: self._bericht.eerste(tekst.entiteit)
            for veld, tekst in self._teksten.items()
            if tekst.entiteit and not self._is_getal(veld) and self._bericht.eerste(tekst.entiteit) is not None
        }
        nieuw |= {str(e.rol): e.waarde for e in self._bericht.van("feit") if e.rol in self._teksten}
        gevraagd = self._stand.gevraagd
        plaats = self._teksten[gevraagd].plaats if gevraagd else None
        if plaats is not None and "gemeente" in nieuw:
            return {str(gevraagd): nieuw.pop("gemeente") == plaats, **nieuw}  # "in Hengelo": where the business is now
        if "gemeente" in self._stand.velden and not self._mag_gemeente_vervangen():
            nieuw.pop("gemeente", None)
        return nieuw

    def _mag_gemeente_vervangen(self) -> bool:
        """Another place in passing ("onze klanten zitten in Hengelo") is not where the plan is."""
        kort = len(self._bericht.tekst.split()) <= _KORT
        return kort or self._verbetert or self._nee or self._stand.gevraagd in (None, "gemeente")

    def vrije_teksten(self, iets_gezegd: bool) -> dict[str, Any]:
        """What the check recognises with certainty; of the field that is asked, the whole answer if need be."""
        nieuw: dict[str, Any] = {}
        for veld in self._vrij():
            if veld in self._stand.velden and not self._mag_vervangen(veld):
                continue
            gezegd = (
                zegt_zeker(veld, self._bericht.tekst, self._check) or self._aangevuld(veld) or self._ander_nummer(veld)
            )
            if gezegd is None and veld == self._stand.gevraagd and not iets_gezegd:
                gezegd = kaal(self._bericht.tekst) or self._bericht.tekst
            if gezegd is not None:
                nieuw[veld] = gezegd
        return nieuw

    def _vrij(self) -> Iterator[str]:
        return (veld for veld in self._teksten if self._is(veld, "string"))

    def _mag_vervangen(self, veld: str) -> bool:
        gevraagd = self._stand.gevraagd
        bij = (
            gevraagd is not None and self._teksten[gevraagd].hoort_bij == veld
        )  # another trade, where its kind is asked
        return gevraagd in (None, veld) or bij or self._verbetert or self._nee

    def _aangevuld(self, veld: str) -> str | None:
        """An answer to "which one?" may be only the rest of the name: `Campus`, `119 B`."""
        eerder = self._stand.velden.get(veld)
        over_dit = veld == self._stand.gevraagd or (self._stand.gevraagd is None and veld == "terrein")
        if not over_dit or eerder is None:
            return None
        return aangevuld(veld, str(eerder), self._bericht.tekst, self._check)

    def _ander_nummer(self, veld: str) -> str | None:
        """ "sorry, het is 39", of an address: the same street with this number."""
        eerder, nummers = self._stand.velden.get(veld), _HUISNUMMER.findall(self._bericht.tekst)
        iets_anders = any(entiteit.naam != "getal" for entiteit in self._bericht.van(*HOEVEELHEDEN))  # "met 5 klanten"
        if veld != "adres" or eerder is None or len(nummers) != 1 or iets_anders:
            return None
        straat = _HUISNUMMER.split(str(eerder), maxsplit=1)[0].strip()
        return zegt_zeker(veld, f"{straat} {nummers[0]}", self._check)


def _verbetert(tekst: str) -> bool:
    return _VERBETERING.search(tekst) is not None or _VERBETERING_VOORAF.match(tekst) is not None


def _met_deel(nieuw: dict[str, Any], deel: float | None, stand: Stand, teksten: Mapping[str, VeldTekst]) -> Gelezen:
    """A share becomes a number as soon as the whole is known."""
    veld = next((naam for naam, tekst in teksten.items() if tekst.deel_van), None)
    gezegd = stand.deel if deel is None else deel
    if veld is None or gezegd is None or veld in nieuw:
        return Gelezen(nieuw)
    if deel is None and veld in stand.velden:
        return Gelezen(nieuw)
    heel = teksten[veld].deel_van or ""
    geheel = nieuw.get(heel, stand.velden.get(heel))
    if not isinstance(geheel, int | float):
        return Gelezen(nieuw, gezegd)
    return Gelezen({**nieuw, veld: round(gezegd * geheel, 2)})
