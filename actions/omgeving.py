"""What the actions work with: the knowledge base and the checks, handed in once by the process that starts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from actions.checks import Check
from knowledge.antwoord import Antwoord


class Kennis(Protocol):
    """Answers as `knowledge.library.Library` does, without keeping the event loop."""

    async def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord: ...


@dataclass(frozen=True)
class Omgeving:
    """`checks` by name, as `actions.checks.CHECKS`.

    `noodhulp`: where help is, for who is in distress; empty when nothing is to be said.
    """

    kennis: Kennis
    checks: Mapping[str, Check]
    noodhulp: str = ""


_omgeving: Omgeving | None = None


def stel_in(omgeving: Omgeving) -> None:
    """Before the first action runs; again to replace it (tests)."""
    global _omgeving
    _omgeving = omgeving


def omgeving() -> Omgeving:
    """Raises RuntimeError when nothing was handed in."""
    if _omgeving is None:
        raise RuntimeError("actions.omgeving.stel_in() has not been called")
    return _omgeving
