"""Accounts of staff. Passwords are hashed (argon2) by who makes the account."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.storage.tables import Medewerker, Rol


def add(session: Session, gebruikersnaam: str, wachtwoord_hash: str, rollen: Sequence[Rol]) -> Medewerker:
    """Raises IntegrityError when the name is taken."""
    medewerker = Medewerker(gebruikersnaam=gebruikersnaam, wachtwoord_hash=wachtwoord_hash, rollen=list(rollen))
    session.add(medewerker)
    session.flush()
    return medewerker


def find(session: Session, gebruikersnaam: str) -> Medewerker | None:
    """Also one that is not active; change its fields in a `write` session."""
    return session.get(Medewerker, gebruikersnaam)


def every(session: Session) -> Sequence[Medewerker]:
    return session.scalars(select(Medewerker).order_by(Medewerker.gebruikersnaam)).all()


def logged_in(session: Session, gebruikersnaam: str, moment: datetime) -> None:
    session.get_one(Medewerker, gebruikersnaam).laatst_ingelogd_op = moment
