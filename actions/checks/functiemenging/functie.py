"""Which functions of the policy a description means, without ever guessing."""

from dataclasses import dataclass

from actions import taal
from actions.termen import Lemma, Termen
from actions.woordvinder import Vondst, zoek
from actions.zinsdelen import delen

BEDRIJF, KANTOOR, WONEN, ONZEKER = "bedrijf", "kantoor", "wonen", "onzeker"
FUNCTIES = (BEDRIJF, KANTOOR, "detailhandel", "leisure", "horeca", "dienstverlening", "publiek", WONEN)
CATEGORIEEN = (*FUNCTIES, ONZEKER)

IN_WOORDEN = {
    BEDRIJF: "productie, logistiek en opslag",
    KANTOOR: "kantoren",
    "detailhandel": "detailhandel",
    "leisure": "leisure",
    "horeca": "horeca",
    "dienstverlening": "consumentgerichte dienstverlening",
    "publiek": "andere functies die publiek trekken",
    WONEN: "wonen",
}


@dataclass(frozen=True)
class Functies:
    """What is certain, one find a function; `begrepen` is False when some part of the text is not, or nothing is."""

    zeker: tuple[Vondst[Lemma], ...] = ()
    vondsten: tuple[Vondst[Lemma], ...] = ()
    begrepen: bool = False


def herken_functies(tekst: str, termen: Termen) -> Functies:
    """Reads a description such as `opslag en een kantoor`. Deterministic; no state."""
    gelezen = list(delen(zoek(taal.woorden(tekst), termen)))
    vondsten = tuple(vondst for deel in gelezen for vondst in deel.vondsten)
    per_functie: dict[str, Vondst[Lemma]] = {}
    for deel in gelezen:
        for vondst in deel.vondsten if deel.zeker else ():
            if vondst.categorie != ONZEKER:
                per_functie.setdefault(vondst.categorie, vondst)
    onzeker = any(vondst.categorie == ONZEKER for vondst in vondsten)
    begrepen = bool(per_functie) and not onzeker and all(deel.zeker for deel in gelezen)
    return Functies(tuple(per_functie.values()), vondsten, begrepen)
