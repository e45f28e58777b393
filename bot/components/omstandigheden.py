"""Facts that are so or not so, told unasked: "ik sla hout op in de tuin", "het is geen monument". Pure.

Each is the field of a check that it fills. Only what a sentence states counts: a question ("mag ik buiten opslaan?")
says nothing of what somebody does. A denial in the same clause turns it around.
"""

import re

_VRAAG = re.compile(
    r"^\W*(?:(?:en|maar|of|oké|ok|hoi|hallo)\W+)?(?:mag|mogen|kan|kun|kunt|kunnen|moet|moeten|hoe|wat|waar|welke?|"
    r"wanneer|waarom|wie|is|zijn|geldt)\b",
    re.IGNORECASE,
)
_STEL = re.compile(r"^\W*(?:en\W+)?(?:wat\W+)?(?:als|stel)\b", re.IGNORECASE)
_GRENS = re.compile(r"[;.!?,](?=\s|$)|\b(?:maar|waarbij)\b", re.IGNORECASE)
_NIET = re.compile(r"\b(?:niet|geen|niets|niks|nooit|nergens|zonder)\b", re.IGNORECASE)

_MAG_OP_STRAAT = re.compile(
    r"\b(?:laden|lossen|uitladen|inladen|parkeren|"
    r"parkeer)\b",
    re.IGNORECASE,
)  # no work in public space

_FEITEN = {
    "buitenopslag": r"\b(?:op\s?sla|sla\b|slaan\b|opslag|opgeslagen|opslaan|bewaar|stal\b|stallen|berg\b|leg\b|ligt|"
    r"liggen|staan)"
    r".*\b(?:buiten\b(?! kantoor)|tuin|achtertuin|voortuin|erf|oprit|buitenlucht)"
    r"|\b(?:buiten|in de tuin|op het erf|op de oprit)\b(?! kantoor).*\b(?:op\s?sla|opslag|opgeslagen|opslaan|bewaar|"
    r"stal\b|stallen|neer)|\bbuitenopslag"
    r"|\b(?:niets|niks|spullen|materia\w+|hout|stenen|voorraad|goederen|steigers?|"
    r"aanhangers?|containers?|pallets?|kisten|machines?|bouwmateria\w+)\b.*\b(?:buiten\b(?! kantoor)|in de "
    r"(?:achter|voor|zij)?tuin|op het erf|"
    r"op de oprit)",
    "centrumOfStadserf": r"\b(?:in|midden in) (?:het |de |een |'t )?(?:stads|dorps)?(?:centrum|binnenstad|stadserf|"
    r"stadserfgebied)\b|\bstadserf\b",
    "openbareRuimte": r"\bop (?:de )?(?:stoep|straat|openbare weg|openbare ruimte|trottoir)\b|"
    r"\bin de openbare ruimte\b|\bop het trottoir\b",
    "extraVerkeer": r"\b(?:veel|meer|extra|een hoop|druk\w*) (?:\w+ )?(?:auto'?s|verkeer|vrachtwagens?|bestelbus\w*|"
    r"vrachtverkeer|aan- en afvoer|verkeersbewegingen)",
    "monument": r"\b(?:rijks|gemeentelijk |gemeente)?monument(?:en)?\b|\bmonumentaal\b|\bmonumentale\b|"
    r"\bmonumentenstatus\b",
    "aparteEenheid": r"\b(?:verhuren|verhuur|verkopen|verkoop)\b.*\bniet (?:apart|los)\b|\b(?:apart|los|afzonderlijk|"
    r"aparte|losse|zelfstandige?)\b.*\b(?:verhu(?:ur|re)\w*|verkoop\w*|verkocht|verkopen|unit|eenheid)"
    r"|\b(?:onder)?verhu(?:ur|re)\w*\b.*\baan (?:een )?(?:ander\w*|derden|iemand|huurders?)\b|\baan (?:een "
    r")?(?:ander\w*|derden) "
    r"(?:\w+ )?verhu(?:ur|re)\w*|\bonderverhu\w+"
    r"|\b(?:verhu(?:ur|re)\w*|verkoop\w*|verkopen)\b.*\b(?:apart|los|afzonderlijk)\b",
    "bijBedrijf": r"\b(?:hoort|horen|zit|komt|is|blijft) bij (?:mijn|ons|een|het|onze|de) (?:eigen |"
    r"bestaande )?(?:bedrijf|fabriek|zaak|onderneming)"
    r"|\b(?:onderdeel|deel) van (?:mijn|ons|een|het|onze) (?:eigen |bestaande )?(?:bedrijf|fabriek|zaak)"
    r"|\bbij (?:mijn|ons|onze|de|het) (?:eigen |bestaande )?(?:\w+erij|\w*fabriek|\w*bedrijf|\w*hal|loods|"
    r"\w*werkplaats|productie\w*)\b"
    r"|\bkantoor bij (?:mijn|ons|onze) (?:eigen )?(?:bedrijf|fabriek|zaak|productie\w*)",
    "gevestigdInEnschede": r"\b(?:zit|zitten|gevestigd|staat|staan|ons bedrijf is|"
    r"mijn bedrijf is)\b(?: \w+){0,4} (?:in|te) enschede\b|\benschedees(?:e)? (?:bedrijf|onderneming|firma|zaak)\b",
    "stadsdistributie": r"\bstadsdistributie\b|\bbevoorrad\w* (?:van )?(?:de )?(?:winkels|binnenstad|stad)\b",
    "ondersteunend": r"\bondersteun(?:end|t)\b|\bvoor (?:de )?(?:eigen )?(?:werknemers|medewerkers) (?:van|"
    r"op) (?:het|de) (?:terrein|bedrijven)",
}  # fmt: skip
_PATRONEN = {veld: re.compile(patroon, re.IGNORECASE) for veld, patroon in _FEITEN.items()}


def vind_omstandigheden(tekst: str) -> dict[str, bool]:
    """Per field whether it is so; nothing for a question, but "en als ik buiten opslag heb?" supposes it."""
    if not _STEL.match(tekst) and (_VRAAG.match(tekst) or tekst.rstrip().endswith("?")):
        return {}
    gevonden: dict[str, bool] = {}
    for zin in _GRENS.split(tekst):
        for veld, patroon in _PATRONEN.items():
            if veld == "openbareRuimte" and _MAG_OP_STRAAT.search(zin):
                continue
            if patroon.search(zin):
                gevonden[veld] = _NIET.search(zin) is None
    return gevonden
