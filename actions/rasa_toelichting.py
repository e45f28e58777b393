"""The bot's hands after a verdict: "waarom?" and "wat als?" are answered from the trail of that verdict."""

import re

from actions.bericht import Bericht
from actions.rasa_slots import Geheugen, de_check
from actions.toelichting import antwoord_waarom, antwoord_wat_als, licht_toe
from actions.toelichtingsteksten import teksten
from knowledge.antwoord import Antwoord

_EROMHEEN = re.compile(r"^(?:(?:en|maar|ok|oké|oke|ja|nou) )+|(?: (?:dan|nou|eigenlijk|precies))+$")
_WAAROM = "waarom_vraagt_u"  # the intent of every bare "waarom?", whatever it is about


def over_de_uitkomst(bericht: Bericht, geheugen: Geheugen) -> Antwoord | None:
    """The reply when the message asks about the verdict that was given last; None when it asks something else."""
    if not geheugen.uitkomst_gegeven or geheugen.check is None:
        return None
    tekst = _EROMHEEN.sub("", " ".join(re.findall(r"\w+", bericht.tekst.lower())))
    vraagt, velden = teksten().vraagt, geheugen.stand(geheugen.check).velden
    if tekst in vraagt["wat_als"]:
        return antwoord_wat_als(licht_toe(de_check(geheugen.check), velden))
    if tekst in vraagt["waarom"] or bericht.intent == _WAAROM:
        return antwoord_waarom(licht_toe(de_check(geheugen.check), velden))
    return None
