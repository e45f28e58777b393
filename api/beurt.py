"""Who answers a message: the employee who has the conversation, nobody while the assistant is off, the way to a person
where the user is on it, or the dialogue."""

import logging
from dataclasses import dataclass
from uuid import UUID

from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError

from api.ahead import Vector
from api.conversations import Opened
from api.dialogue import Turn
from api.handover import core
from api.handover import gesprek as handover
from api.handover.gesprek import Stap
from api.models.antwoorden import Antwoord
from api.privacy import Gemaskeerd
from api.services import Services
from api.storage.schakelaars import Naam
from api.storage.situatie import Situatie

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Beurt:
    """The replies to one message. `bericht`: what may be kept of it."""

    turn: Turn
    bericht: Gemaskeerd


async def turn(
    services: Services, opened: Opened, getypt: str, gemaskeerd: Gemaskeerd, gemeente: str | None, vector: Vector
) -> Beurt:
    """The replies to one message. Only the way to a person reads it as it was typed, where it asked for a name or a
    number. A new conversation begins with the notice of the municipality, where there is one."""
    gesprek_id, notice, instead = opened.gesprek_id, _notice(opened), _off(opened)
    if (now := opened.situatie) is not None and (now.op_weg or _is_with_person(now)):
        instead = await run_in_threadpool(_by_person, services, now, gesprek_id, getypt, gemaskeerd.tekst) or instead
    if instead is not None:
        kept = Gemaskeerd(instead.bewaard, ()) if instead.bewaard else gemaskeerd
        return Beurt(([*notice, instead.antwoord], instead.verwacht), kept)
    antwoorden, verwacht = await services.dialogue.turn(gesprek_id, gemaskeerd.tekst, gemeente, vector)
    if services.dialogue.state != "ok" and handover.asks_for_person(gemaskeerd.tekst):
        antwoorden = [*antwoorden[:-1], Antwoord(soort="doorverwijzing", tekst=handover.DOOR_MEDEWERKER)]
    if any(antwoord.soort == "doorverwijzing" for antwoord in antwoorden):
        antwoorden = [*antwoorden, *await run_in_threadpool(_offer, services, gesprek_id)]
    return Beurt(([*notice, *antwoorden], verwacht), gemaskeerd)


def _notice(opened: Opened) -> list[Antwoord]:
    tekst = None if opened.known else _switched_on(opened, "noodbericht")
    return [] if tekst is None else [Antwoord(soort="melding", tekst=tekst)]


def _off(opened: Opened) -> Stap | None:
    tekst = _switched_on(opened, "uit")
    return None if tekst is None else Stap(Antwoord(soort="melding", tekst=tekst))


def _switched_on(opened: Opened, naam: Naam) -> str | None:
    """What that switch says, when it is on."""
    switch = opened.situatie.schakelaars.get(naam) if opened.situatie else None
    return switch.tekst if switch and switch.aan else None


def _is_with_person(now: Situatie) -> bool:
    return core.toestand(now.overdracht)[0] == "in_gesprek"


def _by_person(services: Services, now: Situatie, gesprek_id: UUID, getypt: str, tekst: str) -> Stap | None:
    """What is said by, or on the way to, a person. A database that is away keeps nobody from an answer."""
    try:
        with services.storage.write() as session:
            if _is_with_person(now) and core.citizen_says(session, gesprek_id, tekst):
                return Stap(Antwoord(soort="melding", tekst=core.DOORGESTUURD))
            if now.op_weg:
                return handover.answer(session, gesprek_id, getypt, services.settings.loket_openingstijden)
    except SQLAlchemyError as error:
        log.error("De overdracht is niet te lezen: %s", type(error).__name__)
    return None


def _offer(services: Services, gesprek_id: UUID) -> list[Antwoord]:
    try:
        with services.storage.write() as session:
            vraag = handover.offer(session, gesprek_id)
    except SQLAlchemyError as error:
        log.error("De overdracht is niet aan te bieden: %s", type(error).__name__)
        return []
    return [vraag] if vraag else []
