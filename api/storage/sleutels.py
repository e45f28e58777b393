"""Partners' keys to the API. What a key looks like and how it is hashed is for who makes them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.storage.tables import Sleutel
from api.storage.types import now


def add(
    session: Session,
    naam: str,
    prefix: str,
    hash_: str,
    scopes: Sequence[str],
    limiet_per_minuut: int | None = None,
    verloopt_op: datetime | None = None,
) -> Sleutel:
    """Raises IntegrityError when the prefix is in use."""
    sleutel = Sleutel(
        naam=naam,
        prefix=prefix,
        hash=hash_,
        scopes=list(scopes),
        limiet_per_minuut=limiet_per_minuut,
        verloopt_op=verloopt_op,
    )
    session.add(sleutel)
    session.flush()
    return sleutel


def by_prefix(session: Session, prefix: str) -> Sleutel | None:
    """Also one that has been revoked or has expired: see `is_valid`."""
    return session.scalars(select(Sleutel).where(Sleutel.prefix == prefix)).one_or_none()


def is_valid(sleutel: Sleutel, moment: datetime | None = None) -> bool:
    """Neither revoked nor expired."""
    return sleutel.ingetrokken_op is None and (sleutel.verloopt_op is None or (moment or now()) < sleutel.verloopt_op)


def every(session: Session) -> Sequence[Sleutel]:
    return session.scalars(select(Sleutel).order_by(Sleutel.gemaakt_op, Sleutel.naam)).all()


def revoke(session: Session, sleutel_id: UUID) -> bool:
    """False when it is not there or was revoked already."""
    query = update(Sleutel).where(Sleutel.id == sleutel_id, Sleutel.ingetrokken_op.is_(None))
    return bool(session.scalars(query.values(ingetrokken_op=now()).returning(Sleutel.id)).all())


def used(session: Session, sleutel_id: UUID, moment: datetime) -> None:
    """For `storage.writer`: when the key was last used."""
    session.execute(update(Sleutel).where(Sleutel.id == sleutel_id).values(laatst_gebruikt_op=moment))
