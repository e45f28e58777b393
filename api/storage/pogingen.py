"""Failed logins, by the name that was tried: how long until the next try."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.storage.tables import Aanmeldpoging

FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=5)  # after that it doubles with every try
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)


def wait(session: Session, naam: str, moment: datetime) -> timedelta:
    """How long this name still has to wait; zero when it may try now."""
    poging = session.get(Aanmeldpoging, naam)
    if poging is None or poging.aantal < FREE_TRIES:
        return timedelta(0)
    pause: timedelta = min(FIRST_WAIT * 2 ** (poging.aantal - FREE_TRIES), LONGEST_WAIT)
    return max(timedelta(0), poging.laatste_op + pause - moment)


def count(session: Session, naam: str, moment: datetime) -> None:
    """One more try, counted before the password is looked at, so that many at once are not one."""
    remove_old(session, moment)
    poging = session.get(Aanmeldpoging, naam, with_for_update=True) or Aanmeldpoging(naam=naam, aantal=0)
    poging.aantal, poging.laatste_op = poging.aantal + 1, moment
    session.add(poging)


def remove_old(session: Session, moment: datetime) -> None:
    """What is forgotten by that moment."""
    session.execute(delete(Aanmeldpoging).where(Aanmeldpoging.laatste_op < moment - FORGOTTEN_AFTER))


def forget(session: Session, naam: str) -> None:
    """The right password was given."""
    session.execute(delete(Aanmeldpoging).where(Aanmeldpoging.naam == naam))
