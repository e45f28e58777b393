"""Dutch licence plates: the fourteen forms ("sidecodes") of the RDW."""

import re
from collections.abc import Iterator

from api.privacy.taal import KORTE_WOORDEN

_FORMS = (
    *("XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99"),
    *("XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)


def _any_of(separator: str) -> str:
    parts = {"X": "[a-z]", "9": r"\d", "-": separator}
    return "|".join("".join(parts[character] for character in form) for form in _FORMS)


# The look-ahead saves trying fourteen forms at every word.
_WITH_DASHES = re.compile(rf"(?<![\w-])(?=\w{{1,3}}-\w{{2,3}}-)(?:{_any_of('-')})(?![\w-])", re.IGNORECASE)
# Written otherwise it could be a code of anything: only where it is called a plate.
_CALLED_SO = re.compile(
    rf"(?:kenteken|nummerplaat|nummerbord)\b\W{{0,3}}(?:\w+\W{{1,2}}){{0,3}}?\b({_any_of('[ -]?')})(?!\w)",
    re.IGNORECASE,
)


def plates(text: str) -> Iterator[tuple[int, int]]:
    for match in _CALLED_SO.finditer(text):
        yield match.span(1)
    for match in _WITH_DASHES.finditer(text):
        letters = re.findall(r"[a-z]{2}", match[0].lower())
        if not any(pair in KORTE_WOORDEN for pair in letters):  # "10-op-20"
            yield match.span()
