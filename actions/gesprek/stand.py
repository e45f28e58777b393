"""How far a check is in a conversation: what is known, and what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Stand:
    """`velden`: known fields. `gevraagd`: the field asked now; None before the first question and after a verdict.

    `laatste`: the field filled last. `deel`: a share that was said before the whole it is a part of was known.
    `overgeslagen`: fields that the user does not know. `pogingen`: answers to `gevraagd` that were of no use.
    `klaar`: there is a verdict.
    """

    velden: Mapping[str, Any] = field(default_factory=dict)
    gevraagd: str | None = None
    laatste: str | None = None
    deel: float | None = None
    overgeslagen: tuple[str, ...] = ()
    pogingen: int = 0
    klaar: bool = False

    @classmethod
    def uit(cls, bewaard: Mapping[str, Any] | None, gevraagd: str | None = None) -> "Stand":
        """From what `bewaar` gave."""
        rest = dict(bewaard or {})
        return cls(**{**rest, "overgeslagen": tuple(rest.get("overgeslagen", ())), "gevraagd": gevraagd})

    def bewaar(self) -> dict[str, Any]:
        """As JSON, without what is asked now: Rasa keeps that itself. Only what differs from nothing known."""
        alles = {
            "velden": dict(self.velden),
            "laatste": self.laatste,
            "deel": self.deel,
            "overgeslagen": list(self.overgeslagen),
            "pogingen": self.pogingen,
            "klaar": self.klaar,
        }
        return {naam: waarde for naam, waarde in alles.items() if waarde}
