"""Yes or no, in the many ways in which people say it in Dutch. Pure; no Rasa."""

import re

_NEE_HEEL = (
    r"(?:dat )?(?:klopt|is) niet(?: zo| waar| het geval)?",
    r"(?:liever|absoluut|zeker|helaas|nog|echt|eigenlijk|beslist) niet",
    r"(?:dat )?hoeft niet(?: hoor)?", r"niet nodig", r"geen(?: een| enkele)?", r"nooit", r"niks", r"niets",
    r"niet", r"geenszins",
    r"(?:dat )?(?:doe|wil|heb|ga|komt|kom|gebeurt) (?:ik |er )?niet", r"niet echt", r"ik dacht het niet",
    r"ik denk het niet", r"onjuist",
    r"fout", r"niet juist", r"daar woon ik niet", r"ik woon er niet", r"iemand anders(?: woont er)?",
)  # fmt: skip
_JA_HEEL = (
    r"(?:dat |dit )?klopt(?: helemaal| ja| hoor)?", r"(?:helemaal )?(?:juist|correct)", r"inderdaad",
    r"zeker(?: weten| wel)?",
    r"jazeker(?: wel)?", r"absoluut", r"(?:natuurlijk|uiteraard|tuurlijk|vanzelfsprekend)(?: wel)?",
    r"graag(?: zelfs)?", r"heel graag",
    r"prima(?: idee)?", r"ok(?:e|é|ay)?", r"oke[ij]", r"(?:is |dat is |lijkt me )?goed(?: hoor| idee)?",
    r"doe maar", r"kom maar(?: op)?",
    r"(?:dat )?wil ik(?: wel| graag)?", r"doe ik", r"ik woon er(?: zelf)?",
    r"(?:dat )?(?:is|ben|heb|doe) (?:zo|ik)", r"akkoord", r"exact",
    r"precies", r"yes", r"start(?: maar)?", r"begin(?: maar)?", r"ga je gang", r"👍", r"vooruit(?: maar)?",
)  # fmt: skip
_NEE_BEGIN = r"(?:nee+|neen|nope|nah|nein|no|neej|neeh|welnee|nee hoor)"
_JA_BEGIN = r"(?:ja+|jaa+h?|jah|jawel|jep|jup|yep|yup|yeah|yes|jo|joh|jazeker|ja hoor|jaja|zeker|inderdaad|klopt)"
_HEEL_NEE = re.compile(rf"^(?:{'|'.join(_NEE_HEEL)})$")
_HEEL_JA = re.compile(rf"^(?:{'|'.join(_JA_HEEL)})$")
_BEGIN_NEE = re.compile(rf"^{_NEE_BEGIN}(?:\s+(?P<rest>.+))?$")
_BEGIN_JA = re.compile(rf"^{_JA_BEGIN}(?:\s+(?P<rest>.+))?$")
# What may follow a yes or no without saying anything more.
_AANLOOP = re.compile(
    r"^(?:(?:hoor|dank u(?: wel)?|dank je(?: wel)?|bedankt|graag|is goed|dat is zo|dat klopt|klopt|natuurlijk"
    r"|zeker(?: weten)?|prima|doe maar|"
    r"dat wil ik(?: graag)?|ik woon er(?: zelf)?|ikzelf|ik|dat|niet|echt niet|ook niet|"
    r"absoluut(?: niet)?|zeker niet|liever niet|dat hoeft niet|hoeft niet|alleen ik|heel graag|alstublieft"
    r"|alsjeblieft|aub|maar)\s*)+$"
)


def ja_nee(tekst: str) -> bool | None:
    """True for yes, False for no, None when the message says neither. "nee, 140 bedoel ik" is a no with more to it."""
    schoon = _schoon(tekst)
    if _HEEL_NEE.match(schoon):
        return False
    if _HEEL_JA.match(schoon):
        return True
    if _BEGIN_NEE.match(schoon):
        return False
    ja = _BEGIN_JA.match(schoon)
    if ja:
        return not re.search(r"\bniet$", ja.group("rest") or "")
    return None


def is_kaal(tekst: str) -> bool:
    """Whether the message is a yes or no and nothing more, so that it needs no classifier."""
    schoon = _schoon(tekst)
    if _HEEL_NEE.match(schoon) or _HEEL_JA.match(schoon):
        return True
    match = _BEGIN_NEE.match(schoon) or _BEGIN_JA.match(schoon)
    rest = match.group("rest") if match else "?"
    return rest is None or bool(_AANLOOP.match(rest))


def _schoon(tekst: str) -> str:
    zonder = re.sub(r"[^\w\s'👍]", " ", tekst.lower())
    return re.sub(r"\s+", " ", zonder).strip()
