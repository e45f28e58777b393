"""The words of an explanation, from `actions/teksten/toelichting.yml`. Read on first use, not at import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from actions.getallen import getal, maand

_BESTAND = Path(__file__).parent / "teksten" / "toelichting.yml"


@dataclass(frozen=True)
class VeldWoorden:
    """One field of a check. `als`, `als_ja`, `als_nee`: how a change of it is said; none of them: not for choosing."""

    naam: str
    eenheid: tuple[str, str] | None = None
    als: str | None = None
    als_ja: str | None = None
    als_nee: str | None = None

    @property
    def te_kiezen(self) -> bool:
        return any((self.als, self.als_ja, self.als_nee))

    def waarde(self, waarde: object) -> str:
        """A value of the field in words, with its unit: `5.000 m²`, `1 klant`, `ja`."""
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, int | float | Decimal):
            heel, _, deel = getal(Decimal(str(waarde))).partition(",")
            tekst = f"{int(heel):,}".replace(",", ".") + (f",{deel}" if deel else "")
            return f"{tekst} {self.eenheid[waarde != 1]}" if self.eenheid else tekst
        return str(waarde)


@dataclass(frozen=True)
class CheckWoorden:
    """One check. `rang`: verdict -> how strict, 0 the mildest; a verdict that is not in it is never weighed."""

    rang: Mapping[str, int] = field(default_factory=dict)
    dan: Mapping[str, str] = field(default_factory=dict)
    velden: Mapping[str, VeldWoorden] = field(default_factory=dict)

    def veld(self, naam: str) -> VeldWoorden:
        return self.velden.get(naam) or VeldWoorden(naam)


@dataclass(frozen=True)
class Toelichtingsteksten:
    """`oordelen`: every verdict in words. `grens`: how a limit is said. `zinnen`: single sentences, by name.

    `vraagt`: the messages that ask "waarom" and "wat_als".
    """

    oordelen: Mapping[str, str]
    grens: Mapping[str, str]
    zinnen: Mapping[str, str]
    vraagt: Mapping[str, frozenset[str]]
    checks: Mapping[str, CheckWoorden]

    def oordeel(self, code: str) -> str:
        return self.oordelen.get(code) or code.replace("_", " ").capitalize()

    def check(self, naam: str) -> CheckWoorden:
        return self.checks.get(naam) or CheckWoorden()


@lru_cache(maxsize=1)
def teksten() -> Toelichtingsteksten:
    """Raises KeyError or TypeError when the file lacks something or knows too much."""
    inhoud = yaml.safe_load(_BESTAND.read_text(encoding="utf-8"))
    checks = {naam: _check(deel) for naam, deel in inhoud["checks"].items()}
    vraagt = {naam: frozenset(berichten) for naam, berichten in inhoud["vraagt"].items()}
    return Toelichtingsteksten(inhoud["oordelen"], inhoud["grens"], inhoud["zinnen"], vraagt, checks)


def datum(dag: date) -> str:
    """`23 november 2026`."""
    return f"{dag.day} {maand(f'{dag:%Y-%m}')}"


def _check(deel: Mapping[str, Any]) -> CheckWoorden:
    rang = {oordeel: plaats for plaats, samen in enumerate(deel["mild_naar_streng"]) for oordeel in samen}
    velden = {naam: VeldWoorden(**{**veld, "eenheid": _eenheid(veld)}) for naam, veld in deel["velden"].items()}
    return CheckWoorden(rang, deel["dan"], velden)


def _eenheid(veld: Mapping[str, Any]) -> tuple[str, str] | None:
    if "eenheid" not in veld:
        return None
    een, meer = veld["eenheid"]
    return een, meer
