"""What can be done to accounts, each with its line in the audit trail."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from api.balie.rollen import known
from api.balie.wachtwoord import hash_password
from api.storage import audit, medewerkers, pogingen
from api.storage.tables import Medewerker

COMMAND = "opdracht"  # who did it, when it was done with a command


class AccountError(Exception):
    """It cannot be done; the message says why, in Dutch."""


def make(session: Session, name: str, password: str, rollen: Sequence[str], by: str) -> None:
    if not name or len(name) > 100:
        raise AccountError("Een gebruikersnaam heeft 1 tot en met 100 tekens.")
    if medewerkers.find(session, name) is not None:
        raise AccountError(f"Er is al een account met de naam {name}.")
    medewerkers.add(session, name, _hash(password), known(rollen))
    audit.note(session, by, "account gemaakt", f"medewerker/{name}", na={"rollen": known(rollen)})


def give_roles(session: Session, name: str, rollen: Sequence[str], by: str) -> None:
    medewerker = _find(session, name)
    audit.note(session, by, "rollen", f"medewerker/{name}", {"rollen": medewerker.rollen}, {"rollen": known(rollen)})
    medewerker.rollen = list(known(rollen))


def let_in(session: Session, name: str, actief: bool, by: str) -> None:
    """Block, or let in again. A session that is open ends at its next request."""
    medewerker = _find(session, name)
    audit.note(session, by, "toegelaten" if actief else "geblokkeerd", f"medewerker/{name}")
    medewerker.actief = actief


def new_password(session: Session, name: str, password: str, by: str) -> None:
    """Ends every session of the account, and the waiting time after failed logins."""
    _find(session, name).wachtwoord_hash = _hash(password)
    pogingen.forget(session, name)
    audit.note(session, by, "nieuw wachtwoord", f"medewerker/{name}")


def lines(session: Session) -> Iterator[str]:
    """One a account: name, roles, whether it is blocked, and the last login."""
    for medewerker in medewerkers.every(session):
        last = medewerker.laatst_ingelogd_op
        seen = f"laatst aangemeld {last:%Y-%m-%d %H:%M} UTC" if last else "nog nooit aangemeld"
        blocked = "" if medewerker.actief else "  geblokkeerd"
        yield f"{medewerker.gebruikersnaam}  {', '.join(medewerker.rollen)}  {seen}{blocked}"


def _find(session: Session, name: str) -> Medewerker:
    if (medewerker := medewerkers.find(session, name)) is None:
        raise AccountError(f"Er is geen account met de naam {name}.")
    return medewerker


def _hash(password: str) -> str:
    try:
        return hash_password(password)
    except ValueError as error:
        raise AccountError(str(error)) from error
