"""Recognises an activity in free text, without ever guessing.

Finds the terms (woordvinder.py), reads the sentence part by part (zinsdelen.py), and takes the strictest of what is
certain; what is not makes the whole `onzeker`: the user is asked.
"""

from dataclasses import dataclass

from actions import taal
from actions.termen import Lemma, Termen
from actions.werkwoorden import benoemd
from actions.woordvinder import Vondst, zoek
from actions.zinsdelen import delen as lees_delen

TOEGELATEN = ("dienstverlenend", "ambachtelijk")
CATEGORIEEN = (*TOEGELATEN, "horeca", "detailhandel", "anders")  # what a user can choose from
ONZEKER = "onzeker"  # the text does not settle it; the user is asked


@dataclass(frozen=True)
class Herkenning:
    """`categorie` is None when nothing was recognised, `onzeker` when the user must be asked.

    `vondsten` are the terms that led there, the deciding one first.
    """

    categorie: str | None
    vondsten: tuple[Vondst[Lemma], ...] = ()


def herken(tekst: str, lijst: Termen) -> Herkenning:
    """Reads a description such as `kapsalon aan huis`. Deterministic; no state."""
    delen = list(lees_delen(zoek(benoemd(taal.woorden(tekst)), lijst)))
    vondsten = tuple(vondst for deel in delen for vondst in deel.vondsten)
    zeker = [vondst for deel in delen if deel.zeker for vondst in deel.vondsten]
    for nooit in ("horeca", "detailhandel"):  # one of these settles it, whatever else the text says
        if besluit := [vondst for vondst in zeker if vondst.categorie == nooit]:
            return Herkenning(nooit, tuple(besluit))
    if not vondsten:
        return Herkenning(None)
    if not all(deel.zeker for deel in delen):
        return Herkenning(ONZEKER, vondsten)
    for categorie in (ONZEKER, "anders"):  # the strictest of several activities
        if besluit := [vondst for vondst in vondsten if vondst.categorie == categorie]:
            return Herkenning(categorie, tuple(besluit))
    return Herkenning(vondsten[0].categorie, vondsten)
