"""Recognises in free text whether a line of business is logistics, without ever guessing."""

from collections.abc import Iterable
from dataclasses import dataclass

from actions import taal
from actions.termen import Lemma, Termen
from actions.werkwoorden import benoemd
from actions.woordvinder import Vondst, zoek
from actions.zinsdelen import delen

LOGISTIEK, STADSDISTRIBUTIE, ANDERS, ONZEKER = "logistiek", "stadsdistributie", "anders", "onzeker"
CATEGORIEEN = (LOGISTIEK, STADSDISTRIBUTIE, ANDERS, ONZEKER)


@dataclass(frozen=True)
class Sector:
    """`categorie` is None when nothing was recognised, `onzeker` when the user must be asked."""

    categorie: str | None
    vondsten: tuple[Vondst[Lemma], ...] = ()


def herken_sector(tekst: str, termen: Termen) -> Sector:
    """Reads a description such as `transport en logistiek`. Deterministic; no state."""
    gelezen = list(delen(zoek(benoemd(taal.woorden(tekst)), termen)))
    vondsten = tuple(vondst for deel in gelezen for vondst in deel.vondsten)
    if not vondsten:
        return Sector(None)
    if not all(deel.zeker for deel in gelezen):
        return Sector(ONZEKER, vondsten)
    return Sector(_samen(vondst.categorie for vondst in vondsten), vondsten)


def _samen(categorieen: Iterable[str]) -> str:
    """One category, or city distribution among other logistics; logistics with something else is asked about."""
    uniek = set(categorieen)
    if uniek == {LOGISTIEK, STADSDISTRIBUTIE}:
        return STADSDISTRIBUTIE
    return uniek.pop() if len(uniek) == 1 else ONZEKER
