"""Yes or no, in the many ways in which people say it in Dutch. Pure; no Rasa.

Four steps, the first that says something decides: sentences that are neither ("ja en nee"), whole sentences ("zo is
het", "dat is niet onjuist"), an opinion that ends in "wel" or "niet" ("ik denk het niet"), and how a sentence begins.
"""

import re

_GEEN_VAN_BEIDE = (
    r"ja\s+(?:en|of)\s+nee\b.*", r"geen van (?:beide|allebei|alle)\b.*", r"(?:soms|deels|gedeeltelijk)\b.*",
    r"(?:dat )?(?:weet|begrijp|snap) (?:ik )?(?:het |dat )?(?:nog |eigenlijk |echt )*niet.*",
    r"wel en niet", r"(?:misschien|wellicht|mogelijk)\b.*", r"geen (?:idee|flauw idee|mening)",
)  # fmt: skip
_NEE_HEEL = (
    r"(?:dat |het )?(?:klopt|is) (?:dus |echt |helemaal )?niet(?: zo| waar| het geval| juist| correct| de bedoeling)?",
    r"(?:dat )?hoeft niet(?: hoor)?", r"niet nodig", r"geen(?: een| enkele| sprake van)?", r"nooit", r"niks", r"niets",
    r"niet", r"geenszins", r"in geen geval", r"in geen enkel geval", r"allerminst",
    r"(?:dat )?(?:doe|wil|heb|ga|komt|kom|gebeurt|ben|zijn|hebben|doen) (?:ik |er |we |wij )?"
    r"(?:dat |eigenlijk )?(?:niet|nooit)"
    r"(?: voor)?",
    r"(?:dat is )?(?:onjuist|incorrect|onwaar|niet waar|niet juist)", r"fout", r"daar woon ik niet", r"ik woon er niet",
    r"iemand anders(?: woont er)?", r"n", r"niet dat ik weet", r"niet dat ik mij herinner", r"never(?: nooit)?",
    r"(?:daar |er )?is (?:daar |er )?geen sprake van", r"(?:daar|dan) ga ik niet van ?uit",
    r"(?:dat )?lijkt (?:me|mij) (?:van )?niet", r"no way",
    r"ik zou het niet willen", r"mis", r"was het maar waar", r"dream on", r"onmogelijk",
    r"laat maar zitten nee", r"ben (?:je|jij) gek", r"dat ontken ik", r"(?:is )?(?:hier )?niet van toepassing(?: "
    r"hoor)?", r"n ?v ?t", r"(?:niks|niets) (?:van waar|daarvan|ervan)",
)  # fmt: skip
_JA_HEEL = (
    r"(?:dat |dit |het )?klopt(?: helemaal| ja| hoor| zeker| wel| inderdaad| ook)*",
    r"(?:dat is )?(?:helemaal )?(?:juist|correct|waar)",
    r"(?:dat is )?inderdaad(?: zo| het geval)?", r"zeker(?: weten| wel| te weten)?", r"jazeker(?: wel)?", r"absoluut",
    r"(?:natuurlijk|uiteraard|tuurlijk|vanzelfsprekend)(?: wel)?", r"graag(?: zelfs)?", r"heel graag",
    r"prima(?: idee)?", r"ok(?:ee|e|é|ay|ee?)?", r"oke[ij]", r"(?:is |dat is |lijkt me )?goed(?: hoor| idee)?",
    r"doe maar", r"kom maar(?: op)?", r"(?:dat )?wil ik(?: wel| graag)?", r"doe ik", r"ik woon er(?: zelf)?",
    r"(?:dat )?(?:is|ben|heb|doe) (?:zo|ik|ook zo|het geval)", r"akkoord", r"exact", r"precies(?: zo)?", r"yes+",
    r"start(?: maar)?",
    r"begin(?: maar)?", r"ga je gang", r"👍", r"vooruit(?: maar)?", r"j", r"zo is het", r"(?:dat is )?het geval",
    r"wel(?:zeker| zeker| degelijk| hoor)?", r"(?:daar|dan) ga ik (?:wel )?van ?uit",
    r"(?:dat )?lijkt (?:me|mij) (?:van )?wel", r"dat zou ik (?:wel )?zeggen",
    r"zeer zeker(?: wel)?", r"sure", r"of course", r"affirmatief", r"(?:ja)?zekers", r"ja+ zeker",
    r"helemaal (?:goed|waar|juist)", r"ik ga akkoord",
    r"ga ervan uit van wel",
    r"nou en of", r"reken maar", r"wis en waarachtig", r"zonder (?:meer|twijfel)", r"waar", r"dat heeft u goed",
    r"dat heb je goed",
    r"uiteraard wel", r"daar heeft u gelijk in", r"(?:dat|dit)?\s?(?:kan|wil|moet) ik (?:u |je |wel |alleen maar "
    r")*bevestigen", r"dat bevestig ik", r"zo zit het", r"bevestigd", r"positief", r"kan kloppen", r"ikk?e? wel(?: "
    r"hoor)?", r"check",
)  # fmt: skip
# Two denials make a yes.
_DUBBEL = re.compile(
    r"\bniet\s+(?:\w+\s+)?(?:onjuist|onwaar|gelogen|verkeerd|fout|onmogelijk|incorrect|niet)\b|\b(?:geen|"
    r"niet)\s+(?:nee|neen|leugen|onwaarheid|onzin)\b"
    r"|\bniet (?:ontkennen|te ontkennen)\b|\bontken\w* (?:ik )?(?:dat |het )?niet\b|\bniet dat het niet\b|"
    r"\bniet zo dat .*\bniet\b"
    r"|\bniet zeggen dat .*\bniet\b"
)
# Words that an opinion is made of; it is one when it has nothing else and ends in "wel" or "niet".
_OPINIE = re.compile(
    r"^(?:(?:ik|denk|denken|geloof|dacht|vermoed|verwacht|hoop|meen|vrees|vind|volgens|mij|me|ons|voor|zover|weet|"
    r"bekend|van|het|dat|dit|er|die|"
    r"eigenlijk|toch|meestal|waarschijnlijk|vermoedelijk|vrijwel|bijna|zeker|in|principe|nog|nu|op|moment|helemaal|"
    r"totaal|natuurlijk|uiteraard|"
    r"voorlopig|normaal|gesproken|doorgaans|absoluut|gelukkig|helaas|jammer|genoeg|echt|liever|beslist|is|klopt|doe|"
    r"gaat|komt|ben|heb|maar|nou|"
    r"eerlijk|gezegd|daar|hier|de|vast|best|juist|dus|zo|wij|we|zijn|kan|wordt|moet|wil|momenteel|tot|tuurlijk|over|"
    r"algemeen|neem|aan|ga|ervan|uit|zeer|lijkt|moment|grotendeels|overwegend|ooit|zal|zou|zeggen|denken|haast|"
    r"inmiddels|al|"
    r"geval|geen|ook|altijd|sowieso|hoor|heel|heus|jawel|vanzelfsprekend)\s+)*(?P<slot>wel|niet)(?: (?:hoor|zo|nee|"
    r"ja|waar|nodig|eigenlijk|echt|zeg|joh|meer|denk ik|dacht ik|geloof ik|het geval))?$"
)
_LANGSTE_OPINIE = 9  # words
_AANLOOP_VOORAF = re.compile(
    r"^(?:(?:nou|eh+m?|uh+m?|hm+|tja|ach|oh|och|mwah|pff+|euh|ah|aha|sorry|hallo|hoi|dus|even denken|ben je gek|"
    r"bent u gek|welnee|kijk)\s+)+"
)
_NEE_BEGIN = r"(?:n+e+|n+e+h?e*[nj]?|nope?|nah|nein|no|neej|neeh|neuh|nein|welnee|nee ?hoor|nooit|niet echt|nee+n?)"
_JA_BEGIN = (
    r"(?:ja+h?|jawel|jep+|jup|yep|yup|yeah|yes+|jo|joh|joa|jaoa|jazeker|ja+ ?hoor|jaja|zeker|inderdaad|klopt|"
    r"tuurlijk|absoluut)"
)
_HEEL_ONZEKER = re.compile(rf"^(?:{'|'.join(_GEEN_VAN_BEIDE)})$")
_HEEL_NEE = re.compile(rf"^(?:{'|'.join(_NEE_HEEL)})$")
_HEEL_JA = re.compile(rf"^(?:{'|'.join(_JA_HEEL)})$")
_BEGIN_NEE = re.compile(rf"^{_NEE_BEGIN}(?:\s+(?P<rest>.+))?$")
_BEGIN_JA = re.compile(rf"^{_JA_BEGIN}(?:\s+(?P<rest>.+))?$")
_SLOT_WEL = re.compile(r"\b(?:toch|eigenlijk|misschien) wel$")  # "nee, of eigenlijk wel": which of the two?
_SLOT_NEE = re.compile(r"\bniet$|^(?:maar )?nee\b|\bmaar nee$")
# What may follow a yes or no without saying anything more.
_AANLOOP = re.compile(
    r"^(?:(?:hoor|dank u(?: wel)?|dank je(?: wel)?|bedankt|graag|is goed|dat is zo|dat klopt|klopt|natuurlijk"
    r"|zeker(?: weten)?|prima|doe maar|"
    r"dat wil ik(?: graag)?|ik woon er(?: zelf)?|ikzelf|ik|dat|niet|echt niet|ook niet|"
    r"absoluut(?: niet)?|zeker niet|liever niet|dat hoeft niet|hoeft niet|alleen ik|heel graag|alstublieft"
    r"|alsjeblieft|aub|maar|joh|man|echt|nee|ja|toch|eigenlijk|geen probleem|dat doe ik|dat doen we|wel)\s*)+$"
)


def ja_nee(tekst: str) -> bool | None:
    """True for yes, False for no, None when the message says neither. "nee, 140 bedoel ik" is a no with more to it."""
    schoon = _schoon(tekst)
    heel = _hele_zin(schoon)
    if heel is not None or _HEEL_ONZEKER.match(schoon):
        return heel
    if nee := _BEGIN_NEE.match(schoon):
        return None if _SLOT_WEL.search(nee.group("rest") or "") else False
    ja = _BEGIN_JA.match(schoon)
    if ja:
        return not _SLOT_NEE.search(ja.group("rest") or "")
    return False if re.search(r"^(?!\w+ ?$).{0,20}\bnee$", schoon) else None


def is_kaal(tekst: str) -> bool:
    """Whether the message is a yes or no and nothing more, so that it needs no classifier."""
    schoon = _schoon(tekst)
    if tekst.rstrip().endswith("?") and " " in schoon:
        return False  # "helemaal niet?" asks for more
    if _hele_zin(schoon) is not None:
        return True
    if _HEEL_ONZEKER.match(schoon):
        return False
    match = _BEGIN_NEE.match(schoon) or _BEGIN_JA.match(schoon)
    rest = match.group("rest") if match else "?"
    return rest is None or bool(_AANLOOP.match(rest))


def _hele_zin(schoon: str) -> bool | None:
    """What a sentence says that is a yes or no as a whole."""
    if _HEEL_ONZEKER.match(schoon):
        return None
    if _HEEL_NEE.match(schoon):
        return False
    if _HEEL_JA.match(schoon):
        return True
    if _DUBBEL.search(schoon) and len(schoon.split()) <= _LANGSTE_OPINIE:
        return True
    opinie = _OPINIE.match(schoon)
    if opinie is None or len(schoon.split()) > _LANGSTE_OPINIE or _is_niet_weten(schoon):
        return None
    return opinie.group("slot") == "wel"


def _is_niet_weten(schoon: str) -> bool:
    """ "dat weet ik nog niet" is no answer; "voor zover ik weet niet" is."""
    return "weet" in schoon.split() and "zover" not in schoon.split()


def _schoon(tekst: str) -> str:
    zonder = re.sub(r"[^\w\s'👍]", " ", tekst.lower())
    schoon = re.sub(r"^'?t ", "het ", re.sub(r"\s+", " ", zonder).strip())
    if _HEEL_JA.match(schoon) or _HEEL_NEE.match(schoon):
        return schoon  # "nou en of"
    return _AANLOOP_VOORAF.sub("", schoon + " ").strip() or schoon
