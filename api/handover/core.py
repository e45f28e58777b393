"""Asking for a person, taking a conversation over, talking in it, and ending it. Each on a session of the caller."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from api.models.overdrachten import ToestandWoord
from api.storage import audit, gesprekken, overdrachten
from api.storage.tables import Overdracht, OverdrachtStatus

TEKSTEN: Mapping[ToestandWoord, str] = {
    "geen": "U heeft niet om een medewerker gevraagd.",
    "wacht": "U staat in de wachtrij. Een medewerker neemt dit gesprek over zodra dat kan.",
    "in_gesprek": "U praat nu met een medewerker. De assistent is zolang stil.",
    "teruggegeven": "De medewerker is klaar. De assistent helpt u weer verder.",
    "doorverwezen": "De medewerker verwijst u door naar: {naar}. De assistent helpt u weer verder.",
    "gesloten": "De medewerker heeft het gesprek afgesloten. De assistent helpt u weer verder.",
}
DOORGESTUURD = "Uw bericht is bij de medewerker. Het antwoord ziet u hier."
_TOESTAND: Mapping[OverdrachtStatus, ToestandWoord] = {
    "open": "wacht",
    "opgepakt": "in_gesprek",
    "teruggegeven": "teruggegeven",
    "doorverwezen": "doorverwezen",
    "gesloten": "gesloten",
}


class HandoverError(Exception):
    """It cannot be done now; the message says why, in Dutch."""


def ask(session: Session, gesprek_id: UUID, reden: str, naam: str | None, contact: str | None) -> Overdracht:
    """The citizen asks for a person. A conversation that waits already keeps its place; `naam` and `contact` only with
    consent."""
    gesprekken.start(session, gesprek_id, None)
    overdracht_id = overdrachten.ask(session, gesprek_id, reden, naam, contact)
    return session.get_one(Overdracht, overdracht_id)


def latest(session: Session, gesprek_id: UUID) -> Overdracht | None:
    """The hand-over that says how this conversation is now."""
    return next(reversed(overdrachten.of_conversation(session, gesprek_id)), None)


def toestand(overdracht: Overdracht | None) -> tuple[ToestandWoord, str]:
    """How it is, as a word and as a sentence for the citizen."""
    if overdracht is None:
        return "geen", TEKSTEN["geen"]
    toestand = _TOESTAND[overdracht.status]
    return toestand, TEKSTEN[toestand].format(naar=overdracht.doorverwezen_naar)


def citizen_says(session: Session, gesprek_id: UUID, tekst: str) -> bool:
    """Passes a (masked) message on to the employee who has the conversation. False: nobody has, it is for the bot."""
    overdracht = overdrachten.current(session, gesprek_id)
    if overdracht is None or overdracht.status != "opgepakt":
        return False
    overdrachten.say(session, overdracht.id, "ondernemer", tekst)
    return True


def take(session: Session, overdracht_id: int, wie: str) -> None:
    """Takes it over, also from a colleague. Raises HandoverError when it is over."""
    before = _medewerker(session, overdracht_id)
    if not overdrachten.take(session, overdracht_id, wie):
        raise HandoverError("Dit gesprek is al afgerond.")
    _note(session, overdracht_id, wie, "overdracht opgepakt", {"medewerker": before}, {"medewerker": wie})


def employee_says(session: Session, overdracht_id: int, wie: str, tekst: str) -> None:
    """Raises HandoverError unless this employee has the conversation."""
    _own(session, overdracht_id, wie)
    if not tekst.strip():
        raise HandoverError("Typ eerst een bericht.")
    overdrachten.say(session, overdracht_id, "medewerker", tekst.strip())


def put_back(session: Session, overdracht_id: int, wie: str) -> None:
    """Back in the queue, for a colleague. Raises HandoverError unless this employee has the conversation."""
    _own(session, overdracht_id, wie)
    overdrachten.put_back(session, overdracht_id)
    _note(session, overdracht_id, wie, "overdracht terug in de wachtrij")


def end(session: Session, overdracht_id: int, wie: str, status: OverdrachtStatus, naar: str = "") -> None:
    """Gives it back to the assistant, forwards it (`naar`: to whom), or closes it. One that waits may be closed or
    forwarded at once, such as after calling back. Raises HandoverError."""
    if status == "doorverwezen" and not naar.strip():
        raise HandoverError("Vul in naar wie u doorverwijst.")
    if not overdrachten.end(session, overdracht_id, status, naar.strip() or None):
        raise HandoverError("Dit gesprek is al afgerond.")
    _note(session, overdracht_id, wie, f"overdracht {status}", na={"naar": naar.strip()} if naar.strip() else None)


def _own(session: Session, overdracht_id: int, wie: str) -> None:
    overdracht = overdrachten.find(session, overdracht_id)
    if overdracht is None or overdracht.status != "opgepakt" or overdracht.medewerker != wie:
        raise HandoverError("U heeft dit gesprek niet meer. Neem het eerst over.")


def _medewerker(session: Session, overdracht_id: int) -> str | None:
    overdracht = overdrachten.find(session, overdracht_id)
    return overdracht.medewerker if overdracht else None


def _note(
    session: Session,
    overdracht_id: int,
    wie: str,
    wat: str,
    voor: dict[str, str | None] | None = None,
    na: dict[str, str | None] | None = None,
) -> None:
    audit.note(session, wie, wat, f"overdracht/{overdracht_id}", voor, na)
