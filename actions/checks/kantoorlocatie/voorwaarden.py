"""The conditions that hold for every office: it adds quality, and the energy label is good enough.

The label does not weigh in the verdict: a condition that is not met is reported, and can still be met.
"""

from actions.checks.kantoorlocatie.invoer import Kantoorlocatie
from actions.checks.kantoorlocatie.plek import Plek
from actions.parameters import ENERGIELABELS, Waarden
from actions.toets import Toets
from actions.uitkomst import ONDER_VOORWAARDEN, TOEGESTAAN, Regel

NIET_VERVULD = "voorwaarde_niet_vervuld"


def kwaliteit(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """Only the municipality can judge this one."""
    uitleg = "Een nieuw kantoor moet kwaliteit toevoegen aan de kantoren die er al zijn. Of dat zo is, weten wij niet."
    return Toets(Regel("kwaliteit", p["kwaliteit"].tekst, uitleg, p["kwaliteit"].bron))


def energielabel(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """The label of the building against the lowest that is good enough."""
    nodig, label = p["energielabel"], invoer.energielabel
    eis = f"Een kantoor moet energielabel {nodig.tekst} of beter hebben."
    if label is None:
        oordeel, uitleg = ONDER_VOORWAARDEN, f"{eis} U gaf geen label op."
    elif ENERGIELABELS.index(label) <= ENERGIELABELS.index(nodig.tekst):
        oordeel, uitleg = TOEGESTAAN, f"Het pand heeft energielabel {label}. {eis}"
    else:
        oordeel = NIET_VERVULD
        uitleg = f"Let op: energielabel {label} is niet goed genoeg. {eis} Aan deze voorwaarde voldoet u nog niet."
    return Toets(Regel("energielabel", oordeel, uitleg, nodig.bron), telt=False)
