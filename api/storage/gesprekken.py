"""Conversations and their turns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, selectinload

from api.storage.tables import Beurt, Gesprek, Overdracht, RasaGebeurtenis
from api.storage.types import now


@dataclass(frozen=True)
class NieuweBeurt:
    """A turn to be kept. `bericht` is masked; `antwoorden` are the replies as they went out."""

    begonnen_op: datetime
    bericht: str
    gemaskeerd: Sequence[str]
    antwoorden: list[dict[str, Any]]
    duur_ms: float


def start(session: Session, gesprek_id: UUID, gemeente: str | None, moment: datetime | None = None) -> None:
    """A conversation begins; nothing changes when it is already there."""
    moment = moment or now()
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    values = {"id": gesprek_id, "gemeente": gemeente, "begonnen_op": moment, "laatst_actief_op": moment}
    session.execute(insert(Gesprek).values(values).on_conflict_do_nothing())


def record_turn(session: Session, gesprek_id: UUID, gemeente: str | None, beurt: NieuweBeurt) -> None:
    """Keep one turn. `gemeente` counts when it is known. Nothing happens when the conversation has been removed."""
    if session.get(Gesprek, gesprek_id) is None:
        return
    values: dict[str, Any] = {"laatst_actief_op": beurt.begonnen_op}
    if gemeente is not None:
        values["gemeente"] = gemeente
    session.execute(update(Gesprek).where(Gesprek.id == gesprek_id).values(values))
    main = main_reply(beurt.antwoorden)
    uitkomst = main.get("uitkomst") or {}
    session.add(
        Beurt(
            gesprek_id=gesprek_id,
            begonnen_op=beurt.begonnen_op,
            bericht=beurt.bericht,
            gemaskeerd=list(beurt.gemaskeerd),
            antwoorden=beurt.antwoorden,
            soort=main["soort"],
            check_naam=uitkomst.get("check"),
            oordeel=uitkomst.get("oordeel"),
            duur_ms=beurt.duur_ms,
        )
    )


def main_reply(antwoorden: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The reply that says what the turn was: the verdict, else the first that is not merely a notice."""
    with_verdict = (antwoord for antwoord in antwoorden if antwoord.get("uitkomst"))
    told = (antwoord for antwoord in antwoorden if antwoord["soort"] != "melding")
    return next(with_verdict, None) or next(told, None) or antwoorden[0]


def find(session: Session, gesprek_id: UUID) -> Gesprek | None:
    """The conversation without its turns."""
    return session.get(Gesprek, gesprek_id)


def with_turns(session: Session, gesprek_id: UUID) -> Gesprek | None:
    """The conversation; its `beurten` are in order and may be read after the session."""
    return session.get(Gesprek, gesprek_id, options=[selectinload(Gesprek.beurten)])


def turns(session: Session, gesprek_id: UUID) -> Sequence[Beurt]:
    """The turns of a conversation, in order."""
    query = select(Beurt).where(Beurt.gesprek_id == gesprek_id).order_by(Beurt.begonnen_op, Beurt.id)
    return session.scalars(query).all()


def close(session: Session, gesprek_id: UUID) -> None:
    """No more messages in it. A conversation that is closed already keeps its moment."""
    query = update(Gesprek).where(Gesprek.id == gesprek_id, Gesprek.gesloten_op.is_(None))
    session.execute(query.values(gesloten_op=now()))


def close_idle(session: Session, silent_since: datetime) -> int:
    """Close the conversations in which nobody spoke since that moment, and no person is asked for. How many."""
    with_person = select(Overdracht.gesprek_id).where(Overdracht.status.in_(("open", "opgepakt")))
    query = update(Gesprek).where(
        Gesprek.gesloten_op.is_(None), Gesprek.laatst_actief_op < silent_since, Gesprek.id.not_in(with_person)
    )
    return len(session.scalars(query.values(gesloten_op=now()).returning(Gesprek.id)).all())


def remove(session: Session, gesprek_id: UUID) -> bool:
    """Everything of the conversation, the memory of the dialogue included. False when there was nothing."""
    session.execute(delete(RasaGebeurtenis).where(RasaGebeurtenis.gesprek == str(gesprek_id)))
    return bool(session.scalars(delete(Gesprek).where(Gesprek.id == gesprek_id).returning(Gesprek.id)).all())


def remove_before(session: Session, moment: datetime) -> int:
    """Remove the conversations in which nobody spoke since that moment. How many."""
    old = select(Gesprek.id).where(Gesprek.laatst_actief_op < moment)
    removed = session.scalars(delete(Gesprek).where(Gesprek.id.in_(old)).returning(Gesprek.id)).all()
    # The memory of the dialogue by its own times: it may hold a conversation that was never recorded here.
    silent = (
        select(RasaGebeurtenis.gesprek)
        .group_by(RasaGebeurtenis.gesprek)
        .having(func.max(RasaGebeurtenis.tijd) < moment.timestamp())
    )
    session.execute(delete(RasaGebeurtenis).where(RasaGebeurtenis.gesprek.in_(silent)))
    return len(removed)
