"""The first step of a check: with what was said before, in this conversation, in any order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.bericht import Bericht, Entiteit
from actions.checks import Check
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.lezen import lees
from actions.gesprek.stand import Stand
from actions.gesprek.verder import Stap, verder
from actions.gespreksteksten import teksten
from actions.waarom import gegeven_feiten

MEESTE_GEZEGD = 4  # messages
_LANGSTE = 300  # characters of a message that is kept


def onthoud(
    gezegd: Sequence[Mapping[str, Any]], bericht: Bericht, checks: Sequence[str]
) -> list[dict[str, Any]] | None:
    """The messages to read when a check starts, with this one.

    `checks`: those that it may be about. A statement ("ik ben kapper") may be about any other, a question ("mag een
    winkel hier?") may not.
    """
    if bericht.is_vraag and not checks:
        return list(map(dict, gezegd)) or None
    entiteiten = [[e.naam, e.waarde, e.rol] for e in bericht.entiteiten]
    voor = list(checks) if bericht.is_vraag else None
    nieuw = {"tekst": bericht.tekst[:_LANGSTE], "entiteiten": entiteiten, "voor": voor}
    return [*map(dict, gezegd), nieuw][-MEESTE_GEZEGD:]


def begin(bericht: Bericht, stand: Stand, gezegd: Sequence[Mapping[str, Any]], check: Check) -> Stap:
    """Opens the check with this message. `stand`: what is known of the check already."""
    eerder = stand
    for oud in gezegd:
        if oud["voor"] is None or check.naam in oud["voor"]:
            eerder = _met(
                Bericht(oud["tekst"], entiteiten=tuple(Entiteit(*e) for e in oud["entiteiten"])), eerder, check
            )
    stap = verder(lees(bericht, eerder, check), eerder, check)
    gehoord = {veld: w for veld, w in stap.stand.velden.items() if veld in eerder.velden and veld not in stand.velden}
    if not gehoord or stap.stand.gevraagd is None:
        return stap
    feiten = "; ".join(f"{feit.naam}: {feit.tekst}" for feit in gegeven_feiten(check, gehoord).values())
    return replace(stap, meldingen=(teksten().zinnen["gehoord"].format(feiten=feiten), *stap.meldingen))


def _met(bericht: Bericht, stand: Stand, check: Check) -> Stand:
    """The stand with the facts of one more message; what is impossible together is left to the check."""
    gelezen = lees(bericht, stand, check)
    gemeente = {veld: w for veld, w in gelezen.velden.items() if veld == "gemeente" and w not in _bekend(check)}
    nieuw = {veld: waarde for veld, waarde in gelezen.velden.items() if veld not in gemeente}
    return replace(stand, velden={**stand.velden, **nieuw}, deel=gelezen.deel)


def _bekend(check: Check) -> Sequence[str]:
    """The municipalities that can be chosen."""
    return tuple(checkteksten()[check.naam].velden["gemeente"].keuzes)
