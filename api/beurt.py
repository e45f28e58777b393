"""Who answers a message: the employee who has the conversation, nobody while the assistant is off, the way to a person
where the user is on it, or the dialogue."""

import logging
from dataclasses import dataclass
from uuid import UUID

from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError

from api.dialogue import Turn
from api.handover import core
from api.handover import gesprek as handover
from api.handover.gesprek import Stap
from api.models import Antwoord
from api.privacy import Gemaskeerd
from api.services import Services
from api.storage import overdrachtstappen, schakelaars

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Beurt:
    """The replies to one message. `bericht`: what may be kept of it."""

    turn: Turn
    bericht: Gemaskeerd


async def turn(
    services: Services, gesprek_id: UUID, getypt: str, gemaskeerd: Gemaskeerd, gemeente: str | None, new: bool
) -> Beurt:
    """The replies to one message. Only the way to a person reads it as it was typed, where it asked for a name or a
    number. `new`: it begins a conversation, with the notice of the municipality."""
    notice, instead = await run_in_threadpool(_before, services, gesprek_id, getypt, gemaskeerd.tekst, new)
    if instead is not None:
        kept = Gemaskeerd(instead.bewaard, ()) if instead.bewaard else gemaskeerd
        return Beurt(([*notice, instead.antwoord], instead.verwacht), kept)
    antwoorden, verwacht = await services.dialogue.turn(gesprek_id, gemaskeerd.tekst, gemeente)
    if services.dialogue.state != "ok" and handover.asks_for_person(gemaskeerd.tekst):
        antwoorden = [*antwoorden[:-1], Antwoord(soort="doorverwijzing", tekst=handover.DOOR_MEDEWERKER)]
    if any(antwoord.soort == "doorverwijzing" for antwoord in antwoorden):
        antwoorden = [*antwoorden, *await run_in_threadpool(_offer, services, gesprek_id)]
    return Beurt(([*notice, *antwoorden], verwacht), gemaskeerd)


def _before(
    services: Services, gesprek_id: UUID, getypt: str, tekst: str, new: bool
) -> tuple[list[Antwoord], Stap | None]:
    """What is said first, and what in place of the dialogue. A database that is away keeps nobody from an answer."""
    try:
        with services.storage.read() as session:
            switches = schakelaars.every(session)
            current = core.latest(session, gesprek_id)
            under_way = overdrachtstappen.find(session, gesprek_id) is not None
        if core.toestand(current)[0] == "in_gesprek":
            with services.storage.write() as session:
                if core.citizen_says(session, gesprek_id, tekst):
                    return [], Stap(Antwoord(soort="melding", tekst=core.DOORGESTUURD))
        if under_way:
            with services.storage.write() as session:
                if stap := handover.answer(session, gesprek_id, getypt, services.settings.loket_openingstijden):
                    return [], stap
    except SQLAlchemyError as error:
        log.error("Overdracht en schakelaars zijn niet te lezen: %s", type(error).__name__)
        return [], None
    notice, off = switches.get("noodbericht"), switches.get("uit")
    first = [Antwoord(soort="melding", tekst=notice.tekst)] if new and notice and notice.aan else []
    return first, Stap(Antwoord(soort="melding", tekst=off.tekst)) if off and off.aan else None


def _offer(services: Services, gesprek_id: UUID) -> list[Antwoord]:
    try:
        with services.storage.write() as session:
            vraag = handover.offer(session, gesprek_id)
    except SQLAlchemyError as error:
        log.error("De overdracht is niet aan te bieden: %s", type(error).__name__)
        return []
    return [vraag] if vraag else []
