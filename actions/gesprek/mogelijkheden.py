"""What a check would say for each value of a field that the user does not know. Nothing is assumed: all are told.

Along a number a verdict changes at a few places only; they are found by halving, to a hundredth (see wat_als.py).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from actions.checks import Check
from actions.gesprek.checkteksten import checkteksten
from actions.gespreksteksten import teksten
from actions.toelichtingsteksten import teksten as toelichtingsteksten
from actions.uitkomst import ONVOLLEDIG, InvoerFouten
from actions.wat_als import dichtstbij

_JA_NEE = ((True, "Ja"), (False, "Nee"))


@dataclass(frozen=True)
class Mogelijkheid:
    """`waarde`: the value or stretch of values, in words. `oordeel`: the verdict in words, or what it needs yet."""

    waarde: str
    oordeel: str


def mogelijkheden(check: Check, velden: Mapping[str, Any], veld: str) -> tuple[Mogelijkheid, ...]:
    """One for every verdict that the field can lead to; none for a field in the user's own words."""
    eigenschappen: Any = check.schema["properties"]
    regel = eigenschappen[veld]

    def zegt(waarde: object) -> str | None:
        try:
            uitkomst = check.beoordeel({**velden, veld: waarde})
        except InvoerFouten:
            return None
        if uitkomst.oordeel != ONVOLLEDIG:
            return toelichtingsteksten().oordeel(uitkomst.oordeel)
        woorden = toelichtingsteksten().check(check.naam)
        namen = ", ".join(_klein(woorden.veld(naam).naam) for naam in uitkomst.ontbreekt if naam != veld)
        return teksten().zinnen["mogelijkheid_open"].format(velden=namen)

    if regel["type"] == "boolean":
        paren = [(titel, zegt(waarde)) for waarde, titel in _JA_NEE]
    elif "enum" in regel:
        titels = checkteksten()[check.naam].velden[veld].keuzes
        paren = [(titels.get(waarde, waarde), zegt(waarde)) for waarde in regel["enum"]]
    elif regel["type"] in ("number", "integer"):
        paren = list(_stukken(check, veld, regel, zegt))
    else:
        return ()
    return tuple(Mogelijkheid(waarde, oordeel) for waarde, oordeel in paren if oordeel is not None)


def _stukken(
    check: Check, veld: str, regel: Mapping[str, Any], zegt: Callable[[object], str | None]
) -> Iterator[tuple[str, str | None]]:
    """Stretches of the number line with one verdict each, from small to large."""
    stap = Decimal(1) if regel["type"] == "integer" else Decimal("0.01")
    van = Decimal(str(regel["minimum"])) if "minimum" in regel else Decimal(str(regel["exclusiveMinimum"])) + stap
    eind, woorden = Decimal(str(regel["maximum"])), toelichtingsteksten().check(check.naam).veld(veld)
    if zegt(van) is None:  # a dwelling smaller than the business is impossible
        van = dichtstbij(van, eind, stap, lambda waarde: zegt(waarde) is not None) or eind
    ondergrens = ""
    while (hier := zegt(van)) is not None:
        if zegt(eind) == hier:
            yield ondergrens or woorden.naam, hier
            return
        grens = dichtstbij(eind, van, stap, _zegt_hetzelfde(zegt, hier)) or van
        van = grens + stap
        rond = (
            van == van.to_integral_value() and grens != grens.to_integral_value()
        )  # 499,99 is said as "minder dan 500"
        tot, meer = ("tot", "vanaf") if rond else ("tot_en_met", "meer")
        waarde = woorden.waarde(van if rond else grens)
        yield teksten().zinnen[tot].format(waarde=waarde), hier
        ondergrens = teksten().zinnen[meer].format(waarde=waarde)


def _zegt_hetzelfde(zegt: Callable[[object], str | None], hier: str) -> Callable[[Decimal], bool]:
    return lambda waarde: zegt(waarde) == hier


def _klein(naam: str) -> str:
    return naam[:1].lower() + naam[1:]
