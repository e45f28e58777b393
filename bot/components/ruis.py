"""Numbers that are something else than a quantity of ours: prices, dates, ages, addresses, phone numbers. Pure.

`zonder_ruis` blots them out with spaces, so that whoever reads on finds what is left at its own place in the text. A
number that is denied ("niet 120 maar 140") and a bound that is no value ("meer dan 500 m²") go the same way: the
user is asked for the number, in place of us taking one that was not said.
"""

import re

from bot.components.eenheden import HECTARE, LOPEN, M2, MENSEN, MINUUT, PROCENT, TEGELIJK
from bot.components.getallen import DEEL, GETAL

_NIET_VAN_MAAT = rf"(?!\w*\s+van\s+(?:elk\s+|ieder\s+|ongeveer\s+)?{GETAL}\s*{M2})"  # these are an area together
_MAAND = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_EENHEID = rf"(?:{M2}|{HECTARE}|{PROCENT}|{MENSEN}|{TEGELIJK})"
_GEEN_EENHEID = rf"(?!\s*(?:[,.]\d|(?:-|tot|à|a|of|en)\s*\d|{_EENHEID}))"
_STRAAT = (
    r"\w*(?:straat|str\.?|weg|laan|singel|plein|dijk|pad|ring|hof|markt|kade|steeg|plaats|brink|bleekerij|"
    r"stoomblekerij)"
)
_NIET_ACHTER_POSTCODE = (
    r"(?!(?:ha|m2?|en|of|in|is|te|op|om|vk|ik|er|we|ca|km|cm|of|bv|nu|ja|dm|al|mt|qm|kw|zo|ze|je|als)\b)"
)

_LIDWOORD = r"(?:mijn|me|m'n|de|het|'t|onze|ons|een|die|deze|dit|zijn|haar|alle)"
# What a share may be of and still be a share of the dwelling.
_GEHEEL = (
    r"(?:hele|gehele|totale|totaal|geheel|eigen|\w*huis|huisje|\w*woning|appartement\w*|flat\w*|villa|boerderij|bungalow|pand|"
    r"\w*oppervlak\w*|woon\w*|\w*meters?|m2|vierkante|ruimte|vloer\w*|hectare|ha|dat|alles|wat|deze|die|dit|\w*(?:honderd|tig)\w*)\b"
)

_RUIS = (
    # money
    r"(?:€|euro|eur)\s*\d[\d.,]*(?:-)?",
    rf"{GETAL}\s*(?:€|euro'?s?\b|eur\b|k euro\b|,-|cent\b)",
    # dates, years, times
    r"\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b",
    rf"\b\d{{1,2}}(?:e|ste|de)?\s+(?:{_MAAND})\b(?:\s+\d{{4}})?",
    rf"\b(?:{_MAAND})\s+\d{{4}}\b",
    rf"\b(?:sinds|uit|anno|vanaf|in|bouwjaar|begin|eind|jaar|geboren|per|tot|na|voor)\s+(?:18|19|"
    rf"20)\d\d\b{_GEEN_EENHEID}",
    r"\b\d{1,2}(?::|\.)\d{2}\s*(?:uur|u)\b|\b\d{1,2}:\d{2}\b",
    rf"\bvan\s+\d{{1,2}}\s+tot\s+\d{{1,2}}\b(?:\s*uur)?{_GEEN_EENHEID}(?!\s*{MINUUT})",
    rf"\btussen\s+{GETAL}\s+en\s+{GETAL}\s*(?:uur|u)\b|\b(?:om|rond|na|voor|vanaf|tot)\s+{GETAL}\s*uur\b",
    rf"{GETAL}\s*(?:uur|uren|uurtjes)\b(?!\s*{LOPEN})",
    r"\b24\s?/\s?7\b",
    rf"\b(?:om|rond|vanaf|tot|na|voor|tegen)\s+(?:half|kwart (?:voor|over)|\w+ (?:voor|"
    rf"over))\s+{GETAL}(?!\s*{_EENHEID})",
    # how long, how often, how old
    rf"(?:{GETAL}|een|half)\s*(?:half\s+)?(?:jaar|jaren|jr|maand|maanden|week|weken|dag|dagen|dagdeel|dagdelen|"
    rf"nachten|seconden)\b(?:\s+oud)?",
    rf"{GETAL}\s*(?:keer|x|maal)\s*(?:per|in de|in een|op een|week|dag|maand|jaar)\b\s*\w*",
    r"\bik ben\s+\d{2}\b(?!\s*[,.]?\d)(?=\s*(?:$|[,.;!]|jaar|en\b))",
    # a number of people over a day or a week is no group
    rf"{GETAL}\s*(?:(?:tot|of|à|a|-)\s*{GETAL}\s*)?(?:{MENSEN}|afspraken|behandelingen|bestellingen|"
    rf"pakketjes)\s*(?:per|elke|iedere|in de|op een|aan)\s*(?:dag|week|maand|jaar)\b",
    # numbers that are names: telephone, registration, postcode, house, article
    r"(?:\+31|\b0031|\b0)\s?\d{1,3}[-\s]?(?:\d[-\s]?){6,8}\b",
    r"\b\d{8,}\b",
    rf"\b[1-9]\d{{3}}\s?{_NIET_ACHTER_POSTCODE}[A-Za-z]{{2}}\b",
    rf"\b{_STRAAT}\s+(?:(?:nr|nummer|huisnr|huisnummer|no)\.?\s*)?\d+(?:\s?[-/]?\s?(?:[a-z]\b|\d+\b))?{_GEEN_EENHEID}",
    r"\b(?:nr|nummer|huisnummer|huisnr|perceel|kavelnummer|unit|gebouw|artikel|art|paragraaf|hoofdstuk|bijlage|tabel|"
    r"figuur|fase)\.?\s?:?\s*\d+(?:\.\d+)*[a-z]?\b"
    rf"{_GEEN_EENHEID}",
    r"\b(?:is|komt|stamt|staat er) (?:al )?(?:van|uit)\s+(?:18|19|20)\d\d\b"
    rf"{_GEEN_EENHEID}",
    r"\b(?:milieu)?cat(?:egorie)?\.?\s*\d(?:\.\d)?\b",
    r"\b\d+(?:e|ste|de)\b",
    # other measures, and things that are counted
    r"\b(?:een|één) kamer(?:tje)? of \w+",
    rf"{GETAL}\s*(?:m3|m³|kuub|km|kilometer|cm|mm|centimeter|kg|kilo|ton|liter|kw|kwh|kva|volt|db|decibel|graden|mb|"
    rf"gb|watt)\b",
    rf"{GETAL}\s*(?:m|meter|mtr)\s*(?:hoog|hoogte|diep de grond|vanaf|van het|van de|verderop|afstand|{LOPEN}|ver\b|"
    rf"verwijderd)",
    rf"{GETAL}\s*(?:(?:\w*kamer(?:tje)?s?|ruimtes?|verdieping(?:en)?){_NIET_VAN_MAAT}|etages?|lagen|kinderen thuis|"
    rf"ramen|deuren|"
    rf"auto'?s?|busjes?|bussen|vrachtwagens?|parkeerplaats(?:en)?"
    r"|gezin(?:nen)?(?!\s+van\b)|stel(?:len|letjes?)?(?!\s+van\b)|koppels?|"
    r"groep(?:en|jes?)?(?!\s+van\b)|straten|haltes?|huizenblokken|"
    r"stoplichten|rotondes|"
    rf"medewerkers?|werknemers?|personeelsleden|collega'?s?|man personeel|bedrijven|panden|huizen|woningen|bureaus?|"
    r"werkplekken|tafels?|stoelen|honden|katten"
    r"|paarden|fietsen|stappen|vragen|opties|redenen|dingen|producten|machines|vestigingen|winkels|kavels|units)\b",
    # those one lives with are no visitors
    rf"\b(?:woon|wonen)\b(?:\s\w+){{0,3}}\s+met\b(?:\s[\w']+){{0,4}}?\s+{GETAL}\s*(?:{MENSEN}|kids|kleintjes)",
    # a share of something else than the dwelling
    rf"(?:{GETAL}\s*{PROCENT}|{DEEL})\s+(?:van|v\.?d\.?)\s+(?:{_LIDWOORD}\s+)?(?!(?:\w+e\s+)?{_GEHEEL}|{_LIDWOORD}\b)[^\W\d]\w+",
    r"(?:100|honderd|200|1000)\s*(?:%|procent)\s+(?:zeker|eigenaar|eens|akkoord|goed|legaal)",
    rf"{GETAL}\s*(?:{PROCENT})\s*(?:btw|rente|korting)",
    # not on foot
    rf"(?:{GETAL}\s*{MINUUT}|kwartier(?:tje)?|half uur(?:tje)?)\s*(?:met de|met het|per|in de|op de)?\s*(?:fietsen|"
    rf"fiets|auto|rijden|bus|trein|ov|scooter|bromfiets|vliegen)\b",
    # denied, or replaced
    rf"\b(?:niet|geen)\s+{GETAL}(?:\s*{_EENHEID})?(?=\s*,?\s*(?:maar|doch|wel)\b)",
    rf"\b(?:niet|geen)\s+{GETAL}(?:\s*{_EENHEID})?(?=\W*$)",  # "het is 110, niet 100"
    # looked back at: "die 95 was zonder de berging"
    rf"\b(?:die|dat|deze)\s+(?:eerste\s+)?{GETAL}(?:\s*{_EENHEID})?(?=\s+(?:was|waren|is zonder|is exclusief|klopt|"
    rf"klopte)\b)",
    rf"\b(?:ipv|i\.p\.v\.?|in plaats van|inplaats van)\s+{GETAL}(?:\s*{_EENHEID})?",
    rf"\bvan\s+{GETAL}(?:\s*{_EENHEID})?(?=\s+naar\s+{GETAL})",
    # a bound says no value
    rf"\b(?<!niet )(?<!nooit )(?:meer|groter|hoger|langer|verder) dan\s+(?:de\s+)?{GETAL}(?:\s*(?:{_EENHEID}|"
    rf"{MINUUT}))?(?:\s*{LOPEN})?",
    rf"\b(?<!en )(?:boven|over|vanaf) (?:de |het )?{GETAL}(?:\s*{_EENHEID})",
    rf"\b(?:minder|kleiner|lager) dan\s+(?:de\s+)?{GETAL}(?!\s*(?:{MENSEN}|{TEGELIJK}|{MINUUT}))(?:\s*{_EENHEID})?",
    rf"\bonder (?:de |het )?{GETAL}(?:\s*{_EENHEID})?",
)  # fmt: skip
# What is denied or replaced, of which the unit holds for the number that stays.
ONTKENDE_MAAT = re.compile(rf"\b(?:niet|geen|ipv|i\.p\.v\.?|in ?plaats van|van)\s+{GETAL}\s*(?:{M2})", re.IGNORECASE)
# Said before, and something else now: "ik had 90 gezegd maar dat moet 95 zijn". Looked for only where its words stand.
_EERDER_WOORD = re.compile(
    r"\b(?:gezegd|genoemd|ingevuld|opgegeven|getypt|zei|typte|noemde|dacht|was|waren)\b", re.IGNORECASE
)
_EERDER = re.compile(
    rf"{GETAL}(?:\s*{_EENHEID})?(?=\s*(?:gezegd|genoemd|ingevuld|opgegeven|getypt)\W+(?:maar|dat|dit|het moet|moet)\b)"
    rf"|\b(?:zei|typte|noemde)\s+(?:ik|we|wij)\s+(?:(?:net|eerst|eerder|zojuist|daarnet)\s+)?{GETAL}(?:\s*{_EENHEID})?"
    rf"(?=\W+maar\b)"
    rf"|\b(?:dacht|was|waren)\s+(?:(?:ik|we|wij|het|eerst|eerder|ooit|vroeger|ongeveer)\s+)*{GETAL}(?:\s*{_EENHEID})?"
    rf"(?=\W+(?:maar|(?:\w+\s+){{0,4}}(?:nu|inmiddels|wordt|is het))\b.*(?:\d|tig\b|honderd))",
    re.IGNORECASE,
)
# Each starts at the start of a word: looking there only is five times as fast.
_EEN_VAN_ALLE = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{patroon})' for patroon in _RUIS)})", re.IGNORECASE)
_KAN_GETAL_ZIJN = re.compile(
    r"\d|[eé]{1,2}n\b|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaal|tien|tig\b|honderd|duizend|hal[fv]|uur|"
    r"kwart|helft"
    r"|jaar|maand|week|dag",
    re.IGNORECASE,
)


def zonder_ruis(tekst: str) -> str:
    """The text, as long as it was, with spaces where a number is no quantity."""
    if _KAN_GETAL_ZIJN.search(tekst) is None:
        return tekst
    if _EERDER_WOORD.search(tekst):
        tekst = _EERDER.sub(_leeg, tekst)
    return _EEN_VAN_ALLE.sub(_leeg, tekst)


def _leeg(match: "re.Match[str]") -> str:
    return " " * len(match.group())
