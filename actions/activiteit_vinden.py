"""The activity in a plan told in one sentence: "ik wil thuis een kapsalon beginnen" -> "kapsalon".

Only what the check itself recognises counts, and only when that is one thing; otherwise the user is asked.
"""

import re
from collections.abc import Callable

_PLAN = re.compile(
    r"(?P<wat>[^\W\d][\w'’-]+(?: (?:en|voor|van) [\w'’-]+)?) (?:aan huis|thuis|vanuit huis|beginnen|starten|openen)\b"
    r"|\b(?:ik|we|wij) (?:begin|start|open|ga) (?:met )?(?:een )?(?P<begin>[\w'’-]+)"
    r"|\bvoor (?:een |mijn |de )?(?P<voor>[\w'’-]+)"
    r"|\b(?:als|ben|word) (?:een )?(?P<beroep>[\w'’-]+)"
    r"|\b(?:een|mijn) (?P<een>[\w'’-]+)",
    re.IGNORECASE,
)


def vind_activiteit(tekst: str, herkent: Callable[[str], bool]) -> str | None:
    """The one activity of the sentence. `herkent` says whether the check knows a phrase."""
    stukken = [stuk.strip() for stuk in re.split(r"[,;:.!?]", tekst) if stuk.strip()]
    gevonden = {stuk.lower(): stuk for stuk in stukken if herkent(stuk)} or _in_zinnen(tekst, herkent)
    return next(iter(gevonden.values())) if len(gevonden) == 1 else None


def _in_zinnen(tekst: str, herkent: Callable[[str], bool]) -> dict[str, str]:
    woorden = [match.group(match.lastgroup or 0) for match in _PLAN.finditer(tekst)]
    return {woord.lower(): woord for woord in woorden if herkent(woord)}
