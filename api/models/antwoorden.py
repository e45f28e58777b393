"""What the assistant says: replies, their sources and buttons, and verdicts."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from api.models.basis import Bron, Model
from knowledge.antwoord import MAX_TEKST, Soort


class Knop(Model):
    """Een knop: wat erop staat, en welk bericht hij stuurt."""

    titel: str
    bericht: str


class Regel(Model):
    """Eén regel van een check, met het oordeel en de zin waarop dat rust."""

    regel: str
    oordeel: str
    uitleg: str
    bron: Bron


class Uitkomst(Model):
    """De uitkomst van een check. Het oordeel volgt de strengste regel."""

    model_config = ConfigDict(extra="allow")  # a check may add a part of its own, such as `locatie`

    check: str
    oordeel: str
    samenvatting: str
    regels: list[Regel]
    ontbreekt: list[str] = Field(description="Velden die nog nodig zijn.")
    aannames: list[str]
    gegevens: dict[str, Any] = Field(description="De gegevens zoals de check ze heeft gelezen.")
    disclaimer: str
    regelset: str = Field(description="De versie van de regels.")


class Antwoord(Model):
    """Eén antwoord van de assistent."""

    soort: Soort
    tekst: str = Field(max_length=MAX_TEKST)
    bronnen: list[Bron] = Field(default=[])
    knoppen: list[Knop] = Field(default=[])
    uitkomst: Uitkomst | None = None


class Verwacht(Model):
    """Welk veld van een check de assistent nu vraagt."""

    veld: str
    type: Literal["getal", "ja_nee", "keuze", "tekst"]
    keuzes: list[str] = Field(default=[])
