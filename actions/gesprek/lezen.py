"""From a message to fields of a check, by its schema and data: what was asked, what was said beside it, corrections.

Nothing here decides whether a value is possible: the check does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.checkteksten import VeldTekst, checkteksten
from actions.gesprek.getallen_lezen import deel, getallen
from actions.gesprek.keuzes_lezen import keuzes
from actions.gesprek.stand import Stand
from actions.gesprek.uiting import Uiting
from actions.gesprek.velden_lezen import vaste_feiten, vrije_teksten


@dataclass(frozen=True)
class Gelezen:
    """`velden`: the fields that the message fills or changes. `deel`: a share that cannot be worked out yet."""

    velden: Mapping[str, Any]
    deel: float | None = None


def lees(bericht: Bericht, stand: Stand, check: Check) -> Gelezen:
    """Everything that the message tells for this check."""
    uiting = Uiting(bericht, stand, check)
    velden = {**getallen(uiting), **keuzes(uiting), **vaste_feiten(uiting)}
    velden |= vrije_teksten(uiting, bool(velden.keys() - {"gemeente"}))
    return _met_deel(velden, deel(uiting), stand, checkteksten()[check.naam].velden)


def _met_deel(nieuw: dict[str, Any], deel: float | None, stand: Stand, teksten: Mapping[str, VeldTekst]) -> Gelezen:
    """A share becomes a number as soon as the whole is known."""
    veld = next((naam for naam, tekst in teksten.items() if tekst.deel_van), None)
    gezegd = stand.deel if deel is None else deel
    if veld is None or gezegd is None or veld in nieuw:
        return Gelezen(nieuw)
    if deel is None and veld in stand.velden:
        return Gelezen(nieuw)
    heel = teksten[veld].deel_van or ""
    geheel = nieuw.get(heel, stand.velden.get(heel))
    if not isinstance(geheel, int | float):
        return Gelezen(nieuw, gezegd)
    return Gelezen({**nieuw, veld: round(gezegd * geheel, 2)})
