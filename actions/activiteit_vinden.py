"""The activity in a plan told in one sentence: "ik wil thuis een kapsalon beginnen" -> "kapsalon".

Only what the check itself recognises counts, and only when that is one thing; otherwise the user is asked.
"""

import re
from collections.abc import Callable, Iterable

# Words that can only be the activity itself.
_PLAN = re.compile(
    r"(?P<wat>[^\W\d][\w'’-]+(?: (?:en|voor|van) [\w'’-]+)?) (?:aan huis|thuis|vanuit huis|beginnen|starten|openen)\b"
    r"|\b(?:ik|we|wij) (?:begin|start|open) (?:met )?(?:een )?(?P<begin>[\w'’-]+)"
    r"|\b(?:als|ik ben|ik word) (?:een )?(?P<beroep>[\w'’-]+)",
    re.IGNORECASE,
)
# Words that may be it, or whom it is for ("advies aan een restaurant"): only to shorten a sentence the check understands.
_MISSCHIEN = re.compile(r"\b(?:een|mijn|voor) (?P<een>[\w'’-]+)", re.IGNORECASE)


def vind_activiteit(tekst: str, herkent: Callable[[str], bool]) -> str | None:
    """The one activity of the sentence. `herkent` says whether the check knows a phrase."""
    stukken = [stuk.strip() for stuk in re.split(r"[,;:.!?]", tekst) if herkent(stuk.strip())]
    zeker = _woorden(_PLAN.finditer(tekst), herkent)
    kort = zeker or (_woorden(_MISSCHIEN.finditer(stukken[0]), herkent) if len(stukken) == 1 else {})
    if len(kort) == 1 and len(stukken) <= 1:
        return next(iter(kort.values()))
    return stukken[0] if len(stukken) == 1 else None


def _woorden(matches: Iterable[re.Match[str]], herkent: Callable[[str], bool]) -> dict[str, str]:
    woorden = [match.group(match.lastgroup or 0) for match in matches]
    return {woord.lower(): woord for woord in woorden if herkent(woord)}
