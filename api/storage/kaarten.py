"""Cards that are edited on the staff page: every version is kept, and the last one published holds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.storage.tables import Kaartrevisie, KaartStatus
from api.storage.types import now


def add(
    session: Session, kaart_id: str, inhoud: dict[str, Any], auteur: str, status: KaartStatus = "concept"
) -> Kaartrevisie:
    """A new version. Raises IntegrityError when two people add one at the same moment."""
    last = session.scalar(select(func.max(Kaartrevisie.revisie)).where(Kaartrevisie.kaart_id == kaart_id))
    revisie = Kaartrevisie(kaart_id=kaart_id, revisie=(last or 0) + 1, inhoud=inhoud, auteur=auteur, status=status)
    session.add(revisie)
    session.flush()
    return revisie


def find(session: Session, kaart_id: str, revisie: int) -> Kaartrevisie | None:
    query = select(Kaartrevisie).where(Kaartrevisie.kaart_id == kaart_id, Kaartrevisie.revisie == revisie)
    return session.scalars(query).one_or_none()


def history(session: Session, kaart_id: str) -> Sequence[Kaartrevisie]:
    """Newest first."""
    query = select(Kaartrevisie).where(Kaartrevisie.kaart_id == kaart_id)
    return session.scalars(query.order_by(Kaartrevisie.revisie.desc())).all()


def review(
    session: Session,
    revisie: Kaartrevisie,
    status: KaartStatus,
    beoordelaar: str,
    opmerking: str | None = None,
    four_eyes: bool = True,
) -> None:
    """A colleague publishes or declines it. Raises ValueError when that is the author and `four_eyes` are asked for."""
    if four_eyes and beoordelaar == revisie.auteur:
        raise ValueError("the author cannot review an own version")
    revisie.status, revisie.beoordelaar, revisie.opmerking, revisie.beoordeeld_op = (
        status,
        beoordelaar,
        opmerking,
        now(),
    )


def published(session: Session) -> Sequence[Kaartrevisie]:
    """Of every card with a published version, the last of them."""
    last = (
        select(Kaartrevisie.kaart_id, func.max(Kaartrevisie.revisie).label("revisie"))
        .where(Kaartrevisie.status == "gepubliceerd")
        .group_by(Kaartrevisie.kaart_id)
        .subquery()
    )
    query = select(Kaartrevisie).join(
        last, (Kaartrevisie.kaart_id == last.c.kaart_id) & (Kaartrevisie.revisie == last.c.revisie)
    )
    return session.scalars(query.order_by(Kaartrevisie.kaart_id)).all()


def latest(session: Session) -> Sequence[Kaartrevisie]:
    """Of every card that was ever edited here, the last version; newest first."""
    last = select(Kaartrevisie.kaart_id, func.max(Kaartrevisie.revisie).label("revisie")).group_by(
        Kaartrevisie.kaart_id
    )
    each = last.subquery()
    query = select(Kaartrevisie).join(
        each, (Kaartrevisie.kaart_id == each.c.kaart_id) & (Kaartrevisie.revisie == each.c.revisie)
    )
    return session.scalars(query.order_by(Kaartrevisie.gemaakt_op.desc())).all()


def retract(session: Session, revisie: Kaartrevisie, medewerker: str) -> None:
    """Takes a published version back: the one published before it holds again, if there is one."""
    revisie.status, revisie.opmerking = "afgewezen", f"ingetrokken door {medewerker}"
    revisie.beoordeeld_op = now()


def undo(session: Session, kaart_id: str, revisie: int, medewerker: str) -> Kaartrevisie:
    """Publish an earlier version again, as a new one. Raises LookupError when it was never published."""
    earlier = find(session, kaart_id, revisie)
    if earlier is None or earlier.status != "gepubliceerd":
        raise LookupError(f"{kaart_id} revisie {revisie} is nooit gepubliceerd")
    again = add(session, kaart_id, earlier.inhoud, earlier.auteur, "gepubliceerd")
    again.beoordelaar, again.beoordeeld_op, again.opmerking = medewerker, now(), f"terug naar revisie {revisie}"
    return again
