"""What the assistant says, in the shape of the interface: one Antwoord."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.bron import Bron

Soort = Literal["antwoord", "vraag", "uitkomst", "geen_antwoord", "doorverwijzing", "begroeting", "melding"]

MAX_TEKST = 700  # characters; fixed by the interface


@dataclass(frozen=True)
class Knop:
    """A button: what it shows and what it sends when pressed."""

    titel: str
    bericht: str

    def to_json(self) -> dict[str, str]:
        return {"titel": self.titel, "bericht": self.bericht}


@dataclass(frozen=True)
class Antwoord:
    """One reply. An `antwoord` always carries at least one Bron; `tekst` is at most 700 characters of plain Dutch."""

    soort: Soort
    tekst: str
    bronnen: tuple[Bron, ...] = ()
    knoppen: tuple[Knop, ...] = ()
    uitkomst: Mapping[str, object] | None = None

    def __post_init__(self) -> None:
        if self.soort == "antwoord" and not self.bronnen:
            raise ValueError("an Antwoord of soort 'antwoord' needs at least one Bron")
        if len(self.tekst) > MAX_TEKST:
            raise ValueError(f"an Antwoord is at most {MAX_TEKST} characters, this one has {len(self.tekst)}")

    def to_json(self) -> dict[str, object]:
        return {
            "soort": self.soort,
            "tekst": self.tekst,
            "bronnen": [bron.to_json() for bron in self.bronnen],
            "knoppen": [knop.to_json() for knop in self.knoppen],
            "uitkomst": dict(self.uitkomst) if self.uitkomst is not None else None,
        }
