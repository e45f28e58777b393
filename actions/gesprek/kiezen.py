"""Which check a message is about: by its name, by what the classifier thinks, or by its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actions.bericht import Bericht
from actions.gesprek.checkteksten import CheckTekst, checkteksten
from actions.gesprek.woorden import noemt

_START = "start_"
_GENOEMD = re.compile(r"\bcheck\b", re.IGNORECASE)
_EEN_ANDERE = re.compile(r"\b(?:ander\w*|welke|checks)\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:wil|willen|wilde|ga|gaan|zoek\w*|begin\w*|start\w*|open\w*|kopen|bouwen|huren|vestigen|nodig|check\w*|nagaan|na|"
    r"kijk\w*|label|otb|omgevingsprogramma)\b",
    re.IGNORECASE,
)
# "eigenlijk wil ik liever een kantoor": another plan than the one that is being filled in.
_LIEVER = re.compile(
    r"\b(?:wil|willen|zoek|zoeken)\b.*\b(?:liever|toch|eigenlijk)\b|\b(?:liever|toch|eigenlijk)\b.*\b(?:wil|willen|zoek|zoeken)\b",
    re.IGNORECASE,
)
_TWIJFEL = 0.5  # as likely as this share of the likeliest: a reading to ask about
_SNEL = 0.8  # sure enough to leave the check under way
MEESTE_AANBOD = 2  # buttons under an answer


@dataclass(frozen=True)
class Keuze:
    """`check`: the one meant; None when the user must say which of `kandidaten`."""

    check: str | None
    kandidaten: tuple[str, ...] = ()


def kies(bericht: Bericht, bezig: str | None, aangeboden: bool) -> Keuze:
    """For a message that starts a check. `bezig`: the check talked about last; `aangeboden`: it was just offered."""
    if genoemd := genoemde_check(bericht.tekst):
        return Keuze(genoemd)
    if not bericht.intent.startswith(_START):
        return Keuze(bezig)  # "ja", or another value after the verdict
    if bericht.intent != "start_check":
        eerste, *rest = _gedacht(bericht) or [van_intent(bericht.intent)]
        return Keuze(None, (eerste, *rest)) if rest else Keuze(eerste)
    passend = passende_checks(bericht.tekst)
    if len(passend) == 1:
        return Keuze(passend[0])
    if bezig is not None and (aangeboden or not passend) and not _EEN_ANDERE.search(bericht.tekst):
        return Keuze(bezig)
    return Keuze(None, passend or tuple(checkteksten()))


def genoemde_check(tekst: str) -> str | None:
    """The check that is asked for by its name: "doe de check kantoorlocatie"."""
    if not _GENOEMD.search(tekst):
        return None
    lengte = {
        naam: max((len(woord) for woord in eigen.namen if noemt(tekst, [woord])), default=0)
        for naam, eigen in checkteksten().items()
    }
    beste = max(lengte, key=lambda naam: lengte[naam])
    return beste if lengte[beste] else None


def noemt_plan(tekst: str) -> bool:
    """Whether somebody says what they want to do, or asks for a check."""
    return _PLAN.search(tekst) is not None


def passende_checks(tekst: str) -> tuple[str, ...]:
    """The checks that a message may be about, by its words."""
    return tuple(naam for naam, eigen in checkteksten().items() if _past(tekst, eigen))


def andere_check(bericht: Bericht, bezig: str) -> str | None:
    """The other check that the user turns to in the middle of one: by its name, by a plan, or by a change of mind.

    A place or a trade alone ("gewoon in een woonwijk") is an answer, whatever the classifier makes of it.
    """
    genoemd = genoemde_check(bericht.tekst)
    if genoemd is None and bericht.zekerheid >= _SNEL and bericht.intent.startswith(_START):
        plan = bericht.intent != "start_check" and _PLAN.search(bericht.tekst)
        genoemd = van_intent(bericht.intent) if plan else None
    if genoemd is None and _LIEVER.search(bericht.tekst):
        passend = passende_checks(bericht.tekst)
        genoemd = passend[0] if len(passend) == 1 else None
    return genoemd if genoemd != bezig else None


def van_intent(intent: str) -> str:
    """`start_werken_aan_huis` -> `werken-aan-huis`."""
    return intent.removeprefix(_START).replace("_", "-")


def mogelijke_checks(bericht: Bericht) -> tuple[str, ...]:
    """What a message that is not understood may start, likeliest first."""
    return tuple(dict.fromkeys((*passende_checks(bericht.tekst), *_gedacht(bericht, 0.15))))


def _gedacht(bericht: Bericht, minst: float = 0.0) -> list[str]:
    """The checks that the classifier thinks of, with those about as likely as the first."""
    kansen: Mapping[str, float] = {
        van_intent(naam): kans
        for naam, kans in bericht.rangschikking
        if naam.startswith(_START) and naam != "start_check" and kans >= minst
    }
    hoogste = max(kansen.values(), default=0.0)
    return [naam for naam, kans in kansen.items() if kans >= _TWIJFEL * hoogste]


def _past(tekst: str, eigen: CheckTekst) -> bool:
    return noemt(tekst, eigen.woorden) and not noemt(tekst, eigen.behalve)
