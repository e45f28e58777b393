"""Quantities that belong together: parts of one area, the two areas of a home business, what a denial leaves."""

import re
from dataclasses import replace

from bot.components.hoeveelheid import Hoeveelheid
from bot.components.ruis import ONTKENDE_MAAT

_TWEE = 2
_PLUS = re.compile(r"\s*(?:plus|\+|en nog(?: eens)?|en ook nog)\s*(?:een\s+\w+\s+van\s+)?", re.IGNORECASE)
_KANT = r"(?:boven|beneden|voor|achter|links|rechts|binnen|buiten|op zolder|in de (?:kelder|garage|schuur))"
_LAAG = re.compile(
    r"\b(?:begane grond|verdieping|boven|beneden|boven(?:verdieping|etage)|benedenverdieping|kelder)\s*"
    r"(?:is|:|van|heeft|nog(?: eens)?)?\s*$",
    re.IGNORECASE,
)
_VERDELING = re.compile(rf"\s*{_KANT}\s*(?:en|,|plus|\+)\s*#\s*{_KANT}\W*", re.IGNORECASE)


def met_eenheid_van_wat_ontkend_is(gevonden: list[Hoeveelheid], tekst: str, schoon: str) -> list[Hoeveelheid]:
    """ "geen 120 m² maar 102": the number that stays is an area, as the one that went was."""
    if tekst is schoon or len(gevonden) != 1 or gevonden[0].soort != "getal" or not ONTKENDE_MAAT.search(tekst):
        return gevonden
    return [replace(gevonden[0], soort="oppervlakte")]


def opgeteld(gevonden: list[Hoeveelheid], tekst: str) -> list[Hoeveelheid]:
    """ "20 plus 15 m²", "16 m² boven en 10 m² beneden", "beneden 60 en boven 50": one area in parts."""
    if len(gevonden) < _TWEE or any(h.soort not in ("oppervlakte", "getal") for h in gevonden):
        return gevonden
    soort = "oppervlakte" if any(h.soort == "oppervlakte" for h in gevonden) else "getal"
    vorige = [0, *(h.eind for h in gevonden)]
    if not all(_LAAG.search(tekst[eind : h.begin]) for eind, h in zip(vorige, gevonden, strict=False)):
        een, twee, *meer = gevonden
        if meer or soort == "getal" or not _twee_delen(een, twee, tekst):
            return gevonden
    een, laatste = gevonden[0], gevonden[-1]
    rol = next((h.rol for h in gevonden if h.rol), None)
    return [replace(een, soort=soort, waarde=sum(h.waarde for h in gevonden), eind=laatste.eind, rol=rol)]


def _twee_delen(een: Hoeveelheid, twee: Hoeveelheid, tekst: str) -> bool:
    if _PLUS.fullmatch(tekst[een.eind : twee.begin]):
        return True
    rest = tekst[een.eind :].replace(tekst[twee.begin : twee.eind], "#")
    return een.rol == twee.rol and _VERDELING.fullmatch(rest) is not None


def vul_tweede_rol(gevonden: list[Hoeveelheid]) -> list[Hoeveelheid]:
    """Two areas of which one has a role, or both the same: the other is the other one."""
    maten = [h for h in gevonden if h.soort in ("oppervlakte", "getal")]
    if len(maten) != 2 or not any(h.soort == "oppervlakte" for h in maten):
        return gevonden
    met_rol = [h for h in maten if h.rol is not None]
    if len(met_rol) != 1:
        return gevonden
    ander = "bedrijf" if met_rol[0].rol == "woning" else "woning"
    return [replace(h, rol=ander) if h in maten and h.rol is None else h for h in gevonden]
