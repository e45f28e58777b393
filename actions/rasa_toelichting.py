"""The bot's hands after a verdict: "waarom?" and "wat als?" are answered from the trail of that verdict."""

import re

from rasa_sdk import Tracker

from actions.bericht import Bericht
from actions.rasa_slots import de_check, velden
from actions.toelichting import antwoord_waarom, antwoord_wat_als, licht_toe
from actions.toelichtingsteksten import teksten
from knowledge.antwoord import Antwoord

_EROMHEEN = re.compile(r"^(?:(?:en|maar|ok|oké|oke|ja|nou) )+|(?: (?:dan|nou|eigenlijk|precies))+$")
_WAAROM = "waarom_vraagt_u"  # the intent of every bare "waarom?", whatever it is about


def over_de_uitkomst(bericht: Bericht, tracker: Tracker) -> Antwoord | None:
    """The reply when the message asks about the verdict that was given last; None when it asks something else."""
    if not tracker.get_slot("uitkomst_gegeven"):
        return None
    tekst = _EROMHEEN.sub("", " ".join(re.findall(r"\w+", bericht.tekst.lower())))
    vraagt = teksten().vraagt
    if tekst in vraagt["wat_als"]:
        return antwoord_wat_als(licht_toe(de_check(), velden(tracker)))
    if tekst in vraagt["waarom"] or bericht.intent == _WAAROM:
        return antwoord_waarom(licht_toe(de_check(), velden(tracker)))
    return None
