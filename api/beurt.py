"""Who answers a message: the employee who has the conversation, nobody while the assistant is off, or the dialogue."""

import logging
from uuid import UUID

from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError

from api.dialogue import Turn
from api.handover import core
from api.models import Antwoord
from api.services import Services
from api.storage import schakelaars

log = logging.getLogger(__name__)


async def turn(services: Services, gesprek_id: UUID, tekst: str, gemeente: str | None, new: bool) -> Turn:
    """The replies to one (masked) message. `new`: it begins a conversation, with the notice of the municipality."""
    notice, instead = await run_in_threadpool(_before, services, gesprek_id, tekst, new)
    if instead is not None:
        return [*notice, instead], None
    antwoorden, verwacht = await services.dialogue.turn(gesprek_id, tekst, gemeente)
    return [*notice, *antwoorden], verwacht


def _before(services: Services, gesprek_id: UUID, tekst: str, new: bool) -> tuple[list[Antwoord], Antwoord | None]:
    """What is said first, and what in place of the dialogue. A database that is away keeps nobody from an answer."""
    try:
        with services.storage.read() as session:
            switches = schakelaars.every(session)
            current = core.latest(session, gesprek_id)
        if core.toestand(current)[0] == "in_gesprek":
            with services.storage.write() as session:
                if core.citizen_says(session, gesprek_id, tekst):
                    return [], Antwoord(soort="melding", tekst=core.DOORGESTUURD)
    except SQLAlchemyError as error:
        log.error("Overdracht en schakelaars zijn niet te lezen: %s", type(error).__name__)
        return [], None
    notice, off = switches.get("noodbericht"), switches.get("uit")
    first = [Antwoord(soort="melding", tekst=notice.tekst)] if new and notice and notice.aan else []
    return first, Antwoord(soort="melding", tekst=off.tekst) if off and off.aan else None
