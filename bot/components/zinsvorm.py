"""The intent of a message where the form of the sentence leaves no doubt, whatever the classifier thought. Pure.

- A bare yes, no or value ("ja hoor", "120 m²", "Enschede"): too little for a classifier, and nothing to guess.
- "en als het 60 m² is?": another value for the same plan.
- "waarom niet?": about what was said just now. "en op zondag?": a follow-up to a question, however little it says.
- "doe de check …" starts a check (which one, the action reads); "ik wil thuis …" the one on working from home.
- A question ("mag ik thuis …?") asks what the policy says. Only an own plan, or the request to check it, starts the
  check: taking a question for a plan answers nothing and asks a lot.
"""

import re
from functools import lru_cache

from bot.components.bewoner import vind_bewoner
from bot.components.energielabel import vind_energielabel
from bot.components.gemeente import vind_gemeente
from bot.components.hoeveelheden import Hoeveelheid, vind_hoeveelheden
from bot.components.ja_nee import is_kaal, ja_nee
from bot.components.zinspatronen import intent_van_patroon

# Words around a value that add nothing to it.
_VULWOORDEN = re.compile(
    r"\b(?:ongeveer|circa|ca|zo'n|bijna|ruim|maximaal|hooguit|ik denk|dat is|het is|is|zijn|er|in|dan|nee|sorry"
    r"|bedoel|ik)\b"
    r"|[\s.,!]"
)
# Said before a sentence, these change nothing of what it asks.
_AANLOOP = r"^(?:(?:en|wat|maar|oké|oke|ok|hm+|nou|tja|o|oh|ah|aha|ja|trouwens|wacht(?: even)?|goed|dus)[\s,.!]+)*"
_STEL = re.compile(rf"{_AANLOOP}(?:als|stel|met|dan)\b", re.IGNORECASE)
_WAAROM = re.compile(
    r"^(?:(?:en|maar|ok|oké|oke)\s+)?(?:waarom|hoezo)(?:\s+(?:dan|niet|wel|eigenlijk|toch))*[\s?!.]*$", re.I
)
_VERVOLG = re.compile(
    r"^(?:(?:ok|oké|oke|goed|dus)[,.]?\s+)?(?:en|maar|of)\s+"
    r"(?:in|op|bij|voor|wat als|met(?! wie)|zonder|buiten|binnen|na|als|alleen|ook|overdag|daarna|de|het|een|'s)\b"
    r"|^dus (?:\w+ )?niet\b",
    re.IGNORECASE,
)
# What the classifier makes of the few words of a follow-up; any other thought of it stands.
_NIET_BIJ_VERVOLG = (
    *("geef_gegevens", "bevestig", "ontken", "groet", "afscheid", "wie_ben_jij"),
    *("waarom_vraagt_u", "belofte_gevraagd", "scheldwoorden", "annuleer"),
)
# A plan in English or German: the check only speaks Dutch, an answer says so in the speaker's language.
_ANDERE_TAAL = re.compile(
    r"^(?:(?:hi|hello|hallo|guten tag)\W+)?(?:i|i'm|i'd|my|ich|mein|meine|wir|we (?:are|want|would|plan))\s",
    re.IGNORECASE,
)
_VRAAG = re.compile(
    r"^(?:\w+ ){0,2}?(?:wat|hoe|hoeveel|welke?|waar|waarom|wanneer|wie|mag|mogen|moet|moeten|geldt|telt|is het"
    r"|is er|zijn er|heb ik)\b|^(?:is|zijn|valt|vallen|hoort|horen|zit|zitten|ligt|liggen|staat|staan|kan|kunnen|"
    r"krijg|heeft|tellen|gelden) (?!ik zit)"
    r"|^(?:wordt|worden|komt|komen) (?:er|mijn|de|het|dit|ons|onze) (?!niemand|geen|nooit)"
    r"|.*[,;] (?:mag|mogen|kan|klopt|moet|hoe|wat)\b|.*\bik (?:vraag me af|wil weten|wil graag weten"
    r"|zou willen weten)\b",
    re.IGNORECASE,
)
_NAGAAN = re.compile(
    r"\b(?:check\w*|nagaan|na te gaan|nagekeken|nakijken|opzoeken|uitzoeken|controle\w*|toets\w*|beoorde\w*|"
    r"mijn (?:plan|situatie))\b"
    r"|\b(?:ga|kijk|zoek)\b(?: \w+){0,12} (?:na|op)\b",
    re.IGNORECASE,
)

# "regels detailhandel op bedrijventerrein": a few words to search with.
_TREFWOORDEN = re.compile(
    r"\b(?:regels?|beleid|voorwaarden|maximum|maximaal|uitleg|informatie|toegestaan|vergunning|toekomst|beschikbare?|"
    r"plannen|"
    r"maatregelen|vraag over|meer weten|vertel|leg uit)\b",
    re.IGNORECASE,
)
_EIGEN_PLAN = re.compile(r"\b(?:ik|wij|we) (?:wil|willen|ga|gaan|zoek|zoeken|begin|start|open)\b|\bof\b", re.IGNORECASE)
_EIGEN_PLAN_ERACHTER = re.compile(
    r"[.?!,;]\s*(?:ik|wij|we) (?:wil|willen|zoek|zoeken|heb|hebben|ga|gaan)\b", re.IGNORECASE
)
_KNOP = re.compile(r"^[A-Z][\w -]{3,60}: [^,]{1,60}$")  # "Profiel van het terrein: Breed economisch": a button of ours
_GEEN_VRAAG = ("weet_ik_niet", "afscheid", "bevestig", "ontken", "annuleer", "bedankt")  # no question says these
# Whatever else a message is, it is this first.
_DRINGEND = ("nood", "dreiging", "scheldwoorden")
_GROF = ("dreiging", "scheldwoorden")
_OVER_ONS = ("wie_ben_jij", "belofte_gevraagd", "waarom_vraagt_u", "klacht")
_OVER_ONS_ZEKER = 0.9  # less sure than this, a question about a thing is no question about us
_WAT = re.compile(
    r"^(?:wat vin\w+|(?:wat (?:is|zijn|betekent|doet|eet)|welke?|waar (?:is|zijn|ligt))(?! (?:u|jij|je|jullie)\b))\b",
    re.IGNORECASE,
)
_TOT_ONS = re.compile(r"\b(?:u|uw|jij|jou|jouw|je|jullie|bot|chatbot|computer|robot|mens)\b", re.IGNORECASE)
_UITROEP = re.compile(
    r"^(?:\w+ ){0,2}?(?:wat een|hoe (?:durf|dom|stom|haal|kun|kan je|kunnen jullie))\b", re.IGNORECASE
)
_DRINGEND_ZEKER = 0.5  # less sure than this, without a pattern that fits, it is sooner something else
_KORT_WOORD = 2  # "smid", "oude munten": one word alone is sooner a trade that the classifier does not know
_PLANWOORD = re.compile(
    r"\b(?:wil|willen|ga|gaan|zoek\w*|gezocht|begin\w*|start\w*|open\w*|kopen|bouwen|huren|vestigen|nodig|worden|"
    r"plan|aan huis|opzoeken"
    r"|kavel kopen|otb|informele|functiemenging|kavel|bouwgrond|kantoorlocatie|werken)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"^(?:mijn|me|m'n|de|het|ons|onze|een|dat|we|ik)\b.*\b(?:is|wordt|heeft|van|gebruik)\b", re.IGNORECASE)
_EEN_MAAT = 7  # words of "het kantoor wordt ongeveer 35 vierkante meter"
_CHECK = re.compile(
    r"^(?!.*opnieuw)(?:(?:ja|ok|oké|oke|nee|goed)[,.]?\s+)?(?:doe|start|begin|open)\s+(?:met\s+)?(?:maar\s+)?(?:de|"
    r"een)\s+check\b",
    re.IGNORECASE,
)
# "mag dat? doe de check": what is asked for last.
_VERZOEK_AAN_HET_EIND = re.compile(
    r"[.?!,;]\s*(?:(?:en )?(?:wil|kan|kun|kunt) (?:u|je) (?:dat |het )?)?(?:doe (?:maar )?(?:de|een) check|check "
    r"(?:dat|dit|het|maar|"
    r"graag|eens|even)\b[\w\s]*|graag een check|(?:ga|kijk) (?:dat|het|dit) (?:\w+ )?na|nagaan(?: graag| aub)?)\W*$",
    re.IGNORECASE,
)
_KORT = 4  # words of an answer that is a label and little more
_ADRES = re.compile(
    r"^(?:(?:het|mijn|adres|is|op|aan|de|in) )*[\w.-]*(?:straat|str\.?|weg|laan|singel|plein|dijk|ring|hof|kade)"
    r" (?:nr\.? |nummer )?\d+ ?-?[a-z]?\W*$",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"^(?:(?:hallo|hoi|goedemiddag|goedemorgen|goedendag)[,.!]?\s+)?(?:ik|wij|we)\s+(?:wil|willen|ga|gaan|zou|zouden|"
    r"begin|beginnen|start|starten|"
    r"open|openen|ben van plan|zijn van plan)\b(?!.*\b(?:weten|vragen|informatie|stoppen|opnieuw|medewerker|of)\b)"
    r".*\b(?:thuis|aan huis|vanuit huis|in huis|(?:mijn|ons|onze|eigen)\s+(?:huis|woning|appartement|flat|garage"
    r"|schuur|zolder|woonkamer))\b",
    re.IGNORECASE,
)


def intent_van_vorm(tekst: str, gedacht: str | None, zekerheid: float = 1.0) -> str | None:
    """The intent that the form of the sentence tells; None to leave the one that the classifier thought (`gedacht`)."""
    if (zeker := intent_zonder_twijfel(tekst)) is not None:
        return zeker
    if _VERZOEK_AAN_HET_EIND.search(tekst):
        return gedacht if gedacht is not None and gedacht.startswith("start_") else "start_check"
    if gedacht == "nood" and _STEL.match(tekst) and vind_bewoner(tekst) is not None:
        return "geef_gegevens"  # "en stel dat ik er niet meer woon?"
    if (gedacht in _GROF or (gedacht in _OVER_ONS and zekerheid < _OVER_ONS_ZEKER)) and _is_vraag_over_iets(tekst):
        return "vraag_beleid"  # "wat is STOMP", "wie is novel-t": strange words, but a question
    if gedacht in _DRINGEND and (zekerheid < _DRINGEND_ZEKER or len(tekst.split()) <= _KORT_WOORD):
        return "geef_gegevens" if len(tekst.split()) <= _KORT else "vraag_beleid"  # "smid", "er komt niemand langs"
    if gedacht in _GEEN_VRAAG and tekst.rstrip().endswith("?"):
        return "vraag_beleid"  # "moet ik dit ergens melden?"
    start = gedacht is not None and gedacht.startswith("start_")
    if _VERVOLG.match(tekst) and (start or gedacht in _NIET_BIJ_VERVOLG):
        return "vraag_beleid"
    nagaan = _NAGAAN.search(tekst) is not None
    if start and (_KNOP.match(tekst) or (not nagaan and not _PLANWOORD.search(tekst) and _is_antwoord(tekst))):
        return "geef_gegevens"
    if (start or gedacht == "geef_gegevens") and _is_vraag(tekst) and not nagaan:
        if start and vind_hoeveelheden(tekst) and _EIGEN_PLAN_ERACHTER.search(tekst):
            return gedacht  # "is er nog een kavel? ik zoek 3500 m²"
        return "vraag_beleid"
    if gedacht == "start_functiemenging" and "kantoor" in tekst.lower() and "profiel" not in tekst.lower():
        return "start_kantoorlocatie"  # an office on a business park is a question of where offices may come
    if start and _TREFWOORDEN.search(tekst) and not _EIGEN_PLAN.search(tekst) and not nagaan:
        return "vraag_beleid"
    return None


@lru_cache(maxsize=8)  # asked before and after the classifier
def intent_zonder_twijfel(tekst: str) -> str | None:
    """The intent that the form tells whatever a classifier would think; None: ask one."""
    if _CHECK.match(tekst):
        return "start_check"
    patroon = intent_van_patroon(tekst)
    if patroon in _DRINGEND:
        return patroon
    if is_kaal(tekst):
        return "bevestig" if ja_nee(tekst) else "ontken"
    hoeveelheden = vind_hoeveelheden(tekst)
    if hoeveelheden and _STEL.match(tekst):
        return "geef_gegevens"
    if _is_kale_waarde(tekst, hoeveelheden):
        return "geef_gegevens"
    if _WAAROM.match(tekst):
        return "waarom_vraagt_u"
    if patroon is not None:
        return patroon
    return "start_werken_aan_huis" if _PLAN.match(tekst) and not _is_vraag(tekst) else None


def _is_vraag_over_iets(tekst: str) -> bool:
    """Whether somebody asks about a thing in the world, and not us about ourselves."""
    return _is_vraag(tekst) and not _UITROEP.match(tekst) and (bool(_WAT.match(tekst)) or not _TOT_ONS.search(tekst))


def _is_vraag(tekst: str) -> bool:
    return bool(_VRAAG.match(tekst) or _ANDERE_TAAL.match(tekst)) or tekst.rstrip().endswith("?")


def _is_antwoord(tekst: str) -> bool:
    """Whether a message without any plan in it is a few words to a question of ours, or one size."""
    woorden = len(tekst.split())
    return "?" not in tekst and (
        woorden <= _KORT - 1 or (bool(vind_hoeveelheden(tekst)) and woorden <= _EEN_MAAT and bool(_IS.match(tekst)))
    )


def _is_kale_waarde(tekst: str, hoeveelheden: list[Hoeveelheid]) -> bool:
    """Whether the message is only a value, or only a place."""
    rest = tekst
    for hoeveelheid in reversed(hoeveelheden):
        rest = rest[: hoeveelheid.begin] + rest[hoeveelheid.eind :]
    if hoeveelheden and not _VULWOORDEN.sub("", rest.lower()):
        return True
    if (vind_energielabel(tekst) is not None and len(tekst.split()) <= _KORT) or _ADRES.match(tekst):
        return True
    return vind_gemeente(tekst) is not None and len(tekst.split()) <= 2 and "?" not in tekst
