"""From what is known to what to say next: judge it, and ask what the check still needs. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions.checks import Check
from actions.gesprek.checkteksten import CheckTekst, checkteksten
from actions.gesprek.lezen import Gelezen
from actions.gesprek.stand import Stand
from actions.gesprek.terugzeggen import gehoord, is_bekend, meegenomen, nieuwe
from actions.gespreksteksten import teksten
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, InvoerFouten, Uitkomst

GEMEENTE_ONBEKEND = "anders"
_VEEL = 1_000  # visitors: if even this many change nothing, asking for the number has no use
_MEESTE_POGINGEN = 3


@dataclass(frozen=True)
class Stap:
    """`stand`: from now on; `stand.gevraagd` is the field to ask, None when there is a verdict or the user stopped.

    `uitkomst`: what the check says now; None when it was not asked. `meldingen`: sentences to say first.
    `beleidsvraag`: the message is a question to the policy, to be answered before the field is asked again;
    `vaste_tekst`: it has an intent with a reply of its own, to be given before that. `opgegeven`: this leads nowhere.
    """

    stand: Stand
    uitkomst: Uitkomst | None = None
    meldingen: tuple[str, ...] = ()
    beleidsvraag: bool = False
    vaste_tekst: str | None = None
    afgebroken: bool = False
    opgegeven: bool = False


def verder(gelezen: Gelezen, stand: Stand, check: Check) -> Stap:
    """Judge what is known now; ask what the check still needs."""
    eigen = checkteksten()[check.naam]
    velden = {**_zonder_wat_erbij_hoort(stand.velden, gelezen.velden, eigen), **gelezen.velden}
    meldingen: list[str] = []
    if velden.get("gemeente") == GEMEENTE_ONBEKEND:
        del velden["gemeente"]
        meldingen.append(teksten().zinnen["andere_gemeente"])
    fout: str | None = None
    try:
        uitkomst = check.beoordeel(velden)
    except InvoerFouten as fouten:
        meldingen += dict.fromkeys(fout["melding"] for fout in fouten.fouten)
        fout = fouten.fouten[0]["veld"]
        velden = {veld: w for veld, w in velden.items() if veld not in {fout["veld"] for fout in fouten.fouten}}
        uitkomst = check.beoordeel(velden)
    overgeslagen = tuple(veld for veld in stand.overgeslagen if veld not in gelezen.velden)
    nieuw = replace(stand, velden=velden, deel=gelezen.deel, overgeslagen=overgeslagen, klaar=False)
    vraag = fout or _volgende_vraag(uitkomst, nieuw, check, eigen)
    laatste = next((veld for veld in reversed(list(gelezen.velden)) if veld in velden), stand.laatste)
    if vraag is None and uitkomst.ontbreekt:
        laatste = uitkomst.ontbreekt[0]  # what the user may find out yet
    nieuw = replace(nieuw, gevraagd=vraag, laatste=laatste, klaar=vraag is None)
    if stand.gevraagd is not None and vraag is not None:  # a verdict says itself what was understood
        meldingen += gehoord(gelezen, stand, nieuw, check)
        if not meldingen and vraag == stand.gevraagd and is_bekend(gelezen, stand):
            meldingen.append(teksten().zinnen["al_bekend"])
    elif vraag is None and uitkomst.oordeel == ONVOLLEDIG and stand.klaar:  # what is open says nothing of the rest
        meldingen += meegenomen(gelezen, stand, nieuw, check)
    stap = Stap(nieuw, uitkomst, tuple(meldingen))
    return stap if nieuwe(gelezen, stand, nieuw) else geteld(stap, stand)


def _volgende_vraag(uitkomst: Uitkomst, stand: Stand, check: Check, eigen: CheckTekst) -> str | None:
    """What the check lacks; after that optional fields, where their value can still change the verdict."""
    if uitkomst.oordeel == NIET_VAN_TOEPASSING:
        return None
    if uitkomst.oordeel == ONVOLLEDIG:
        open_ = [veld for veld in uitkomst.ontbreekt if veld not in stand.overgeslagen]
        geheel = eigen.velden[open_[0]].deel_van if open_ else None
        if stand.deel is not None and geheel in open_:
            return geheel  # a share was given: the whole gives the part
        return open_[0] if open_ else None
    for veld in eigen.vraag_ook:
        if veld in stand.velden or veld in stand.overgeslagen:
            continue
        if check.beoordeel({**stand.velden, veld: _VEEL}).oordeel != uitkomst.oordeel:
            return veld
    return None


def _zonder_wat_erbij_hoort(velden: Mapping[str, Any], nieuw: Mapping[str, Any], eigen: CheckTekst) -> dict[str, Any]:
    """Without what said something of a value that is replaced: the kind of another trade."""
    weg = {veld for veld, tekst in eigen.velden.items() if tekst.hoort_bij in nieuw}
    return {veld: waarde for veld, waarde in velden.items() if veld not in weg}


def geteld(stap: Stap, eerder: Stand) -> Stap:
    """Counts answers of no use to one question; after a few we say that we do not get further."""
    zelfde = stap.stand.gevraagd is not None and stap.stand.gevraagd == eerder.gevraagd
    pogingen = eerder.pogingen + 1 if zelfde else 0
    if pogingen < _MEESTE_POGINGEN:
        return replace(stap, stand=replace(stap.stand, pogingen=pogingen))
    stand = replace(stap.stand, gevraagd=None, pogingen=0)
    return Stap(stand, meldingen=(teksten().zinnen["drie_keer"],), opgegeven=True)
