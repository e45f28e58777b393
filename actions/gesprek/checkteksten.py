"""What a check needs to be a conversation, from `actions/teksten/checks/{check}.yml`. Read on first use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from actions.checks import CHECKS
from knowledge.antwoord import Knop

_MAP = Path(__file__).parents[1] / "teksten" / "checks"


@dataclass(frozen=True)
class VeldTekst:
    """One field in conversation. The question is the field's description in the schema, unless `vraag` puts it better.

    `waarom`: why we ask. `hulp`: how to answer. `uitzoeken`: how to find out, for who does not know.
    `keuzes`: choice -> its button. `voorbeelden`: answers to a field in one's own words, as buttons.
    `herken`: choice -> words for it, once asked; `zegt`: choice, or "ja" or "nee" -> phrases that say it at any time.
    `entiteit`: the fact of a message that fills it, of this `rol` if it has one. `deel_van`: the field of the whole,
    where a share ("a third of my house") is an answer too. `hoort_bij`: it says something of that field, and goes when
    that changes. `plaats`: a municipality is an answer too: yes for this one. `noemt`: how people name it who want to
    change it.
    """

    waarom: str
    hulp: str
    vraag: str | None = None
    uitzoeken: str = ""
    keuzes: Mapping[str, str] = field(default_factory=dict)
    voorbeelden: tuple[str, ...] = ()
    herken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    zegt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    entiteit: str | None = None
    rol: str | None = None
    deel_van: str | None = None
    hoort_bij: str | None = None
    plaats: str | None = None
    noemt: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckTekst:
    """One check. `namen`: how it is asked for ("doe de check …"). `kort`: its subject, on a button. `knop`: offers it.

    `woorden`: a message with one of these may be about it, with none of `behalve`; `a + b` is both.
    `onderwerp`: never said: what a follow-up question in the middle of the check leans on.
    `vul`: words that go with it and say nothing of a trade, place or function ("zoek grond voor").
    `vraag_ook`: optional fields that are asked, where they can still change the verdict.
    """

    check: str
    namen: tuple[str, ...]
    woorden: tuple[str, ...]
    knop: Knop
    kort: str
    onderwerp: str
    velden: Mapping[str, VeldTekst]
    behalve: tuple[str, ...] = ()
    vul: tuple[str, ...] = ()
    vraag_ook: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def checkteksten() -> Mapping[str, CheckTekst]:
    """Every check, by its name. Raises TypeError or KeyError when a file lacks something or knows too much."""
    paden = (_MAP / f"{naam.replace('-', '_')}.yml" for naam in CHECKS)
    alle = [_check(yaml.safe_load(pad.read_text(encoding="utf-8"))) for pad in paden]
    return {tekst.check: tekst for tekst in alle}


def _check(deel: Mapping[str, Any]) -> CheckTekst:
    rest: dict[str, Any] = {naam: _vast(waarde) for naam, waarde in deel.items()}
    velden = {naam: _veld(veld) for naam, veld in deel["velden"].items()}
    return CheckTekst(**{**rest, "knop": Knop(**deel["knop"]), "velden": velden})


def _veld(deel: Mapping[str, Any]) -> VeldTekst:
    rest: dict[str, Any] = {naam: _vast(waarde) for naam, waarde in deel.items()}
    for naam in ("herken", "zegt"):
        rest[naam] = {waarde: tuple(woorden) for waarde, woorden in deel.get(naam, {}).items()}
    return VeldTekst(**rest)


def _vast(waarde: Any) -> Any:
    return tuple(waarde) if isinstance(waarde, list) else waarde
