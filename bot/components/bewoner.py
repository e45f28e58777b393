"""Whether the speaker says that they live in the dwelling, or that they do not. Pure."""

import re

_NIET = re.compile(
    r"\b(?:ik|we|wij) (?:woon|wonen) (?:er|daar|hier) (?:zelf )?niet|\bniet zelf (?:wonen|bewoner)|\bwoon (?:er "
    r"|daar )?(?:zelf )?(?:ergens )?"
    r"(?:anders|niet)|\bik woon ergens anders|\bben (?:er )?(?:zelf )?(?:geen|niet de) bewoner|\bverhuur (?:de"
    r"|het|mijn)",
    re.IGNORECASE,
)
_WEL = re.compile(
    r"\b(?:ik|we|wij) (?:woon|wonen) (?:er|daar|hier|zelf|in)\b|\bwaar (?:ik|we|wij) (?:zelf )?(?:woon|wonen"
    r"|woont)|\bik ben (?:zelf )?(?:de )?"
    r"(?:bewoner|eigenaar en bewoner)|\b(?:mijn|ons) eigen (?:huis|woning|appartement|flat)|\bbij mij (?:thuis"
    r"|in huis)|\bzelf (?:in )?(?:wonen|woon)",
    re.IGNORECASE,
)


def vind_bewoner(tekst: str) -> bool | None:
    """True: lives there. False: does not. None: not said ("mijn huis" alone says nothing: it may be let)."""
    if _NIET.search(tekst):
        return False
    return True if _WEL.search(tekst) else None
