"""What a quantity is about: the dwelling or the business, office hours or the evening. Pure; words around it tell."""

import re

_WONING = (
    r"\b(?:(?!tuin|kippen)\w*huis(?:je)?|\w*woning(?:kje)?|appartement(?:je)?|flat(?:je)?|"
    r"woonopp\w*|woonruimte|woon op|wonen op|woon in|wonen "
    r"in|house|home|apartment|woonhuis|villa|bungalow|"
    r"boerderij|"
    r"studentenkamer|totaal|totale|in totaal|gehele)\b"
)
_BEDRIJF = (
    r"\b(?:\w*kantoor\w*|\w*praktijk\w*|\w*salon|\w*bedrijf\w*|bedrijfje|zaak|\w*werkruimte|\w*werkkamer|atelier|"
    r"\w*studio|"
    r"\w*kamer(?:tje)?|\w*zolder(?:tje)?|garage|schuur|schuurtje|bijgebouw|hok(?:je)?|office|\w*werkplaats|ruimte|opslag|gebruik|gebruiken|gebruikt|"
    r"waarvan|daarvan|"
    r"kelder|tuinhuis|hiervoor|ervoor|werk|nodig)\b"
)
# A plot, a station: neither the dwelling nor what the business takes of it.
_GEEN_VAN_BEIDE = r"\b(?:kavel|perceel|grond|stuk grond|bouwgrond|terrein|hectare|ha)\b"
_ROLWOORD = re.compile(
    rf"(?P<geen>{_GEEN_VAN_BEIDE})|(?P<bedrijf>{_BEDRIJF}|\baan huis\b|\bthuis\b)|(?P<woning>{_WONING})", re.IGNORECASE
)
_DEEL_VAN_WONING = re.compile(
    rf"^\s*(?:van|in|binnen)\s+(?!totaal)(?:(?:mijn|het|de|een|ons|onze|dit|deze|m'n|me)\s+)?(?:\w+e[n]?\s+)?{_WONING}",
    re.I,
)
_VAN_HET_GEHEEL = re.compile(
    r"^\s*(?:m2|m²)?\s*(?:van (?:de|die|het|mijn|onze)|v\.?d\.?) (?:totale )?(?:\d|honderd|twee|drie)", re.I
)
_VAN_DE = re.compile(r"\b(?:van (?:de|het|die|mijn|onze)|v\.?d\.?) (?:totale )?$", re.IGNORECASE)
BUITEN = re.compile(
    r"(?:buiten|na) (?:de )?(?:kantoor|werktijd|werk\b)|na (?:vijf|zes|17|18|5|6)(?: uur|en)?\b|na vijven\b|"
    r"'s avonds|s avonds|avond|weekend|zaterdag|zondag",
    re.IGNORECASE,
)
BINNEN = re.compile(r"kantooruren|kantoortijd|overdag|doordeweeks|door de week", re.IGNORECASE)
_VULWOORD = re.compile(r"\b(?:en|ongeveer|circa|ca|is|het|dat|ik denk|denk ik|zo'n|van)\b", re.IGNORECASE)
_LANGSTE_ZIN = 200  # characters to either side in which words say what a quantity is about
_GRENS = re.compile(
    r"[;.!?](?=\s|$)|,(?=\s|$)|\b(?:waarvan|daarvan|en(?! een hal)|maar(?!\s+(?:\d|een|twee|drie|vier|vijf|zes|zeven|"
    r"acht|negen|tien|twaalf|\w+tig\b)))\b|\b(?=ik gebruik|ik wil)",
    re.IGNORECASE,
)


def zinsgrenzen(tekst: str) -> "list[tuple[int, int]]":
    """Begin and end of every sign or word between two clauses."""
    return [grens.span() for grens in _GRENS.finditer(tekst)]


def zinsdeel(plek: int, plek_na: int, grenzen: "list[tuple[int, int]]", lengte: int) -> "tuple[int, int]":
    """Begin and end of the clause that plek..plek_na stands in; "waarvan" and "daarvan" belong to the clause they
    open."""
    begin = max((van for van, tot in grenzen if tot <= plek and not van < plek_na <= tot), default=0)
    eind = min((van for van, _ in grenzen if van >= plek_na), default=lengte)
    return max(begin, plek - _LANGSTE_ZIN), min(eind, plek_na + _LANGSTE_ZIN)


def rol_van_mensen(deel: str) -> str | None:
    """`kantooruren` or `buiten_kantooruren`, by the words of the clause."""
    if BUITEN.search(deel):
        return "buiten_kantooruren"
    return "kantooruren" if BINNEN.search(deel) else None


def rol_van_oppervlakte(plek: int, plek_na: int, begin: int, eind: int, tekst: str) -> str | None:
    """`woning`, `bedrijf` or None for the area at tekst[plek:plek_na] in the clause tekst[begin:eind]."""
    if _DEEL_VAN_WONING.match(tekst[plek_na:eind]) or _VAN_HET_GEHEEL.match(tekst[plek_na:eind]):
        return "bedrijf"  # "40 m² van mijn huis" is what the business takes
    if re.search(_GEEN_VAN_BEIDE, tekst[plek:plek_na], re.IGNORECASE):
        return None
    voor = list(_ROLWOORD.finditer(tekst, begin, plek))
    if _VAN_DE.search(tekst[begin:plek]):
        return "woning"  # "van de 130 m² gebruik ik er 30"
    woord = voor[-1] if voor else next(_ROLWOORD.finditer(tekst, plek_na, eind), None)
    if woord is None and not re.search(r"[a-z]{2}", _VULWOORD.sub("", tekst[begin:plek] + tekst[plek_na:eind]), re.I):
        woord = next(
            reversed(list(_ROLWOORD.finditer(tekst, max(0, begin - _LANGSTE_ZIN), begin))), None
        )  # "de salon komt op zolder, 16 m²"
    return woord.lastgroup if woord is not None and woord.lastgroup != "geen" else None
