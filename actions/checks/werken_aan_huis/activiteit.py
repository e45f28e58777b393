"""The rule on the activity: what articles 1.1 and 1.2 name or mean is allowed, hospitality and retail never."""

from collections.abc import Mapping
from dataclasses import dataclass

from actions.checks.werken_aan_huis.invoer import WerkenAanHuis
from actions.herkenning import ONZEKER, TOEGELATEN, Herkenning
from actions.parameters import Waarden
from actions.termen import Lemma
from actions.toets import Toets
from actions.uitkomst import ONVOLLEDIG, TOEGESTAAN, Regel, strengste
from actions.woordvinder import Vondst, hoe_gelezen
from knowledge.bron import Bron
from knowledge.findings import finding

NAAM = "activiteit"
_NUMMERING = finding("artikelnummers-verwisseld").behandeling  # said wherever article 1.1 or 1.2 decides
_IN_WOORDEN = {"anders": "een andere activiteit"}


@dataclass(frozen=True)
class _Lezing:
    """One way to place the activity: what was recognised, or the category that the user chose."""

    categorie: str
    oordeel: str
    uitleg: str
    bron: Bron
    aannames: tuple[str, ...] = ()


def activiteit(invoer: WerkenAanHuis, herkend: Herkenning, p: Waarden, citaten: Mapping[str, Bron]) -> Toets:
    """The strictest of what was recognised and what the user chose; neither: ask for the category."""
    lezingen = [
        lezing for lezing in (_herkend(herkend, p, citaten), _gekozen(invoer.activiteitCategorie, p, citaten)) if lezing
    ]
    ontbreekt = ("activiteit",) if invoer.activiteit is None else () if lezingen else ("activiteitCategorie",)
    besluit = max(lezingen, key=lambda lezing: lezing.oordeel == _strengste(lezingen), default=None)
    if besluit is None or (ontbreekt and besluit.oordeel == TOEGESTAAN):
        return Toets(Regel(NAAM, ONVOLLEDIG, _vraag(invoer, herkend), citaten["beperkt_tot"]), ontbreekt)
    aannames = besluit.aannames
    if len({lezing.categorie for lezing in lezingen}) > 1:
        aannames = (*aannames, _tegenspraak(lezingen, besluit))
    if besluit.categorie in TOEGELATEN:
        aannames = (*aannames, _NUMMERING)
    return Toets(Regel(NAAM, besluit.oordeel, besluit.uitleg, besluit.bron), ontbreekt, aannames)


def _herkend(herkend: Herkenning, p: Waarden, citaten: Mapping[str, Bron]) -> _Lezing | None:
    if herkend.categorie in (None, ONZEKER):
        return None
    vondst = herkend.vondsten[0]
    oordeel, bron = _oordeel(vondst.categorie, p, citaten)
    aannames = hoe_gelezen(herkend.vondsten)
    if vondst.categorie in TOEGELATEN:
        bron = vondst.lemma.bron
        aannames += tuple(_niet_genoemd(ander) for ander in herkend.vondsten if ander.lemma.genoemd is None)
    uitleg = f"‘{vondst.lemma.term}’: {vondst.lemma.reden} {_mag(vondst.categorie)}"
    return _Lezing(vondst.categorie, oordeel, uitleg, bron, aannames)


def _gekozen(categorie: str | None, p: Waarden, citaten: Mapping[str, Bron]) -> _Lezing | None:
    if categorie is None:
        return None
    oordeel, bron = _oordeel(categorie, p, citaten)
    aanname = f"We gaan ervan uit dat de soort die u koos klopt: {_woord(categorie)}."
    return _Lezing(categorie, oordeel, f"U koos als soort: {_woord(categorie)}. {_mag(categorie)}", bron, (aanname,))


def _oordeel(categorie: str, p: Waarden, citaten: Mapping[str, Bron]) -> tuple[str, Bron]:
    if categorie in TOEGELATEN:
        return TOEGESTAAN, citaten[categorie]
    regel = p["activiteit_niet_genoemd" if categorie == "anders" else "horeca_en_detailhandel"]
    return regel.tekst, regel.bron


def _mag(categorie: str) -> str:
    if categorie in TOEGELATEN:
        return "Dat mag bij werken aan huis."
    if categorie == "anders":
        return "Voor een activiteit die de tekst niet noemt, is een vergunning nodig."
    return "Horeca en detailhandel mogen niet bij werken aan huis."


def _vraag(invoer: WerkenAanHuis, herkend: Herkenning) -> str:
    if invoer.activiteit is None:
        return "Wij weten nog niet wat u gaat doen."
    redenen = list(dict.fromkeys(v.lemma.reden for v in herkend.vondsten if v.categorie == ONZEKER))
    if herkend.categorie == ONZEKER and redenen:
        return f"{redenen[0]} Kies zelf de soort die het beste past."
    if herkend.categorie == ONZEKER:
        return "Wij begrijpen uw omschrijving niet helemaal. Kies zelf de soort die het beste past."
    return "Wij herkennen deze activiteit niet. Kies zelf de soort die het beste past."


def _niet_genoemd(vondst: Vondst[Lemma]) -> str:
    term, categorie = vondst.lemma.term, vondst.categorie
    return f"De beleidstekst noemt ‘{term}’ niet met zoveel woorden. We gaan ervan uit dat dit {categorie} is."


def _tegenspraak(lezingen: list[_Lezing], besluit: _Lezing) -> str:
    herkend, gekozen = (lezing.categorie for lezing in lezingen)
    return (
        f"Uw omschrijving past volgens ons bij: {_woord(herkend)}. U koos: {_woord(gekozen)}. "
        f"We gaan uit van de strengste regel, die voor: {_woord(besluit.categorie)}."
    )


def _strengste(lezingen: list[_Lezing]) -> str:
    return strengste(lezing.oordeel for lezing in lezingen)


def _woord(categorie: str) -> str:
    return _IN_WOORDEN.get(categorie, categorie)
