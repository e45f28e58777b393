"""Every table. Domain nouns are Dutch, as in the interface; moments are in UTC and end in `_op`.

What belongs to a conversation goes with it: its turns, their feedback, its hand-overs and their messages.
A change here needs a migration (`migrations/versions/`); tests hold the two against each other.
"""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, MetaData, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from api.storage.types import Json, Moment, now

OverdrachtStatus = Literal["open", "opgepakt", "teruggegeven", "doorverwezen", "gesloten"]
OverdrachtStapNaam = Literal["toestemming", "terugbellen", "naam", "contact"]
FeedbackStatus = Literal["nieuw", "verwerkt"]
KaartStatus = Literal["concept", "ter_beoordeling", "gepubliceerd", "afgewezen"]
Rol = Literal["medewerker", "redacteur", "beheerder"]
Duim = Literal["omhoog", "omlaag"]
Afzender = Literal["ondernemer", "medewerker"]

_NAMES = {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s"}
_NAMES["fk"] = "fk_%(table_name)s_%(column_0_name)s"


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: Moment,
        dict[str, Any]: Json,
        list[dict[str, Any]]: Json,
        list[str]: Json,
        str: Text,
        OverdrachtStatus: String(20),
        OverdrachtStapNaam: String(20),
        FeedbackStatus: String(20),
        KaartStatus: String(20),
        Duim: String(10),
        Afzender: String(20),
    }


def _gesprek_id() -> Mapped[UUID]:
    return mapped_column(ForeignKey("gesprek.id", ondelete="CASCADE"), index=True)


class Gesprek(Base):
    """A conversation."""

    __tablename__ = "gesprek"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    gemeente: Mapped[str | None]
    begonnen_op: Mapped[datetime] = mapped_column(default=now)
    laatst_actief_op: Mapped[datetime] = mapped_column(default=now, index=True)
    gesloten_op: Mapped[datetime | None]
    beurten: Mapped[list["Beurt"]] = relationship(order_by=lambda: (Beurt.begonnen_op, Beurt.id), viewonly=True)


class Beurt(Base):
    """One message and its replies. `bericht` is masked; `soort`, `check_naam` and `oordeel` are of the main reply."""

    __tablename__ = "beurt"

    id: Mapped[int] = mapped_column(primary_key=True)
    gesprek_id: Mapped[UUID] = _gesprek_id()
    begonnen_op: Mapped[datetime] = mapped_column(index=True)
    bericht: Mapped[str]
    gemaskeerd: Mapped[list[str]]  # the kinds of personal data that were taken out
    antwoorden: Mapped[list[dict[str, Any]]]  # as they went out
    soort: Mapped[str]
    check_naam: Mapped[str | None]
    oordeel: Mapped[str | None]
    duur_ms: Mapped[float]


class Feedback(Base):
    """A thumb under one answer. `antwoord_index` counts the answers of the whole conversation from 0."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("gesprek_id", "antwoord_index"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gesprek_id: Mapped[UUID] = _gesprek_id()
    beurt_id: Mapped[int] = mapped_column(ForeignKey("beurt.id", ondelete="CASCADE"), index=True)
    antwoord_index: Mapped[int]
    duim: Mapped[Duim]
    toelichting: Mapped[str | None]  # masked
    gegeven_op: Mapped[datetime] = mapped_column(default=now)
    status: Mapped[FeedbackStatus] = mapped_column(default="nieuw", index=True)
    beoordeeld_door: Mapped[str | None]
    beoordeeld_op: Mapped[datetime | None]


class Overdracht(Base):
    """A conversation that waits for a person, or has one. Name and contact are encrypted (`overdrachten.py`)."""

    __tablename__ = "overdracht"

    id: Mapped[int] = mapped_column(primary_key=True)
    gesprek_id: Mapped[UUID] = _gesprek_id()
    reden: Mapped[str]
    status: Mapped[OverdrachtStatus] = mapped_column(default="open", index=True)
    medewerker: Mapped[str | None]
    doorverwezen_naar: Mapped[str | None]
    naam_versleuteld: Mapped[str | None]
    contact_versleuteld: Mapped[str | None]
    gevraagd_op: Mapped[datetime] = mapped_column(default=now)
    opgepakt_op: Mapped[datetime | None]
    afgerond_op: Mapped[datetime | None]


class Overdrachtstap(Base):
    """What the user was asked last on the way to a person; gone as soon as that is settled."""

    __tablename__ = "overdrachtstap"

    gesprek_id: Mapped[UUID] = mapped_column(ForeignKey("gesprek.id", ondelete="CASCADE"), primary_key=True)
    stap: Mapped[OverdrachtStapNaam]
    naam_versleuteld: Mapped[str | None]


class Overdrachtbericht(Base):
    """What the entrepreneur and the employee say to each other."""

    __tablename__ = "overdrachtbericht"

    id: Mapped[int] = mapped_column(primary_key=True)
    overdracht_id: Mapped[int] = mapped_column(ForeignKey("overdracht.id", ondelete="CASCADE"), index=True)
    afzender: Mapped[Afzender]
    tekst: Mapped[str]
    verstuurd_op: Mapped[datetime] = mapped_column(default=now)


class Sleutel(Base):
    """A partner's key to the API. Only a hash of it is kept; the prefix is shown to tell keys apart."""

    __tablename__ = "sleutel"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    naam: Mapped[str]
    prefix: Mapped[str] = mapped_column(unique=True)
    hash: Mapped[str]
    scopes: Mapped[list[str]]
    limiet_per_minuut: Mapped[int | None]
    gemaakt_op: Mapped[datetime] = mapped_column(default=now)
    verloopt_op: Mapped[datetime | None]
    ingetrokken_op: Mapped[datetime | None]
    laatst_gebruikt_op: Mapped[datetime | None]


class Medewerker(Base):
    """Somebody of the municipality who may log in."""

    __tablename__ = "medewerker"

    gebruikersnaam: Mapped[str] = mapped_column(primary_key=True)
    wachtwoord_hash: Mapped[str]  # argon2
    rollen: Mapped[list[str]]  # of Rol
    actief: Mapped[bool] = mapped_column(default=True)
    gemaakt_op: Mapped[datetime] = mapped_column(default=now)
    laatst_ingelogd_op: Mapped[datetime | None]


class Aanmeldpoging(Base):
    """Failed logins in a row, by the name that was tried; gone after the right password, or a day."""

    __tablename__ = "aanmeldpoging"

    naam: Mapped[str] = mapped_column(primary_key=True)
    aantal: Mapped[int]
    laatste_op: Mapped[datetime]


class AuditRegel(Base):
    """Who did what to what, and how it was before and after."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    gedaan_op: Mapped[datetime] = mapped_column(default=now, index=True)
    wie: Mapped[str]
    wat: Mapped[str]
    onderwerp: Mapped[str] = mapped_column(index=True)
    voor: Mapped[dict[str, Any] | None] = mapped_column(Json)
    na: Mapped[dict[str, Any] | None] = mapped_column(Json)


class Kaartrevisie(Base):
    """One version of a card that was edited on the staff page. The last one published is the one that holds."""

    __tablename__ = "kaartrevisie"
    __table_args__ = (UniqueConstraint("kaart_id", "revisie"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kaart_id: Mapped[str]
    revisie: Mapped[int]  # from 1, for each card
    inhoud: Mapped[dict[str, Any]]
    status: Mapped[KaartStatus] = mapped_column(default="concept", index=True)
    auteur: Mapped[str]
    beoordelaar: Mapped[str | None]
    opmerking: Mapped[str | None]
    gemaakt_op: Mapped[datetime] = mapped_column(default=now)
    beoordeeld_op: Mapped[datetime | None]


class Schakelaar(Base):
    """A switch of the whole service: off with its reason, or a notice on top of the page."""

    __tablename__ = "schakelaar"

    naam: Mapped[str] = mapped_column(primary_key=True)
    aan: Mapped[bool]
    tekst: Mapped[str]  # shown to the user
    reden: Mapped[str]  # for colleagues
    gewijzigd_door: Mapped[str]
    gewijzigd_op: Mapped[datetime] = mapped_column(default=now)


class RasaGebeurtenis(Base):
    """What the dialogue remembers of a conversation, event by event; written and read by bot/gespreksopslag.py."""

    __tablename__ = "rasa_gebeurtenis"
    __table_args__ = (Index("ix_rasa_gebeurtenis_tijd", "tijd"),)

    gesprek: Mapped[str] = mapped_column(primary_key=True)  # the id of the conversation, as text
    volgnummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # from 0
    tijd: Mapped[float]  # seconds since 1970
    inhoud: Mapped[str]  # JSON


class Hartslag(Base):
    """One row, written at every health check: a full disk or a read-only database shows there."""

    __tablename__ = "hartslag"

    id: Mapped[int] = mapped_column(primary_key=True)
    geschreven_op: Mapped[datetime]
