"""After a verdict: whether a message gives another value for the same plan ("en als ik een restaurant begin?")."""

import re

from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.lezen import lees
from actions.gesprek.stand import Stand

_WAT_ALS = re.compile(
    r"^(?:(?:ok|oké|oke|ja|nee|nou|goed)[,.]?\s+)?(?:en|maar|wat|stel|als|dan|met|zonder|toch|nee|sorry|ik bedoel\w*)\b"
    r"|^(?:mag|kan) (?:het|dat)\b|\bbedoel\w*\b|\btoch\b|^[\w ]+: ",
    re.IGNORECASE,
)
_KORT = 5  # words: a bare value


def is_ander_gegeven(bericht: Bericht, stand: Stand, check: Check) -> bool:
    """True when the message asks for the verdict again with something changed or added."""
    kort = len(bericht.tekst.split()) <= _KORT and not bericht.is_vraag
    if not kort and not _WAT_ALS.search(bericht.tekst):
        return False
    velden = lees(bericht, stand, check).velden
    return any(stand.velden.get(veld) != waarde for veld, waarde in velden.items())
