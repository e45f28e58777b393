"""The trail of what staff and commands changed. Lines are only added; retention removes them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.storage.tables import AuditRegel


def note(
    session: Session,
    wie: str,
    wat: str,
    onderwerp: str,
    voor: dict[str, Any] | None = None,
    na: dict[str, Any] | None = None,
) -> None:
    """In the same transaction as the change: both are kept, or neither. `onderwerp` as in `overdracht/12`."""
    session.add(AuditRegel(wie=wie, wat=wat, onderwerp=onderwerp, voor=voor, na=na))


def lines(session: Session, onderwerp: str | None = None, limit: int = 100, offset: int = 0) -> Sequence[AuditRegel]:
    """Newest first; of one subject when it is named."""
    query = select(AuditRegel)
    if onderwerp is not None:
        query = query.where(AuditRegel.onderwerp == onderwerp)
    return session.scalars(query.order_by(AuditRegel.id.desc()).limit(limit).offset(offset)).all()


def remove_before(session: Session, moment: datetime) -> int:
    """How many."""
    query = delete(AuditRegel).where(AuditRegel.gedaan_op < moment).returning(AuditRegel.id)
    return len(session.scalars(query).all())
