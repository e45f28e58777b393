"""The JSON of a hand-over to a person."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.models.basis import Model, Tekst

ToestandWoord = Literal["geen", "wacht", "in_gesprek", "teruggegeven", "doorverwezen", "gesloten"]
# Some dialects of regular expressions do not count \x1c-\x1f as space.
Kort = Annotated[str, Field(min_length=1, max_length=200, pattern=r"[^\s\x1c-\x1f\x85]")]


class OverdrachtVraag(Model):
    """De ondernemer wil een medewerker spreken."""

    # What `_only_with_consent` asks, in the published schema.
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "if": {"not": {"properties": {"naam": {"type": "null"}, "contact": {"type": "null"}}}},
            "then": {"properties": {"toestemming": {"const": True}}, "required": ["toestemming"]},
        },
    )

    gesprek_id: UUID = Field(description="Het gesprek dat de medewerker overneemt.")
    reden: Tekst = Field(description="Waarom, in gewone taal. Persoonlijke gegevens halen wij eruit.")
    toestemming: bool = Field(
        default=False,
        strict=True,  # consent is never read into a number or a word
        description="De ondernemer vindt goed dat wij `naam` en `contact` bewaren om terug te bellen.",
    )
    naam: Kort | None = Field(default=None, description="Alleen met `toestemming`.")
    contact: Kort | None = Field(default=None, description="Telefoonnummer of e-mailadres. Alleen met `toestemming`.")

    @model_validator(mode="after")
    def _only_with_consent(self) -> Self:
        if (self.naam or self.contact) and not self.toestemming:
            raise PydanticCustomError("no_consent", "no consent")
        return self


class Toestand(Model):
    """Hoe het met de overdracht staat."""

    gesprek_id: UUID
    toestand: ToestandWoord
    tekst: str = Field(description="Hetzelfde, in een zin voor de ondernemer.")


class OverdrachtBericht(Model):
    """Eén bericht tussen ondernemer en medewerker, zoals het in de stroom staat."""

    id: int
    afzender: Literal["ondernemer", "medewerker"]
    tekst: str
    verstuurd_op: str


class Mededeling(Model):
    """Eén mededeling."""

    tekst: str
    sinds: str = Field(description="Sinds wanneer, volgens ISO 8601.")


class Mededelingen(Model):
    """Wat er nu te melden is. Leeg (null) als er niets is."""

    uit: Mededeling | None = Field(description="De assistent staat uit.")
    noodbericht: Mededeling | None = Field(description="Een dringend bericht van de gemeente.")
