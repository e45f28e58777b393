"""Logistics: from outside Enschede to the region, unless it serves the distribution in the city."""

from actions.checks.bedrijfskavel.invoer import Bedrijfskavel
from actions.checks.bedrijfskavel.kavel import BESCHIKBAAR
from actions.parameters import Waarden
from actions.sectoren import ANDERS, LOGISTIEK, ONZEKER, STADSDISTRIBUTIE, Sector
from actions.toets import Toets
from actions.uitkomst import ONVOLLEDIG, Regel

NAAM = "logistiek"
_GEEN_STADSDISTRIBUTIE = "We gaan ervan uit dat het niet om stadsdistributie gaat."
_TELT_NIET = "Stadsdistributie telt alleen bij een logistiek bedrijf. Uw sector lezen wij niet als logistiek."


def logistiek(invoer: Bedrijfskavel, sector: Sector, p: Waarden) -> Toets:
    if sector.categorie in (None, ONZEKER):
        return Toets(Regel(NAAM, ONVOLLEDIG, _vraag(invoer, sector), p["logistiek"].bron), ("sector",))
    if sector.categorie == ANDERS:
        uitleg = "Uw sector is geen logistiek. De regels voor logistieke bedrijven gelden niet."
        aannames = (_TELT_NIET,) if invoer.stadsdistributie else ()
        return Toets(Regel(NAAM, BESCHIKBAAR, uitleg, p["logistiek"].bron), aannames=aannames)
    if _is_stadsdistributie(invoer, sector):
        uitleg = (
            "Uw bedrijf doet aan stadsdistributie. De gemeente kan dan een uitzondering maken, "
            "als blijkt dat dat meerwaarde heeft."
        )
        return Toets(Regel(NAAM, p["stadsdistributie"].tekst, uitleg, p["stadsdistributie"].bron))
    return _gevestigd(invoer, p)


def _gevestigd(invoer: Bedrijfskavel, p: Waarden) -> Toets:
    van_buiten = p["logistiek_van_buiten"]
    aannames = (_GEEN_STADSDISTRIBUTIE,) if invoer.stadsdistributie is None else ()
    if invoer.gevestigdInEnschede is None:
        uitleg = "Bij logistiek maakt het uit of uw bedrijf al in Enschede zit. Dat weten wij nog niet."
        return Toets(Regel(NAAM, ONVOLLEDIG, uitleg, p["logistiek"].bron), ("gevestigdInEnschede",), aannames)
    if invoer.gevestigdInEnschede:
        uitleg = (
            "Uw logistieke bedrijf zit al in Enschede. De gemeente helpt u zoveel mogelijk op de plek van nu. "
            "Wilt u verhuizen? Dan kijkt zij naar plekken in de regio die beter passen."
        )
        return Toets(Regel(NAAM, BESCHIKBAAR, uitleg, p["logistiek_gevestigd"].bron), aannames=aannames)
    uitleg = (
        "Uw logistieke bedrijf komt van buiten Enschede. Daarvoor zijn er volgens de visie betere plekken "
        "in de rest van Twente."
    )
    return Toets(Regel(NAAM, van_buiten.tekst, uitleg, van_buiten.bron), aannames=aannames)


def betere_plek(oordeel: str, p: Waarden) -> Regel:
    """The place in the region that the text names."""
    uitleg = f"De visie noemt het {p['betere_plek'].tekst}. Dat is bedoeld voor grote logistieke bedrijven."
    return Regel("betere_plek", oordeel, uitleg, p["betere_plek"].bron)


def _is_stadsdistributie(invoer: Bedrijfskavel, sector: Sector) -> bool:
    """What the user answered counts, and else what the description says."""
    if invoer.stadsdistributie is not None:
        return invoer.stadsdistributie
    return sector.categorie == STADSDISTRIBUTIE


def _vraag(invoer: Bedrijfskavel, sector: Sector) -> str:
    if invoer.sector is None:
        return "Wij weten nog niet in welke sector uw bedrijf werkt."
    redenen = [vondst.lemma.reden for vondst in sector.vondsten if vondst.categorie == ONZEKER]
    if redenen:
        return f"{redenen[0]} Schrijf erbij wat uw bedrijf precies doet."
    if any(vondst.categorie in (LOGISTIEK, STADSDISTRIBUTIE) for vondst in sector.vondsten):
        return "Wij weten niet zeker of uw bedrijf een logistiek bedrijf is. Noem alleen de belangrijkste sector."
    return "Wij herkennen deze sector niet. Noem de sector met een ander woord, zoals productie, handel of logistiek."
