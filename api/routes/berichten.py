"""Chat: one message in, the replies out."""

from time import perf_counter
from uuid import uuid4

from fastapi import APIRouter

from api.models import Bericht, Gesprek
from api.problems import documented
from api.services import ServicesDep
from api.telemetry import count_answer

router = APIRouter(prefix="/v1", tags=["Gesprek"])


@router.post("/berichten", summary="Stuur een bericht", responses=documented(400, 413, 500))
async def post_bericht(bericht: Bericht, services: ServicesDep) -> Gesprek:
    """Geeft één of meer antwoorden. Stuur `gesprekId` mee om in hetzelfde gesprek te blijven.

    `verwacht` zegt welk veld van een check nu gevraagd wordt; een programma kan daarop antwoorden zoals een mens.
    Als de dialoog uitstaat, zegt een `melding` dat en beantwoordt de dienst alleen losse vragen.
    """
    start = perf_counter()
    # An id that we never gave out starts a new conversation under that id. That is harmless: a conversation holds only
    # what was said in it, and nobody guesses the random id of another; and it survives a restart of the dialogue.
    gesprek_id = bericht.gesprek_id or uuid4()
    antwoorden, verwacht = await services.dialogue.turn(gesprek_id, bericht.bericht, bericht.gemeente)
    for antwoord in antwoorden:
        count_answer(antwoord.model_dump(), "chat")
    duur_ms = round((perf_counter() - start) * 1000, 1)
    return Gesprek(gesprek_id=gesprek_id, antwoorden=antwoorden, verwacht=verwacht, duur_ms=duur_ms)
