"""Quantities in a Dutch sentence: areas in m², shares, groups of people and bare numbers, each with its role.

Pure; no Rasa. `rol` says what a quantity is about, as far as the sentence tells: `woning` or `bedrijf` for an area or
share, `kantooruren` or `buiten_kantooruren` for people.
"""

import re
from dataclasses import dataclass, replace

from bot.components.getallen import DEEL, GETAL, lees_deel, lees_getal

_M2 = r"(?:m\s?\^?2\b|m²|m\.?\s?kw\b|mtr2\b|vierkante\s?meters?\b|vk\.?\s?m(?:eter)?s?\b|kwadraat\b|meters?\b|m\b)"
_HECTARE = r"(?:ha\b|hectares?\b|hectaren\b)"
_MENSEN = (
    r"(?:personen|persoon|mensen|mens|man|klanten|klant|bezoekers|bezoeker|cliënten|clienten|cliënt|client|patiënten|"
    r"patienten|cursisten|leerlingen|leerling|deelnemers|kinderen|kind|gasten|gast|collega's|medewerkers)\b"
)
_ZIJN = {
    "tweeën": 2, "tweeen": 2, "drieën": 3, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7,
    "achten": 8, "negenen": 9, "tienen": 10, "twaalven": 12,
}  # fmt: skip
_PATROON = re.compile(
    rf"(?P<lengte>{GETAL})\s*(?:m|meter)?\s*(?:x|bij|×)\s*(?P<breedte>{GETAL})\s*(?:{_M2})?"
    rf"|(?P<deel>{DEEL})"
    rf"|(?P<ha>{GETAL})\s*{_HECTARE}"
    rf"|(?P<m2>{GETAL})\s*{_M2}"
    rf"|(?:z'n|zijn|ons|onze)\s+(?P<zijn>{'|'.join(_ZIJN)})\b"
    rf"|(?P<mensen>{GETAL})\s*(?:(?:tot|of|à|a|-)\s*(?P<meer>{GETAL})\s*)?{_MENSEN}"
    rf"|\b(?P<niemand>niemand|geen\s+{_MENSEN})"
    rf"|(?P<getal>{GETAL})",
    re.IGNORECASE,
)
# A word of these says which of the two floor areas is meant.
_WONING = r"\b(?:\w*huis|\w*woning|appartement|flat|woonoppervlakte?|woonruimte|villa|studentenkamer|totaal|totale)\b"
_BEDRIJF = (
    r"\b(?:\w*kantoor\w*|\w*praktijk\w*|\w*salon|\w*bedrijf\w*|bedrijfje|zaak|\w*werkruimte|\w*werkkamer|atelier|\w*studio|"
    r"kamer|zolder|garage|schuur|schuurtje|bijgebouw|werkplaats|ruimte|opslag|gebruik|gebruiken|gebruikt|waarvan|daarvan|"
    r"slaapkamer|kelder|tuinhuis|hiervoor|ervoor|werk)\b"
)
_ROLWOORD = re.compile(rf"(?P<bedrijf>{_BEDRIJF}|\baan huis\b|\bthuis\b)|(?P<woning>{_WONING})", re.IGNORECASE)
_DEEL_VAN_WONING = re.compile(
    rf"^\s*(?:van|in)\s+(?:mijn|het|de|ons|onze|dit|deze)?\s*(?:hele\s+)?{_WONING}", re.IGNORECASE
)
_VAN_DE = re.compile(r"\bvan (?:de|het|die|mijn|onze) (?:totale )?$", re.IGNORECASE)
_BUITEN = re.compile(r"buiten (?:de )?kantoor|'s avonds|s avonds|avond|weekend|zaterdag|zondag", re.IGNORECASE)
_BINNEN = re.compile(r"kantooruren|kantoortijd|overdag|doordeweeks", re.IGNORECASE)
_GRENS = re.compile(r"[;.!?](?=\s|$)|,(?=\s|$)|\b(?:waarvan|daarvan|en|maar)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hoeveelheid:
    """`soort`: oppervlakte (m²), deel (share of the dwelling), personen or getal. `begin`/`eind`: place in the text."""

    soort: str
    waarde: float
    begin: int
    eind: int
    rol: str | None = None


def vind_hoeveelheden(tekst: str) -> list[Hoeveelheid]:
    """Every quantity of the text, in order. "een"/"één" and "half" alone are no quantity unless they are all there
    is."""
    gevonden = [hoeveelheid for match in _PATROON.finditer(tekst) if (hoeveelheid := _lees(match, tekst)) is not None]
    return _vul_tweede_rol([_met_rol(hoeveelheid, tekst) for hoeveelheid in gevonden])


def _lees(match: "re.Match[str]", tekst: str) -> Hoeveelheid | None:
    plaats = (match.start(), match.end())
    groep = {naam: stuk for naam, stuk in match.groupdict().items() if stuk is not None}
    if "lengte" in groep:
        lengte, breedte = lees_getal(groep["lengte"]), lees_getal(groep["breedte"])
        return Hoeveelheid("oppervlakte", round((lengte or 0) * (breedte or 0), 2), *plaats)
    if "deel" in groep:
        deel = lees_deel(groep["deel"])
        return None if deel is None else Hoeveelheid("deel", deel, *plaats)
    if "ha" in groep:
        return _hoeveelheid("oppervlakte", groep["ha"], plaats, 10_000)
    if "m2" in groep:
        return _hoeveelheid("oppervlakte", groep["m2"], plaats)
    if "zijn" in groep:
        return Hoeveelheid("personen", float(_ZIJN[groep["zijn"].lower()]), *plaats)
    if "mensen" in groep:
        return _hoeveelheid(
            "personen", groep.get("meer", groep["mensen"]), plaats
        )  # "4 tot 6 klanten": the most counts
    if "niemand" in groep:
        return Hoeveelheid("personen", 0.0, *plaats)
    if groep["getal"].lower() in ("een", "half", "halve") and tekst.strip(" .!?").lower() != groep["getal"].lower():
        return None  # an article, not a number
    return _hoeveelheid("getal", groep["getal"], plaats)


def _hoeveelheid(soort: str, getal: str, plaats: "tuple[int, int]", factor: int = 1) -> Hoeveelheid | None:
    waarde = lees_getal(getal)
    return None if waarde is None else Hoeveelheid(soort, round(waarde * factor, 2), *plaats)


def _met_rol(hoeveelheid: Hoeveelheid, tekst: str) -> Hoeveelheid:
    begin, eind = _zinsdeel(hoeveelheid, tekst)
    if hoeveelheid.soort == "personen":
        deel = tekst[begin:eind]
        if _BUITEN.search(deel):
            return replace(hoeveelheid, rol="buiten_kantooruren")
        return replace(hoeveelheid, rol="kantooruren") if _BINNEN.search(deel) else hoeveelheid
    if _DEEL_VAN_WONING.match(tekst[hoeveelheid.eind : eind]):
        return replace(hoeveelheid, rol="bedrijf")  # "40 m² van mijn huis" is what the business takes
    voor = list(_ROLWOORD.finditer(tekst, begin, hoeveelheid.begin))
    na = list(_ROLWOORD.finditer(tekst, hoeveelheid.eind, eind))
    if not voor and _VAN_DE.search(tekst[begin : hoeveelheid.begin]):
        return replace(hoeveelheid, rol="woning")  # "van de 130 m² gebruik ik er 30"
    woord = voor[-1] if voor else na[0] if na else None
    if woord is None:
        return replace(hoeveelheid, rol="bedrijf") if hoeveelheid.soort == "deel" else hoeveelheid
    return replace(hoeveelheid, rol=woord.lastgroup)


def _zinsdeel(hoeveelheid: Hoeveelheid, tekst: str) -> "tuple[int, int]":
    """Begin and end of the clause that the quantity stands in; "waarvan" and "daarvan" belong to the clause they
    open."""
    grenzen = [grens for grens in _GRENS.finditer(tekst) if not (grens.start() < hoeveelheid.eind <= grens.end())]
    begin = max((grens.start() for grens in grenzen if grens.end() <= hoeveelheid.begin), default=0)
    eind = min((grens.start() for grens in grenzen if grens.start() >= hoeveelheid.eind), default=len(tekst))
    return begin, eind


def _vul_tweede_rol(gevonden: list[Hoeveelheid]) -> list[Hoeveelheid]:
    """Two areas of which one has a role: the other is the other one."""
    oppervlaktes = [h for h in gevonden if h.soort == "oppervlakte"]
    if len(oppervlaktes) != 2 or sum(h.rol is None for h in oppervlaktes) != 1:
        return gevonden
    bekend = next(h.rol for h in oppervlaktes if h.rol is not None)
    ander = "bedrijf" if bekend == "woning" else "woning"
    return [replace(h, rol=ander) if h.soort == "oppervlakte" and h.rol is None else h for h in gevonden]
