"""The activity in a plan told in a sentence: "ik wil thuis een kapsalon beginnen" -> "kapsalon".

The check reads the words; here is only decided which part of the message to give it. Nothing is guessed: what the check
does not know, or knows in two ways, is asked.
"""

import re
from typing import Any

from actions.checks import Check
from actions.uitkomst import InvoerFouten

_LANGSTE_ONZEKER = 10  # words
_ONZEKER = "onzeker"  # known to the check, but its kind must be asked


def vind_activiteit(tekst: str, check: Check) -> str | None:
    """The one activity that the message names, in as few words as do; None when there is none, or more than one."""
    stukken = [stuk.strip() for stuk in re.split(r"[,;:.!?]", tekst) if stuk.strip()]
    herkend = {stuk: lezing for stuk in stukken if (lezing := _lees(stuk, check)) is not None}
    zeker = [stuk for stuk, lezing in herkend.items() if lezing["categorie"] != _ONZEKER]
    # A long story that is not understood is no activity: it is asked.
    kandidaten = zeker or [stuk for stuk in herkend if len(stuk.split()) <= _LANGSTE_ONZEKER]
    return _kort(kandidaten[0], herkend[kandidaten[0]], check) if len(kandidaten) == 1 else None


def _lees(tekst: str, check: Check) -> Any:
    """What the check recognised in the text: `categorie` and `vondsten`; None when nothing."""
    try:
        gegevens: Any = check.beoordeel({"gemeente": "enschede", "activiteit": tekst}).gegevens
    except InvoerFouten:  # too long, or not a text
        return None
    return gegevens.get("activiteitHerkend")


def _kort(stuk: str, lezing: Any, check: Check) -> str:
    """The deciding word alone, if the check reads that as it reads the whole."""
    for vondst in lezing["vondsten"][:1]:
        woord = str(vondst["gevonden"])
        alleen = _lees(woord, check)
        if alleen is not None and alleen["categorie"] == lezing["categorie"]:
            return woord
    return stuk
