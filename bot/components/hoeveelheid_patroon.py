"""How a quantity is said in a Dutch sentence: one regular expression, of which hoeveelheden.py reads the groups."""

import re

from bot.components.eenheden import ARE, HECTARE, KAMERS, LOPEN, M2, MENSEN, MINUUT, PROCENT, TEGELIJK
from bot.components.getallen import CIJFERS, DEEL, GETAL, WOORD

ZIJN = {
    "tweeën": 2, "tweeen": 2, "drieën": 3, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6, "zevenen": 7,
    "achten": 8, "negenen": 9, "tienen": 10, "elven": 11, "twaalven": 12,
}  # fmt: skip
_TWEEDE = rf"(?:{CIJFERS}|\b{WOORD}\b)"  # behind "x" or "-", which may stand against it
_METER = r"(?:\s*(?:m|meters?|mtr)\b)?"
# "3 meter 50": with centimetres.
_CM = r"(?:\s+(?:en\s+)?(?P<{}>[1-9]\d|vijftig)(?=\s*(?:x|bij|×|\*|keer|maal|breed|lang|diep|[,.!]|$)))?"
_MAAT = rf"{_METER}\s*(?:breed|lang|diep)\b"
_LOSSE_EENHEID = {"oppervlakte": M2, "hectare": HECTARE, "are": ARE, "minuten": MINUUT, "personen": MENSEN}
EENHEDEN = {
    "hectare": HECTARE, "are": ARE, "deel": PROCENT, "minuten": MINUUT, "personen": rf"{MENSEN}|{TEGELIJK}",
    "oppervlakte": M2,
}  # fmt: skip
_EENHEID = "|".join(f"(?P<{naam}>{patroon})" for naam, patroon in EENHEDEN.items())
_REEKS = (
    rf"(?:tussen\s+(?:de\s+)?(?P<laag>{GETAL})\s+en\s+(?:de\s+)?(?P<hoog>{_TWEEDE})"
    rf"|(?P<van>{GETAL})(?:\s*(?:{M2}|{PROCENT}|{MINUUT}))?\s*(?:tot(?: en met)?|t/m|à|a|-|–|of|"
    rf"\bhooguit)\s*(?:de\s+)?(?P<tot>{_TWEEDE})"
    rf"|(?P<getal>{GETAL}))"
)
PATROON = re.compile(
    rf"(?<!\w)(?:(?P<lengte>{GETAL})(?:{_METER}|\s*(?:m|meters?|mtr)\b{_CM.format('cm')})\s*(?:x|bij|×|\*|keer|maal)\s*"
    rf"(?P<breedte>{_TWEEDE})\s*(?:(?:m|meters?|mtr)\b{_CM.format('cm2')}(?!\s?[\d²])|{M2})?"
    rf"|(?P<lengte2>{GETAL}){_MAAT}\s*(?:en|bij|x|,)\s*(?P<breedte2>{GETAL}){_MAAT}"
    rf"|(?P<maat>{GETAL}{_MAAT})"
    rf"|\b(?:lengte|breedte|diepte)\s*(?:is|van|:)?\s*(?P<lengte3>{GETAL}){_METER}\s*(?:en|,|x)?\s*(?:lengte|breedte|"
    rf"diepte)\s*(?:is|van|:)?\s*(?P<breedte3>{GETAL}){_METER}"
    rf"|\been\s+(?:stuk|groepje|groep)\s+(?:of\s+|van\s+)(?P<stuk>{GETAL})(?!\s*(?:{M2}|{PROCENT}|"
    rf"{HECTARE}))(?:\s*{MENSEN})?"
    rf"|\b(?:groep(?:en|je|jes)?|gezin|familie|klas|klasje|team|gezelschap|clubje)\s+van\s+(?:(?:maximaal|hooguit|ongeveer)\s+)?(?P<groep>{GETAL})(?:\s*{MENSEN})?"
    rf"|\b(?:een|"
    rf"één)\s+(?:{'|'.join(f'(?P<een_{naam}>{patroon})' for naam, patroon in _LOSSE_EENHEID.items())})"
    rf"\s+of\s+(?P<of>{GETAL})"
    rf"|(?P<breuk>{DEEL})(?:\s*(?P<van_hectare>{HECTARE}))?"
    r"|\b(?=(?:het|de|mijn|ons)\b)(?<!heeft )(?<!telt )(?<!meet )(?<!beslaat )(?<!is )"
    r"(?P<heel>(?:het|de|mijn|ons)\s+(?:gehele|hele|volledige)\s+"
    r"(?:huis|woning|appartement|pand))\b(?!\s*(?:is|heeft|telt|meet|beslaat|van|ongeveer|:|=|\d))"
    r"|\b(?P<half>(?:het|de|mijn|ons)\s+halve\s+(?:huis|woning|appartement|pand))\b"
    r"|\b(?P<kwartier>(?:(?:een|drie|3)\s+)?kwartier(?:tje)?)\b"
    r"|\b(?P<uur>(?:een\s+)?half\s+uur(?:tje)?|(?:een|anderhalf)\s+uur(?:tje)?(?=\s+"
    rf"{LOPEN}))\b"
    rf"|(?:z'n|zijn|zn|ons|onze)\s+(?P<zijn>{'|'.join(ZIJN)})\b"
    r"|\b(?P<een_op_een>(?:een|één|1)[\s-]op[\s-](?:een|één|1)\b)"
    rf"|\b(?P<niemand>(?<!woont )(?<!wonen )niemand|nobody|no\s?one|geen\s+(?:enkele\s+)?(?:{MENSEN}|bezoek\b|"
    rf"klandizie\b|"
    r"aanloop\b|mens\b)|g(?:een|ien|in)\s+e(?:en|ne)\b|(?:nooit|zelden)\s+(?:iemand|bezoek|klanten|mensen|wat)\b|"
    r"(?:niks|niets)\s+over\s+de\s+vloer)"
    r"|\b(?P<geen>geen)(?=\s*(?:[,.!?]|$))"
    rf"|(?P<minder>minder\s+dan\s+)?{_REEKS}\s*(?:{_EENHEID}"
    rf"|{KAMERS}\s+van\s+(?:elk\s+|ieder\s+|ongeveer\s+)?(?P<elk>{GETAL})\s*{M2})?)",
    re.IGNORECASE,
)  # fmt: skip
