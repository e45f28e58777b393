"""Where a conversation stands while it is being handed over: what was asked of the user last."""

from typing import cast
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.storage.cipher import Cipher
from api.storage.tables import Overdrachtstap, OverdrachtStapNaam


def find(session: Session, gesprek_id: UUID) -> Overdrachtstap | None:
    return session.get(Overdrachtstap, gesprek_id)


def put(session: Session, gesprek_id: UUID, stap: OverdrachtStapNaam, naam: str | None = None) -> None:
    """The next step; `naam` is kept encrypted until there is a telephone number or e-mail address beside it."""
    versleuteld = cast(Cipher, session.info["cipher"]).encrypt(naam) if naam else None
    session.merge(Overdrachtstap(gesprek_id=gesprek_id, stap=stap, naam_versleuteld=versleuteld))


def naam_of(session: Session, stap: Overdrachtstap) -> str | None:
    versleuteld = stap.naam_versleuteld
    return cast(Cipher, session.info["cipher"]).decrypt(versleuteld) if versleuteld else None


def remove(session: Session, gesprek_id: UUID) -> None:
    session.execute(delete(Overdrachtstap).where(Overdrachtstap.gesprek_id == gesprek_id))
