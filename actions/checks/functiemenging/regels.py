"""The rules of 5.3 and 3.2.5 of Enschede on mixing functions, and the parameters they read.

The verdicts and the citations are in `actions/parameters/enschede/functiemenging.yml`.
"""

from collections.abc import Iterator

from actions.checks.functiemenging.functie import BEDRIJF, FUNCTIES, IN_WOORDEN, KANTOOR, ONZEKER, Functies
from actions.checks.functiemenging.invoer import PROFIELEN, Functiemenging
from actions.parameters import Parameter, Waarden
from actions.termen import Lemma
from actions.toets import Toets
from actions.uitkomst import NIET_TOEGESTAAN, ONDER_VOORWAARDEN, ONVOLLEDIG, TOEGESTAAN, Regel
from actions.woordvinder import Vondst

MAATWERK = "maatwerk"
OORDELEN = (TOEGESTAAN, ONDER_VOORWAARDEN, MAATWERK, NIET_TOEGESTAAN)  # from mild to strict

# Where it matters whether the function supports the businesses there: a second verdict, for when it does.
_ONDERSTEUNEND = (
    *(f"monofunctioneel_{functie}" for functie in FUNCTIES if functie not in (BEDRIJF, "wonen")),
    f"breed_economisch_{KANTOOR}",
)
# Every parameter of the file, with the unit that it must have.
VERWACHT = {
    **{f"{profiel}_{functie}": "oordeel" for profiel in PROFIELEN for functie in FUNCTIES},
    **{f"{naam}_ondersteunend": "oordeel" for naam in _ONDERSTEUNEND},
    **{f"hoofdfunctie_{profiel}": "tekst" for profiel in PROFIELEN},
    "dienstbaar_aan_hoofdfunctie": "oordeel",
    "kantoorruimte": "oordeel",
}
_ANDERS = (
    "Omschrijf het anders, bijvoorbeeld: productie, opslag, winkel, horeca of consumentgerichte dienstverlening. "
    "Komen er meer functies? Zet er dan ‘en’ tussen."
)
_PROFIEL = {  # what the profile is for, in plain words
    "monofunctioneel": "Het profiel ‘monofunctioneel’ is alleen voor productie, logistiek en opslag.",
    "breed_economisch": "Het profiel ‘breed economisch’ is voor bedrijven, detailhandel, leisure en horeca.",
    "multifunctioneel": "Het profiel ‘multifunctioneel’ is voor wonen en werken, met veel verschillende functies.",
}


def toets_alles(invoer: Functiemenging, gelezen: Functies, p: Waarden) -> Iterator[Toets]:
    """Every rule, for every function that was recognised."""
    if not gelezen.begrepen:
        yield _welke_functie(invoer, gelezen, p)
    for vondst in gelezen.zeker:
        yield functie_in_profiel(invoer, vondst, p)
    yield dienstbaar_aan_hoofdfunctie(invoer, gelezen, p)
    yield kantoorruimte(gelezen, p)


def functie_in_profiel(invoer: Functiemenging, vondst: Vondst[Lemma], p: Waarden) -> Toets:
    """What 5.3 says of one function in this profile. Which area has which profile is only on a map: ask."""
    naam = "functie_in_profiel"
    wat = f"‘{vondst.lemma.term}’: {vondst.lemma.reden}"
    if invoer.profiel is None:
        uitleg = f"{wat} Of het mag, hangt af van het profiel van het terrein. Dat staat op de kaart."
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, vondst.lemma.bron), ("profiel",))
    sleutel = f"{invoer.profiel}_{vondst.categorie}"
    gewoon, ondersteunend = p[sleutel], p.get(f"{sleutel}_ondersteunend")
    aannames = _niet_genoemd(vondst)
    if ondersteunend is None:
        uitleg = f"{wat} {_PROFIEL[invoer.profiel]} {_mag(gewoon, vondst.categorie)}"
        return Toets(Regel(naam, gewoon.tekst, uitleg, gewoon.bron), aannames=aannames)
    uitleg = f"{wat} {_PROFIEL[invoer.profiel]} {_alleen_als(vondst.categorie)}"
    if invoer.ondersteunend is None:
        uitleg = f"{uitleg} Wij weten nog niet of dat zo is."
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, ondersteunend.bron), ("ondersteunend",), aannames)
    if invoer.ondersteunend:
        return Toets(Regel(naam, ondersteunend.tekst, f"{uitleg} Dat is zo.", ondersteunend.bron), aannames=aannames)
    uitleg = f"{uitleg} Dat is niet zo. {_mag(gewoon, vondst.categorie)}"
    return Toets(Regel(naam, gewoon.tekst, uitleg, gewoon.bron), aannames=aannames)


def dienstbaar_aan_hoofdfunctie(invoer: Functiemenging, gelezen: Functies, p: Waarden) -> Toets:
    """3.2.5: another function than the area is for must not get in the way of it, nor be a cheap way out."""
    naam, regel = "dienstbaar_aan_hoofdfunctie", p["dienstbaar_aan_hoofdfunctie"]
    eis = (
        "Een andere functie mag de bedrijven die er zitten niet hinderen. "
        "De plek mag ook geen goedkope vervanger worden van de binnenstad of een kantoorlocatie."
    )
    if not gelezen.zeker:
        return Toets(Regel(naam, ONVOLLEDIG, f"{eis} Wij weten nog niet wat er komt.", regel.bron), ("functie",))
    hoofd = p[f"hoofdfunctie_{invoer.profiel}"].tekst.split(", ") if invoer.profiel else [BEDRIJF]
    if all(vondst.categorie in hoofd for vondst in gelezen.zeker):
        return Toets(Regel(naam, TOEGESTAAN, "Uw functie hoort bij waar het terrein voor is.", regel.bron))
    return Toets(Regel(naam, regel.tekst, eis, regel.bron))


def kantoorruimte(gelezen: Functies, p: Waarden) -> Toets:
    """3.2.5: office space on a business park goes with business space."""
    regel = p["kantoorruimte"]
    eis = "Op een bedrijventerrein mag u kantoorruimte niet apart verhuren of verkopen."
    if any(vondst.categorie == KANTOOR for vondst in gelezen.zeker):
        return Toets(Regel("kantoorruimte", regel.tekst, eis, regel.bron))
    uitleg = f"{eis} Deze regel is voor uw plan niet van belang."
    return Toets(Regel("kantoorruimte", TOEGESTAAN, uitleg, regel.bron))


def _welke_functie(invoer: Functiemenging, gelezen: Functies, p: Waarden) -> Toets:
    """The part that is not known or not understood; it is asked, and what is certain is judged beside it."""
    bron = p["dienstbaar_aan_hoofdfunctie" if invoer.profiel is None else f"{invoer.profiel}_{BEDRIJF}"].bron
    redenen = [vondst.lemma.reden for vondst in gelezen.vondsten if vondst.categorie == ONZEKER]
    if invoer.functie is None:
        uitleg = "Wij weten nog niet wat er op het terrein komt."
    elif redenen:
        uitleg = f"{redenen[0]} {_ANDERS}"
    else:
        uitleg = f"Wij begrijpen deze functie niet helemaal. {_ANDERS}"
    nodig = ("functie",) if invoer.profiel else ("profiel", "functie")
    return Toets(Regel("functie_in_profiel", ONVOLLEDIG, uitleg, bron), nodig)


def _mag(p: Parameter, functie: str) -> str:
    return {
        TOEGESTAAN: "Uw functie past daarbij.",
        ONDER_VOORWAARDEN: "Uw functie mag, als zij past binnen het beleid dat daarvoor geldt.",
        MAATWERK: f"De beleidstekst noemt {IN_WOORDEN[functie]} hier niet. De gemeente moet dit zelf bekijken.",
        NIET_TOEGESTAAN: "Uw functie mag hier niet.",
    }[p.tekst]


def _alleen_als(functie: str) -> str:
    if functie == KANTOOR:
        return "Een kantoor mag, als het een klein deel is van een bedrijf op dezelfde plek."
    return "Een andere functie mag alleen als zij de bedrijven die er zitten of het gewenste profiel ondersteunt."


def _niet_genoemd(vondst: Vondst[Lemma]) -> tuple[str, ...]:
    if vondst.lemma.genoemd is not None:
        return ()
    term, functie = vondst.lemma.term, IN_WOORDEN[vondst.categorie]
    return (f"De beleidstekst noemt ‘{term}’ niet met zoveel woorden. We gaan ervan uit dat dit hoort bij: {functie}.",)
