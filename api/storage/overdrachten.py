"""Hand-overs to a person: the queue, who took which, and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from api.storage.cipher import Cipher
from api.storage.tables import Afzender, Gesprek, Overdracht, Overdrachtbericht, OverdrachtStatus
from api.storage.types import now

LEVEND: tuple[OverdrachtStatus, ...] = ("open", "opgepakt")


@dataclass(frozen=True)
class Terugbellen:
    """Who to call back, and where. None: not given, or encrypted with a key that we no longer have."""

    naam: str | None
    contact: str | None


def ask(session: Session, gesprek_id: UUID, reden: str, naam: str | None = None, contact: str | None = None) -> int:
    """Put a conversation in the queue; the id of the hand-over. One that waits already is kept, with what is new."""
    overdracht = current(session, gesprek_id) or Overdracht(gesprek_id=gesprek_id, reden=reden)
    session.add(overdracht)
    session.flush()
    if naam or contact:
        set_contact(session, overdracht.id, naam, contact)
    return overdracht.id


def current(session: Session, gesprek_id: UUID) -> Overdracht | None:
    """The hand-over of this conversation that is not over yet."""
    query = select(Overdracht).where(Overdracht.gesprek_id == gesprek_id, Overdracht.status.in_(LEVEND))
    return session.scalars(query.order_by(Overdracht.id.desc()).limit(1)).one_or_none()


def find(session: Session, overdracht_id: int) -> Overdracht | None:
    return session.get(Overdracht, overdracht_id)


def queue(session: Session, *statuses: OverdrachtStatus) -> Sequence[Overdracht]:
    """Those of these states (what is not over, when none is named), the longest waiting first."""
    query = select(Overdracht).where(Overdracht.status.in_(statuses or LEVEND))
    return session.scalars(query.order_by(Overdracht.gevraagd_op, Overdracht.id)).all()


def recent(session: Session, statuses: Sequence[OverdrachtStatus], limit: int) -> Sequence[Overdracht]:
    """Those of these states that ended last, newest first."""
    query = select(Overdracht).where(Overdracht.status.in_(statuses))
    return session.scalars(query.order_by(Overdracht.afgerond_op.desc(), Overdracht.id.desc()).limit(limit)).all()


def count(session: Session, status: OverdrachtStatus) -> int:
    return session.scalar(select(func.count()).select_from(Overdracht).where(Overdracht.status == status)) or 0


def take(session: Session, overdracht_id: int, medewerker: str) -> bool:
    """An employee takes it; also from a colleague who has it already. False when it is over or not there."""
    overdracht = session.get(Overdracht, overdracht_id, with_for_update=True)
    if overdracht is None or overdracht.status not in LEVEND:
        return False
    overdracht.status, overdracht.medewerker, overdracht.opgepakt_op = "opgepakt", medewerker, now()
    return True


def put_back(session: Session, overdracht_id: int) -> bool:
    """Back in the queue, for a colleague. False unless somebody had it."""
    overdracht = session.get(Overdracht, overdracht_id, with_for_update=True)
    if overdracht is None or overdracht.status != "opgepakt":
        return False
    overdracht.status, overdracht.medewerker, overdracht.opgepakt_op = "open", None, None
    return True


def end(session: Session, overdracht_id: int, status: OverdrachtStatus, doorverwezen_naar: str | None = None) -> bool:
    """It is over: `teruggegeven` to the assistant, `doorverwezen` or `gesloten`. False when it was over already."""
    overdracht = session.get(Overdracht, overdracht_id, with_for_update=True)
    if overdracht is None or overdracht.status not in LEVEND:
        return False
    overdracht.status, overdracht.doorverwezen_naar, overdracht.afgerond_op = status, doorverwezen_naar, now()
    return True


def say(session: Session, overdracht_id: int, afzender: Afzender, tekst: str) -> int:
    """A message, both ways; the id of it. What an entrepreneur says must be masked before."""
    bericht = Overdrachtbericht(overdracht_id=overdracht_id, afzender=afzender, tekst=tekst)
    of_it = select(Overdracht.gesprek_id).where(Overdracht.id == overdracht_id).scalar_subquery()
    session.execute(update(Gesprek).where(Gesprek.id == of_it).values(laatst_actief_op=now()))
    session.add(bericht)
    session.flush()
    return bericht.id


def messages(session: Session, overdracht_id: int, after: int = 0) -> Sequence[Overdrachtbericht]:
    """The messages with an id above `after`, in order."""
    query = select(Overdrachtbericht).where(
        Overdrachtbericht.overdracht_id == overdracht_id, Overdrachtbericht.id > after
    )
    return session.scalars(query.order_by(Overdrachtbericht.id)).all()


def of_conversation(session: Session, gesprek_id: UUID) -> Sequence[Overdracht]:
    return session.scalars(select(Overdracht).where(Overdracht.gesprek_id == gesprek_id).order_by(Overdracht.id)).all()


def set_contact(session: Session, overdracht_id: int, naam: str | None, contact: str | None) -> None:
    """Who wants to be called back, and where; kept encrypted."""
    overdracht = session.get_one(Overdracht, overdracht_id)
    cipher = _cipher(session)
    overdracht.naam_versleuteld = cipher.encrypt(naam) if naam else None
    overdracht.contact_versleuteld = cipher.encrypt(contact) if contact else None


def contact_of(session: Session, overdracht: Overdracht) -> Terugbellen:
    cipher = _cipher(session)
    naam, contact = overdracht.naam_versleuteld, overdracht.contact_versleuteld
    return Terugbellen(cipher.decrypt(naam) if naam else None, cipher.decrypt(contact) if contact else None)


def _cipher(session: Session) -> Cipher:
    return cast(Cipher, session.info["cipher"])
