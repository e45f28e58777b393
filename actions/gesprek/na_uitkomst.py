"""After a verdict: whether a message gives another value for the same plan ("en als ik een restaurant begin?")."""

import re
from typing import Any

from actions.bericht import Bericht
from actions.checks import CHECKS, Check
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.kiezen import noemt_plan, passende_checks
from actions.gesprek.lezen import lees
from actions.gesprek.stand import Stand
from actions.gesprek.vrije_tekst import zegt_zeker

_WAT_ALS = re.compile(
    r"^(?:(?:ok|oké|oke|ja|nee|nou|goed|hm+|tja|o|oh|ah|trouwens|wacht(?: even)?|dus)[,.!]?\s+)*(?:en|maar|wat|stel|"
    r"als|dan|met|zonder|toch|nee|sorry|ik bedoel\w*)\b"
    r"|\b(?:wat als|stel dat|als (?:ik|we|wij|het|er))\b"
    r"|^(?:mag|kan) (?:het|dat)\b|\bbedoel\w*\b|\btoch\b|^[\w ]+: ",
    re.IGNORECASE,
)
_ALS = re.compile(r"\b(?:wat als|stel dat|als (?:ik|we|wij|het|er))\b", re.IGNORECASE)
_KORT = 5  # words: a bare value


def veronderstelt(bericht: Bericht) -> bool:
    """ "en als ik 60 m² neem?": asks for another verdict, even after a question in between."""
    return _ALS.search(bericht.tekst) is not None


def is_ander_gegeven(bericht: Bericht, stand: Stand, check: Check) -> bool:
    """True when the message asks for the verdict again with something changed or added."""
    if gaat_over_andere(bericht.tekst, check.naam):
        return False
    velden = lees(bericht, stand, check).velden
    anders = {veld for veld, waarde in velden.items() if stand.velden.get(veld) != waarde}
    kort = len(bericht.tekst.split()) <= _KORT and not bericht.is_vraag
    if kort or _WAT_ALS.search(bericht.tekst):
        return bool(anders)
    # "ik repareer de fietsen op de stoep": a fact of the plan. A place or a trade alone may be somebody else's.
    eigenschappen: Any = check.schema["properties"]
    feiten = {veld for veld in anders if eigenschappen[veld]["type"] != "string" or "enum" in eigenschappen[veld]}
    return not bericht.is_vraag and bool(feiten - {"gemeente"})


def is_vervolg(bericht: Bericht, stand: Stand, check: Check) -> bool:
    """Whether what looks like the start of a plan only changes the one before: it tells a fact, and no plan."""
    return not noemt_plan(bericht.tekst) and is_ander_gegeven(bericht, stand, check)


def gaat_over_andere(tekst: str, bezig: str) -> bool:
    """Whether the message is about another check and fills one of its facts: "en een kantoor op de Zuiderval?"."""
    passend = passende_checks(tekst)
    return bezig not in passend and any(
        zegt_zeker(veld, tekst, CHECKS[naam]) is not None
        for naam in passend
        for veld in checkteksten()[naam].velden
        if veld not in checkteksten()[bezig].velden
    )
