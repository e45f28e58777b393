"""The numbers of a message: of which field each is, and its value there."""

import re
from collections.abc import Sequence
from typing import Any

from actions.bericht import Entiteit
from actions.gesprek.uiting import Uiting
from actions.toelichtingsteksten import teksten as toelichtingsteksten

HOEVEELHEDEN = ("oppervlakte", "getal", "deel", "personen", "minuten")
_MET_GETALROL = "oppervlakte"  # a bare number with a role ("mijn huis is 120") is an area
# "en als ik 5 meter groter ga?": a difference with what was said.
_VERSCHIL = re.compile(r"\d\s*(?:[^\W\d]+\d?\s+)?(groter|erbij|extra|meer|kleiner|minder|eraf)\b", re.IGNORECASE)
_MINDER = ("kleiner", "minder", "eraf")
_WONING = re.compile(r"huis|woning|woon|flat|appartement|villa|boerderij|bungalow|home|house", re.IGNORECASE)
_OPPERVLAKTE = re.compile(r"m2|m²|vierk|kwadr|oppervlak|groot", re.IGNORECASE)
_ENKELEN = re.compile(r"\b(?:veel|weinig|paar|enkele?|meerdere)\b", re.IGNORECASE)


def getallen(uiting: Uiting) -> dict[str, Any]:
    """Every field that a quantity fills: the one it names itself, else the one that is asked or corrected."""
    nieuw: dict[str, Any] = {}
    los: list[Entiteit] = []
    for entiteit in uiting.bericht.van(*HOEVEELHEDEN):
        if _is_afstand(uiting, entiteit):
            continue
        veld = _zegt_zelf(uiting, entiteit)
        if veld is None and entiteit.naam != "deel":
            los.append(entiteit)
        elif veld is not None:
            nieuw[veld] = _getal(uiting, veld, entiteit)
    for entiteit in los:  # "niet 120 maar 140": the last number counts
        doel = _doel(uiting, entiteit)
        if doel is not None and (doel not in nieuw or doel == uiting.stand.gevraagd):
            nieuw[doel] = _getal(uiting, doel, entiteit)
    gevraagd = uiting.stand.gevraagd
    niemand = uiting.nee and not _ENKELEN.search(uiting.bericht.tekst)  # "nee, niet veel" is somebody
    if niemand and not nieuw and gevraagd and uiting.teksten[gevraagd].entiteit == "personen":
        nieuw[gevraagd] = 0  # "nee, er komt niemand"
    return nieuw


def _is_afstand(uiting: Uiting, entiteit: Entiteit) -> bool:
    """ "500 meter", where minutes on foot are asked: no area."""
    gevraagd = uiting.stand.gevraagd
    minuten = gevraagd is not None and uiting.teksten[gevraagd].entiteit == "minuten"
    return minuten and entiteit.naam == "oppervlakte" and not _OPPERVLAKTE.search(uiting.bericht.tekst)


def _zegt_zelf(uiting: Uiting, entiteit: Entiteit) -> str | None:
    """The field that the quantity itself names: by its role, or because no other field has its unit."""
    if (entiteit.naam == "getal" and entiteit.rol is None) or _is_totaal_van_bedrijf(uiting, entiteit):
        return None
    eenheid = _MET_GETALROL if entiteit.naam == "getal" else entiteit.naam
    passend = _met_eenheid(uiting, eenheid)
    if entiteit.rol is not None and any(uiting.teksten[veld].rol for veld in passend):
        return next((veld for veld in passend if uiting.teksten[veld].rol == entiteit.rol), None)
    if entiteit.rol == "woning" or entiteit.naam == "getal":
        return None  # the size of a dwelling is no size of an office
    return passend[0] if len(passend) == 1 else None


def _is_totaal_van_bedrijf(uiting: Uiting, entiteit: Entiteit) -> bool:
    """ "in totaal 30 m²", to how much the business takes."""
    gevraagd = uiting.stand.gevraagd
    bedrijf = gevraagd is not None and uiting.teksten[gevraagd].rol == "bedrijf"
    return bedrijf and entiteit.rol == "woning" and not _WONING.search(uiting.bericht.tekst)


def _met_eenheid(uiting: Uiting, eenheid: str) -> list[str]:
    return [v for v, tekst in uiting.teksten.items() if uiting.is_getal(v) and tekst.entiteit == eenheid]


def _doel(uiting: Uiting, entiteit: Entiteit) -> str | None:
    """The field of a loose quantity: the one asked; in a correction or after a verdict an earlier one."""
    stand = uiting.stand
    if entiteit.naam == "getal":
        kandidaten = [veld for veld in uiting.teksten if uiting.is_getal(veld)]
    else:
        kandidaten = _met_eenheid(uiting, entiteit.naam)
    if stand.laatste in kandidaten and stand.gevraagd != stand.laatste and _over_laatste(uiting):
        return stand.laatste
    if stand.gevraagd in kandidaten:
        return stand.gevraagd
    if entiteit.naam == "getal":
        return _te_kiezen(uiting, kandidaten) if stand.gevraagd is None and stand.laatste else None
    open_ = [veld for veld in kandidaten if veld not in stand.velden]
    if entiteit.naam == "personen":
        return next(iter(open_ or kandidaten), None)  # "met 7 klanten": by day, unless said otherwise
    if len(open_) == 1:
        return open_[0]
    return None if open_ else _te_kiezen(uiting, kandidaten)


def _over_laatste(uiting: Uiting) -> bool:
    """Whether a loose number is about the field before. "nee, hooguit 2" to "how many?" is an answer."""
    gevraagd = uiting.stand.gevraagd
    met_nee = uiting.nee and gevraagd is not None and uiting.teksten[gevraagd].entiteit != "personen"
    return gevraagd is None or met_nee or uiting.verbetert


def _te_kiezen(uiting: Uiting, velden: Sequence[str]) -> str | None:
    """Of several, the one that a user can choose: the size of the business, not that of the house."""
    woorden = toelichtingsteksten().check(uiting.check.naam)
    bekend = [veld for veld in velden if veld in uiting.stand.velden]
    return next((veld for veld in bekend if woorden.veld(veld).te_kiezen), bekend[0] if bekend else None)


def _getal(uiting: Uiting, veld: str, entiteit: Entiteit) -> Any:
    """Of a range the strictest: the highest, but of the dwelling, which the rest is a share of, the lowest."""
    streng = entiteit.laagste is not None and uiting.teksten[veld].rol == "woning"
    waarde = entiteit.laagste if streng else entiteit.waarde
    eerder, verschil = uiting.stand.velden.get(veld), _VERSCHIL.search(uiting.bericht.tekst)
    if verschil and isinstance(eerder, int | float) and veld != uiting.stand.gevraagd:
        waarde = eerder + (waarde or 0) * (-1 if verschil[1].lower() in _MINDER else 1)
    heel = uiting.schema[veld]["type"] == "integer" and float(waarde or 0).is_integer()
    return int(waarde or 0) if heel else waarde


def deel(uiting: Uiting) -> float | None:
    """A share of the whole ("een derde van mijn huis"), where a field takes one."""
    neemt = [tekst.rol for tekst in uiting.teksten.values() if tekst.deel_van]
    gezegd = [entiteit for entiteit in uiting.bericht.van("deel") if entiteit.rol in (None, *neemt)]
    return gezegd[-1].waarde if neemt and gezegd else None
