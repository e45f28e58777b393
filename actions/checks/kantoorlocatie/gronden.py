"""The places where an office may come: by name, within walking distance, small along the Singel, or in a monument.

One of them is enough. So the limit of a place does not count once another one holds, and a fact is not asked for that
can no longer change the verdict.
"""

from actions.checks.kantoorlocatie.invoer import Kantoorlocatie
from actions.checks.kantoorlocatie.plek import (
    BEDRIJVENTERREIN,
    CENTRUM,
    ELDERS,
    MET_NAAM,
    MONUMENT,
    ONZEKER,
    SINGEL,
    STATIONSGEBIED,
    Plek,
)
from actions.getallen import getal
from actions.parameters import Waarden
from actions.toets import Toets
from actions.uitkomst import ONVOLLEDIG, TOEGESTAAN, Regel

_NIET_VAN_BELANG = "Deze regel is voor uw plan niet van belang."


def plek(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """Whether the place is one of those where the municipality wants offices."""
    focus, elders = p["plek_met_focus"], p["elders"]
    if waar.categorie in (None, ONZEKER):
        return Toets(Regel("plek", ONVOLLEDIG, _welke_plek(invoer, waar), focus.bron), ("locatie",))
    if waar.categorie in (*MET_NAAM, STATIONSGEBIED, SINGEL):
        uitleg = f"{_naam(waar)} De gemeente wil hier kantoren. Er gelden wel voorwaarden."
        return Toets(Regel("plek", focus.tekst, uitleg, focus.bron))
    if waar.categorie == BEDRIJVENTERREIN:
        terrein = p["bedrijventerrein_bij_bedrijf"]
        uitleg = f"{_naam(waar)} Op een bedrijventerrein mag een kantoor alleen bij een bedrijf horen."
        return Toets(Regel("plek", terrein.tekst, uitleg, terrein.bron))
    if is_monument(invoer, waar):
        uitleg = "Het pand is een monument. Dan maakt het niet uit waar het staat."
        return Toets(Regel("plek", p["monument"].tekst, uitleg, p["monument"].bron))
    if _op_loopafstand(invoer, p):
        uitleg = "De plek ligt dicht genoeg bij het station. Dan hoort zij bij het stationsgebied."
        return Toets(Regel("plek", focus.tekst, uitleg, focus.bron))
    if waar.categorie == CENTRUM and invoer.loopminutenStation is None:
        uitleg = f"{_naam(waar)} Wij weten nog niet hoe ver het lopen is vanaf het station."
        return Toets(Regel("plek", ONVOLLEDIG, uitleg, focus.bron), ("loopminutenStation",))
    uitleg = f"{_naam(waar)} Met een nieuw kantoor is de gemeente hier terughoudend."
    return Toets(Regel("plek", elders.tekst, uitleg, elders.bron), aannames=_elders_aannames(invoer, waar, p))


def loopafstand_station(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """In the station area: within so many minutes' walk, the limit included."""
    naam, grens, minuten = "loopafstand_station", p["loopafstand_station"], invoer.loopminutenStation
    mag = f"Tot en met {getal(grens.getal)} minuten lopen hoort bij het stationsgebied."
    if minuten is not None and minuten <= grens.getal:
        uitleg = f"Het is {getal(minuten)} minuten lopen vanaf het station. {mag}"
        return Toets(Regel(naam, p["plek_met_focus"].tekst, uitleg, grens.bron))
    if waar.categorie != STATIONSGEBIED or is_monument(invoer, waar):
        return Toets(Regel(naam, TOEGESTAAN, f"{_NIET_VAN_BELANG} {mag}", grens.bron))
    if minuten is None:
        uitleg = f"{mag} Wij weten nog niet hoeveel minuten het is."
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, grens.bron), ("loopminutenStation",))
    uitleg = f"Het is {getal(minuten)} minuten lopen vanaf het station. {mag} Daarbuiten is de gemeente terughoudend."
    return Toets(Regel(naam, p["elders"].tekst, uitleg, grens.bron))


def oppervlakte_singel(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """Along the Singel: only small offices, below the limit."""
    naam, grens, oppervlakte = "oppervlakte_singel", p["oppervlakte_singel"], invoer.oppervlakteM2
    mag = f"Aan de Singel mag een kantoor dat kleiner is dan {getal(grens.getal)} m²."
    if waar.categorie != SINGEL:
        return Toets(Regel(naam, TOEGESTAAN, f"{_NIET_VAN_BELANG} {mag}", grens.bron))
    if is_monument(invoer, waar) or _op_loopafstand(invoer, p):
        waarom = "een monument is" if is_monument(invoer, waar) else "bij het stationsgebied hoort"
        uitleg = f"{mag} Die grens telt hier niet, omdat het pand {waarom}."
        return Toets(Regel(naam, TOEGESTAAN, uitleg, p["plek_met_focus"].bron))
    if oppervlakte is None:
        uitleg = f"{mag} Wij weten nog niet hoe groot uw kantoor wordt."
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, grens.bron), ("oppervlakteM2",))
    groot = f"Uw kantoor wordt {getal(oppervlakte)} m²."
    if oppervlakte < grens.getal:
        return Toets(Regel(naam, p["plek_met_focus"].tekst, f"{groot} {mag}", grens.bron))
    uitleg = f"{groot} {mag} Vanaf {getal(grens.getal)} m² is de gemeente hier terughoudend."
    return Toets(Regel(naam, p["elders"].tekst, uitleg, grens.bron))


def monument(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """A monument is a good place for an office wherever it stands; not being one forbids nothing."""
    bron = p["monument"].bron
    if is_monument(invoer, waar):
        aannames: tuple[str, ...] = ()
        if invoer.monument is None:
            aannames = ("We gaan ervan uit dat het pand een monument is. Dat lezen we in uw omschrijving.",)
        uitleg = "Het pand is een monument. In een monument mag een kantoor, met voorwaarden."
        return Toets(Regel("monument", p["monument"].tekst, uitleg, bron), aannames=aannames)
    uitleg = "In een monument mag een kantoor, met voorwaarden. Uw pand is geen monument, of u gaf dat niet op."
    return Toets(Regel("monument", TOEGESTAAN, uitleg, bron))


def is_monument(invoer: Kantoorlocatie, waar: Plek) -> bool:
    """What the user says counts for more than what the description seems to say."""
    return waar.monument if invoer.monument is None else invoer.monument


def _op_loopafstand(invoer: Kantoorlocatie, p: Waarden) -> bool:
    return invoer.loopminutenStation is not None and invoer.loopminutenStation <= p["loopafstand_station"].getal


def _naam(waar: Plek) -> str:
    """What was recognised and why it counts; for a place that the policy does not name, that it does not."""
    beslissend = [vondst for vondst in waar.vondsten if vondst.categorie == waar.categorie]
    if not beslissend:
        return "Deze plek staat niet in de rij met plekken voor kantoren."
    return f"‘{beslissend[0].lemma.term}’: {beslissend[0].lemma.reden}"


def _welke_plek(invoer: Kantoorlocatie, waar: Plek) -> str:
    if invoer.locatie is None:
        return "Wij weten nog niet waar het kantoor komt."
    if redenen := [vondst.lemma.reden for vondst in waar.vondsten if vondst.categorie == ONZEKER]:
        return f"{redenen[0]} Noem de plek zo precies mogelijk."
    if waar.vondsten and waar.vondsten[0].wijze == "lijkt op":
        return f"Wij weten niet of u ‘{waar.vondsten[0].lemma.term}’ bedoelt. Noem de plek nog een keer."
    return "Wij weten niet zeker welke plek u bedoelt. Noem één plek, bijvoorbeeld: Kennispark, Singel of Boekelo."


def _elders_aannames(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> tuple[str, ...]:
    aannames: tuple[str, ...] = ()
    if waar.categorie in (ELDERS, MONUMENT) and not any(vondst.categorie == ELDERS for vondst in waar.vondsten):
        aannames += (
            f"We herkennen in ‘{invoer.locatie}’ geen plek uit het beleid. "
            "We gaan ervan uit dat het kantoor op een andere plek in de gemeente komt.",
        )
    if invoer.loopminutenStation is None:
        grens = getal(p["loopafstand_station"].getal)
        aannames += (f"We gaan ervan uit dat het meer dan {grens} minuten lopen is vanaf het station.",)
    if invoer.monument is None:
        aannames += ("We gaan ervan uit dat het pand geen monument is.",)
    return aannames
