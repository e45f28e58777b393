"""The JSON of feedback and of a conversation that is read back."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from api.models.antwoorden import Antwoord
from api.models.basis import Model
from api.privacy import Soort
from api.storage.tables import Afzender, Duim, OverdrachtStatus

MAX_TOELICHTING = 1000


class FeedbackOpAntwoord(Model):
    """Een duim onder een antwoord."""

    model_config = ConfigDict(extra="forbid")

    gesprek_id: UUID = Field(description="Het gesprek waarin het antwoord staat.")
    antwoord_index: int = Field(
        ge=0, description="Het hoeveelste antwoord van het hele gesprek, geteld vanaf 0. Een `melding` telt ook mee."
    )
    duim: Literal["omhoog", "omlaag"]
    toelichting: str | None = Field(
        default=None,
        max_length=MAX_TOELICHTING,
        description="Wat er goed of niet goed is, in eigen woorden. Persoonlijke gegevens worden niet bewaard.",
    )


class FeedbackBewaard(Model):
    """De feedback zoals zij is bewaard."""

    gesprek_id: UUID
    antwoord_index: int
    duim: Duim
    toelichting: str | None = Field(description="Zonder persoonlijke gegevens: die staan er als `[naam]`.")


class BeurtTerug(Model):
    """Eén bericht met de antwoorden daarop."""

    tijd: datetime
    bericht: str = Field(description="Zonder persoonlijke gegevens: die staan er als `[naam]`.")
    weggehaald: list[Soort] = Field(description="De soorten persoonlijke gegevens die niet zijn bewaard.")
    antwoorden: list[Antwoord]


class FeedbackTerug(Model):
    """Een duim die in dit gesprek is gegeven."""

    antwoord_index: int
    duim: Duim
    toelichting: str | None
    tijd: datetime


class OverdrachtBerichtTerug(Model):
    """Een bericht tussen de ondernemer en een medewerker."""

    tijd: datetime
    afzender: Afzender
    tekst: str


class OverdrachtTerug(Model):
    """Een overdracht van dit gesprek aan een medewerker."""

    gevraagd_op: datetime
    reden: str
    status: OverdrachtStatus
    naam: str | None = Field(description="De naam die u gaf om te worden teruggebeld.")
    contact: str | None = Field(description="Het nummer of adres dat u gaf om te worden teruggebeld.")
    berichten: list[OverdrachtBerichtTerug]


class GesprekTerug(Model):
    """Alles wat van een gesprek is bewaard."""

    gesprek_id: UUID
    gemeente: str | None
    begonnen_op: datetime
    laatst_actief_op: datetime
    gesloten_op: datetime | None
    bewaard_tot: datetime = Field(description="Daarna wordt het gesprek verwijderd, als er niets meer bij komt.")
    beurten: list[BeurtTerug]
    feedback: list[FeedbackTerug]
    overdrachten: list[OverdrachtTerug]
