"""Questions that were not answered, or badly by the judgement of who asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.storage.tables import Beurt, Feedback, Gesprek


@dataclass(frozen=True)
class OpenVraag:
    """`toelichting`: the remark with a thumb down; `slecht`: it was answered, with a thumb down under it."""

    tekst: str
    gemeente: str | None
    moment: datetime
    slecht: bool
    toelichting: str | None


def unanswered(session: Session, since: datetime, limit: int) -> Sequence[OpenVraag]:
    """Newest first."""
    query = (
        select(Beurt.bericht, Gesprek.gemeente, Beurt.begonnen_op)
        .join(Gesprek, Gesprek.id == Beurt.gesprek_id)
        .where(Beurt.soort == "geen_antwoord", Beurt.begonnen_op >= since)
    )
    rows = session.execute(query.order_by(Beurt.begonnen_op.desc()).limit(limit))
    return [OpenVraag(bericht, gemeente, moment, False, None) for bericht, gemeente, moment in rows]


def badly_rated(session: Session, since: datetime, limit: int) -> Sequence[OpenVraag]:
    """Newest first; those that staff has dealt with are left out."""
    query = (
        select(Beurt.bericht, Gesprek.gemeente, Feedback.gegeven_op, Feedback.toelichting)
        .join(Feedback, Feedback.beurt_id == Beurt.id)
        .join(Gesprek, Gesprek.id == Beurt.gesprek_id)
        .where(Feedback.duim == "omlaag", Feedback.gegeven_op >= since, Feedback.status == "nieuw")
    )
    rows = session.execute(query.order_by(Feedback.gegeven_op.desc()).limit(limit))
    return [OpenVraag(bericht, gemeente, moment, True, remark) for bericht, gemeente, moment, remark in rows]
