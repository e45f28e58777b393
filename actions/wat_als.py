"""What if: the nearest change of one input that gives a milder verdict.

Nothing here knows a rule. The check itself is asked with one field changed: a yes or no the other way, another choice
of an enum, or another number. Along a number a verdict only ever gets milder or only ever stricter, so that halving
the stretch between two values finds the very place where it changes, to a hundredth.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from actions.checks import Check
from actions.toelichtingsteksten import CheckWoorden, VeldWoorden, teksten
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, InvoerFouten, Uitkomst

_FIJN = Decimal("0.000000001")  # a hair past a limit: whether the limit itself still counts
_STREKKER = 10**9  # stricter than every verdict: what gives no verdict to compare with


@dataclass(frozen=True)
class WatAls:
    """One change with the verdict it gives. `van` is None where the field was not given."""

    veld: str
    van: object
    naar: object
    oordeel: str
    tekst: str

    def to_json(self) -> dict[str, object]:
        return {"veld": self.veld, "van": self.van, "naar": self.naar, "oordeel": self.oordeel, "tekst": self.tekst}


def wat_als(check: Check, fields: Mapping[str, object], uitkomst: Uitkomst) -> tuple[WatAls, ...]:
    """Every milder verdict that one change reaches, with the nearest value; mildest first. Empty: no single change."""
    woorden = teksten().check(check.naam)
    nu = woorden.rang.get(uitkomst.oordeel, 0)
    if nu == 0:
        return ()
    gevonden: list[WatAls] = []
    for veld, regel in _eigenschappen(check).items():
        if woorden.veld(veld).te_kiezen:
            proef = _Proef(check, fields, veld, woorden)
            gevonden += _getal(proef, regel, nu) if regel["type"] in ("number", "integer") else _keuze(proef, regel, nu)
    return tuple(sorted(gevonden, key=lambda een: woorden.rang[een.oordeel]))


def zonder_wat_als(check: Check, uitkomst: Uitkomst) -> str:
    """Why there is no change to name, in a sentence."""
    zinnen, woorden = teksten().zinnen, teksten().check(check.naam)
    if uitkomst.oordeel in (ONVOLLEDIG, NIET_VAN_TOEPASSING):
        return zinnen[uitkomst.oordeel]
    if uitkomst.oordeel not in woorden.rang:
        return zinnen["niet_te_kiezen"]
    return zinnen["helpt_niet" if woorden.rang[uitkomst.oordeel] else "al_gunstigst"]


class _Proef:
    """The check with one field changed."""

    def __init__(self, check: Check, fields: Mapping[str, object], veld: str, woorden: CheckWoorden) -> None:
        self._check, self._fields, self._woorden = check, fields, woorden
        self.veld, self.van = veld, fields.get(veld)
        self.woorden: VeldWoorden = woorden.veld(veld)

    def oordeel(self, waarde: object) -> str | None:
        """The verdict with this value; None when the input is then impossible."""
        try:
            return self._check.beoordeel({**self._fields, self.veld: waarde}).oordeel
        except InvoerFouten:
            return None

    def rang(self, waarde: object) -> int:
        """How strict the verdict with this value is; one that cannot be weighed counts as the strictest."""
        return self._woorden.rang.get(self.oordeel(waarde) or "", _STREKKER)

    def hooguit(self, rang: int) -> Callable[[Decimal], bool]:
        return lambda waarde: self.rang(waarde) <= rang

    def wijziging(self, naar: object, als: str) -> WatAls:
        oordeel = self.oordeel(naar) or ""
        return WatAls(self.veld, self.van, naar, oordeel, f"{als} {self._woorden.dan[oordeel]}.")


def _keuze(proef: _Proef, regel: Mapping[str, Any], nu: int) -> Iterator[WatAls]:
    """The other answers of a yes or no, or of an enum."""
    if regel["type"] == "boolean":
        mogelijk = [(True, proef.woorden.als_ja), (False, proef.woorden.als_nee)]
    else:
        als, van = proef.woorden.als or "", proef.woorden.waarde(proef.van)
        leesbaar = {waarde: waarde.replace("_", " ") for waarde in regel.get("enum", ())}
        mogelijk = [(waarde, als.format(naar=naar, van=van)) for waarde, naar in leesbaar.items()]
    for waarde, zin in mogelijk:
        if zin and waarde != proef.van and proef.rang(waarde) < nu:
            yield proef.wijziging(waarde, zin)


def _getal(proef: _Proef, regel: Mapping[str, Any], nu: int) -> Iterator[WatAls]:
    """The nearest number below or above, for every milder verdict that there is. Only where a number was given."""
    if proef.van is None:
        return
    stap = Decimal(1) if regel["type"] == "integer" else Decimal("0.01")
    van = Decimal(str(proef.van))
    minst = Decimal(str(regel["minimum"])) if "minimum" in regel else Decimal(str(regel["exclusiveMinimum"])) + stap
    for verst, omlaag in ((minst, True), (Decimal(str(regel["maximum"])), False)):
        vanaf = (van / stap).to_integral_value(ROUND_CEILING if omlaag else ROUND_FLOOR) * stap
        for hoogstens in sorted(set(range(nu)), reverse=True):
            naar = dichtstbij(vanaf, verst, stap, proef.hooguit(hoogstens))
            if naar is not None and proef.rang(naar) == hoogstens:
                yield proef.wijziging(_json(naar), _zin(proef, naar, stap, omlaag, hoogstens))


def dichtstbij(fout: Decimal, raak: Decimal, stap: Decimal, goed: Callable[[Decimal], bool]) -> Decimal | None:
    """The good value nearest to `fout`, which is not good, on the way to `raak`; None when `raak` is not good."""
    if not goed(raak):
        return None
    while abs(raak - fout) > stap:
        midden = fout + ((raak - fout) / stap / 2).to_integral_value(ROUND_FLOOR) * stap
        fout, raak = (fout, midden) if goed(midden) else (midden, raak)
    return raak


def _zin(proef: _Proef, naar: Decimal, stap: Decimal, omlaag: bool, rang: int) -> str:
    """Says a limit as the policy does: `hooguit 36 m²`; `minder dan 500 m²` where the limit itself does not count."""
    grens, waarde = ("hooguit" if omlaag else "minstens"), naar
    volgende = naar + (stap if omlaag else -stap)
    if proef.rang(volgende - (_FIJN if omlaag else -_FIJN)) <= rang:
        grens, waarde = ("minder" if omlaag else "meer"), volgende
    woorden = proef.woorden
    tekst = teksten().grens[grens].format(waarde=woorden.waarde(waarde))
    return (woorden.als or "").format(naar=tekst, van=woorden.waarde(proef.van))


def _eigenschappen(check: Check) -> Mapping[str, Mapping[str, Any]]:
    eigenschappen: Any = check.schema["properties"]
    return dict(eigenschappen)


def _json(waarde: Decimal) -> int | float:
    return int(waarde) if waarde == int(waarde) else float(waarde)
