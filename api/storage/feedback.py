"""Thumbs under answers, and what staff did with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.storage import gesprekken
from api.storage.tables import Beurt, Duim, Feedback
from api.storage.types import now

Gegeven = Literal["nieuw", "gewijzigd"]


@dataclass(frozen=True)
class GeenAntwoord:
    """There is no answer with that index: the conversation has `aantal` answers."""

    aantal: int


def give(
    session: Session, gesprek_id: UUID, antwoord_index: int, duim: Duim, toelichting: str | None
) -> Gegeven | GeenAntwoord:
    """Keep a thumb; a second one under the same answer takes the place of the first, and is new to staff again."""
    beurt = _turn_of(gesprekken.turns(session, gesprek_id), antwoord_index)
    if isinstance(beurt, GeenAntwoord):
        return beurt
    earlier = session.scalars(
        select(Feedback).where(Feedback.gesprek_id == gesprek_id, Feedback.antwoord_index == antwoord_index)
    ).one_or_none()
    feedback = earlier or Feedback(gesprek_id=gesprek_id, beurt_id=beurt.id, antwoord_index=antwoord_index)
    feedback.duim, feedback.toelichting, feedback.gegeven_op, feedback.status = duim, toelichting, now(), "nieuw"
    feedback.beoordeeld_door = feedback.beoordeeld_op = None
    session.add(feedback)
    return "gewijzigd" if earlier else "nieuw"


def _turn_of(beurten: Sequence[Beurt], antwoord_index: int) -> Beurt | GeenAntwoord:
    aantal = 0
    for beurt in beurten:
        aantal += len(beurt.antwoorden)
        if antwoord_index < aantal:
            return beurt
    return GeenAntwoord(aantal)


def of_conversation(session: Session, gesprek_id: UUID) -> Sequence[Feedback]:
    """In the order of the answers."""
    return session.scalars(
        select(Feedback).where(Feedback.gesprek_id == gesprek_id).order_by(Feedback.antwoord_index)
    ).all()


def settle(session: Session, vragen: Sequence[str], medewerker: str) -> int:
    """Staff has dealt with the thumbs down under the answers to these questions; how many there were."""
    query = select(Feedback).join(Beurt, Beurt.id == Feedback.beurt_id)
    open_ = (Beurt.bericht.in_(vragen), Feedback.duim == "omlaag", Feedback.status == "nieuw")
    found = session.scalars(query.where(*open_)).all()
    for feedback in found:
        feedback.status, feedback.beoordeeld_door, feedback.beoordeeld_op = "verwerkt", medewerker, now()
    return len(found)
