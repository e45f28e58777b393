"""Quantities in a Dutch sentence: areas in m², shares, groups of people, minutes on foot and bare numbers.

Pure; no Rasa. Of a range ("20 tot 30 m²") the strictest value counts: the highest, of a dwelling the lowest. What a
quantity is about, as far as the sentence tells, is read by rollen.py.
"""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from bot.components.getallen import lees_deel, lees_getal
from bot.components.hoeveelheid import Hoeveelheid
from bot.components.hoeveelheid_patroon import EENHEDEN, PATROON, ZIJN
from bot.components.rollen import BINNEN, BUITEN, rol_van_mensen, rol_van_oppervlakte, zinsdeel, zinsgrenzen
from bot.components.ruis import zonder_ruis
from bot.components.samengesteld import met_eenheid_van_wat_ontkend_is, opgeteld, vul_tweede_rol

_FACTOR = {"hectare": 10_000, "are": 100, "deel": 0.01}
_SOORT = {"hectare": "oppervlakte", "are": "oppervlakte"}
_MEESTE = 40  # quantities of one message that are read
_LIDWOORD = ("een", "half", "halve")


def vind_hoeveelheden(tekst: str) -> list[Hoeveelheid]:
    """Every quantity of the text, in order. "een"/"één" and "half" alone are no quantity unless they are all there
    is."""
    return list(_vind(tekst))


@lru_cache(maxsize=8)  # the intent and the entities of a message are read one after the other
def _vind(tekst: str) -> tuple[Hoeveelheid, ...]:
    schoon = zonder_ruis(tekst)
    treffers = list(islice(PATROON.finditer(schoon), _MEESTE))
    grenzen = zinsgrenzen(schoon) if treffers else []
    gevonden: list[Hoeveelheid] = []
    for match in treffers:
        gelezen = _lees(match, schoon)
        if gelezen is None:
            continue
        met_rol = _met_rol(gelezen, schoon, grenzen)
        if match.group("geen") is None or met_rol.rol is not None:  # "overdag geen"; "geen" alone is a no
            gevonden.append(met_rol)
    return tuple(vul_tweede_rol(opgeteld(met_eenheid_van_wat_ontkend_is(gevonden, tekst, schoon), schoon)))


def _lees(match: "re.Match[str]", tekst: str) -> Hoeveelheid | None:
    plaats = (match.start(), match.end())
    groep = {naam: stuk for naam, stuk in match.groupdict().items() if stuk is not None}
    if lengte := groep.get("lengte") or groep.get("lengte2") or groep.get("lengte3"):
        breedte = groep.get("breedte") or groep.get("breedte2") or groep["breedte3"]
        zijden = _met_centimeters(lengte, groep.get("cm")), _met_centimeters(breedte, groep.get("cm2"))
        return Hoeveelheid("oppervlakte", round(zijden[0] * zijden[1], 2), *plaats)
    if "elk" in groep:  # "twee kamers van 12 m²"
        aantal, maat = lees_getal(groep.get("getal", "")) or 0, lees_getal(groep["elk"]) or 0
        return Hoeveelheid("oppervlakte", round(aantal * maat, 2), *plaats) if aantal else None
    if "maat" in groep:
        return None  # one side of a room is no area
    vast = _vaste_waarde(groep)
    if vast is not None:
        return Hoeveelheid(*vast, *plaats)
    if mensen := groep.get("stuk") or groep.get("groep"):
        return _hoeveelheid("personen", mensen, plaats)
    if "of" in groep:
        naam = next(naam[4:] for naam in groep if naam.startswith("een_"))
        return _hoeveelheid(naam, groep["of"], plaats)
    if "breuk" in groep:
        deel = lees_deel(groep["breuk"])
        if deel is not None and "van_hectare" in groep:
            return Hoeveelheid("oppervlakte", deel * _FACTOR["hectare"], *plaats)
        return None if deel is None else Hoeveelheid("deel", deel, *plaats)
    return _lees_aantal(groep, plaats, tekst)


def _met_centimeters(meters: str, centimeters: str | None) -> float:
    return (lees_getal(meters) or 0) + (lees_getal(centimeters or "0") or 0) / 100


def _vaste_waarde(groep: "dict[str, str]") -> "tuple[str, float] | None":
    """What is said without a number: "het hele huis", "kwartiertje", "met z'n vijven", "niemand"."""
    if "heel" in groep or "half" in groep:
        return ("deel", 1.0 if "heel" in groep else 0.5)
    if "kwartier" in groep:
        return ("minuten", 45.0 if groep["kwartier"].lower().startswith(("drie", "3")) else 15.0)
    if "uur" in groep:
        return (
            "minuten",
            30.0 if "half" in groep["uur"].lower().split() else 90.0 if "ander" in groep["uur"] else 60.0,
        )
    if "zijn" in groep:
        return ("personen", float(ZIJN[groep["zijn"].lower()]))
    if "een_op_een" in groep:
        return ("personen", 1.0)
    return ("personen", 0.0) if "niemand" in groep or "geen" in groep else None


def _lees_aantal(groep: "dict[str, str]", plaats: "tuple[int, int]", tekst: str) -> Hoeveelheid | None:
    """A number, or a range of two, with its unit if it has one."""
    naam = next((naam for naam in EENHEDEN if naam in groep), "getal")
    laag = groep.get("laag") or groep.get("van")
    hoog = groep.get("hoog") or groep.get("tot")
    if laag and hoog:
        onder, boven = _hoeveelheid(naam, laag, plaats), _hoeveelheid(naam, hoog, plaats)
        if onder is None or boven is None:
            return None
        waarden = sorted((onder.waarde, boven.waarde))
        return replace(boven, waarde=waarden[1], laagste=waarden[0])
    if (
        naam == "getal"
        and groep["getal"].lower() in _LIDWOORD
        and tekst.strip(" .!?").lower() != groep["getal"].lower()
    ):
        return None  # an article, not a number
    gelezen = _hoeveelheid(naam, groep["getal"], plaats)
    if gelezen is not None and "minder" in groep and naam == "personen":
        return replace(gelezen, waarde=gelezen.waarde - 1)  # "minder dan 5 klanten": people are whole
    return gelezen


def _hoeveelheid(naam: str, getal: str, plaats: "tuple[int, int]") -> Hoeveelheid | None:
    waarde = lees_getal(getal)
    if waarde is None:
        return None
    return Hoeveelheid(_SOORT.get(naam, naam), round(waarde * _FACTOR.get(naam, 1), 4), *plaats)


def _met_rol(hoeveelheid: Hoeveelheid, tekst: str, grenzen: "list[tuple[int, int]]") -> Hoeveelheid:
    begin, eind = zinsdeel(hoeveelheid.begin, hoeveelheid.eind, grenzen, len(tekst))
    deel = tekst[begin:eind]
    if hoeveelheid.soort == "getal" and (BUITEN.search(deel) or BINNEN.search(deel)):
        hoeveelheid = replace(hoeveelheid, soort="personen")  # "'s avonds twee"
    if hoeveelheid.soort == "personen":
        return replace(hoeveelheid, rol=rol_van_mensen(deel))
    if hoeveelheid.soort == "minuten":
        return hoeveelheid
    rol = rol_van_oppervlakte(hoeveelheid.begin, hoeveelheid.eind, begin, eind, tekst)
    if rol is None and hoeveelheid.soort == "deel":
        rol = "bedrijf"
    if rol == "woning" and hoeveelheid.laagste is not None:
        return replace(hoeveelheid, rol=rol, waarde=hoeveelheid.laagste)
    return replace(hoeveelheid, rol=rol)
