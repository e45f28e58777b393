"""Quantities that belong together: parts of one area, the two areas of a home business, what a denial leaves."""

import re
from dataclasses import replace

from bot.components.hoeveelheid import Hoeveelheid
from bot.components.ruis import ONTKENDE_MAAT

_TWEE = 2
_PLUS = re.compile(r"\s*(?:plus|\+|en nog(?: eens)?|en ook nog)\s*(?:een\s+\w+\s+van\s+)?", re.IGNORECASE)
_KANT = r"(?:boven|beneden|voor|achter|links|rechts|binnen|buiten|op zolder|in de (?:kelder|garage|schuur))"
_LAAG = re.compile(
    r"\b(?:begane grond|\w+ verdieping|boven|beneden|boven(?:verdieping|etage)|kelder)\s*(?:is|:|van|"
    r"heeft)?\s*$",
    re.IGNORECASE,
)
_VERDELING = re.compile(rf"\s*{_KANT}\s*(?:en|,|plus|\+)\s*#\s*{_KANT}\W*", re.IGNORECASE)


def met_eenheid_van_wat_ontkend_is(gevonden: list[Hoeveelheid], tekst: str, schoon: str) -> list[Hoeveelheid]:
    """ "geen 120 m² maar 102": the number that stays is an area, as the one that went was."""
    if tekst is schoon or len(gevonden) != 1 or gevonden[0].soort != "getal" or not ONTKENDE_MAAT.search(tekst):
        return gevonden
    return [replace(gevonden[0], soort="oppervlakte")]


def opgeteld(gevonden: list[Hoeveelheid], tekst: str) -> list[Hoeveelheid]:
    """ "20 plus 15 m²", "16 m² boven en 10 m² beneden": one area in parts."""
    if len(gevonden) != _TWEE or any(h.soort not in ("oppervlakte", "getal") for h in gevonden):
        return gevonden
    een, twee = gevonden
    if "oppervlakte" not in (een.soort, twee.soort) or not (
        _PLUS.fullmatch(tekst[een.eind : twee.begin])
        or (_LAAG.search(tekst[: een.begin]) and _LAAG.search(tekst[een.eind : twee.begin]))
        or (een.rol == twee.rol and _VERDELING.fullmatch(tekst[een.eind :].replace(tekst[twee.begin : twee.eind], "#")))
    ):
        return gevonden
    return [replace(een, soort="oppervlakte", waarde=een.waarde + twee.waarde, eind=twee.eind, rol=een.rol or twee.rol)]


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
