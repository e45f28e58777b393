"""A message, the reply to it, and the same by searching."""

from uuid import UUID

from pydantic import ConfigDict, Field

from api.models.antwoorden import Antwoord, Verwacht
from api.models.basis import Bron, Gemeente, Model, Tekst


class Bericht(Model):
    """Wat de ondernemer zegt."""

    model_config = ConfigDict(extra="forbid")

    bericht: Tekst = Field(description="De vraag of het antwoord van de ondernemer, 1 tot en met 2000 tekens.")
    gesprek_id: UUID | None = Field(
        default=None,
        description="Het gesprek uit een eerder antwoord. Zonder dit veld begint een nieuw gesprek. "
        "Een nummer dat de dienst niet (meer) kent, is een fout 404.",
    )
    gemeente: Gemeente | None = Field(default=None, description="Beperkt de antwoorden tot deze gemeente.")


class Gesprek(Model):
    """De reactie op een bericht."""

    gesprek_id: UUID
    antwoorden: list[Antwoord]
    verwacht: Verwacht | None = None
    duur_ms: float = Field(description="Hoe lang het antwoord duurde, in milliseconden.")


class Passage(Model):
    """Een stuk van een document dat bij de vraag past."""

    id: str
    tekst: str
    score: float
    bron: Bron


class Passages(Model):
    """De best passende stukken, en het ene antwoord dat de assistent zou geven."""

    resultaten: list[Passage]
    antwoord: Antwoord
