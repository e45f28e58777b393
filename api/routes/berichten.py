"""Chat: one message in, the replies out."""

import asyncio
import json
from time import perf_counter
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response

from api import meldingen
from api.beurt import turn
from api.models.berichten import Bericht, Gesprek
from api.privacy import mask
from api.problems import documented
from api.services import Services, ServicesDep
from api.storage.gesprekken import NieuweBeurt
from api.storage.types import now
from api.telemetry import count_answer

router = APIRouter(prefix="/v1", tags=["Gesprek"])


Once = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[!-~]{1,200}$",
        description="Een kenmerk dat u zelf kiest, zoals een UUID. Stuurt u hetzelfde verzoek binnen een uur nog eens "
        "met dit kenmerk, dan krijgt u het eerste antwoord terug en gebeurt er niets dubbel.",
    ),
]


@router.post(
    "/berichten",
    summary="Stuur een bericht",
    response_model=Gesprek,
    responses=documented(400, 404, 409, 413, 500),
)
async def post_bericht(bericht: Bericht, services: ServicesDep, request: Request, once: Once = None) -> Any:
    """Geeft één of meer antwoorden. Stuur `gesprekId` mee om in hetzelfde gesprek te blijven.

    `verwacht` zegt welk veld van een check nu gevraagd wordt; een programma kan daarop antwoorden zoals een mens.
    Als de dialoog uitstaat, zegt een `melding` dat en beantwoordt de dienst alleen losse vragen.
    Persoonlijke gegevens gaan uit het bericht voordat iets het leest; een `melding` zegt dat, per soort één keer.
    Is het gesprek gesloten omdat het lang stil was, dan zegt een `melding` dat, en is `gesprekId` een nieuw nummer.
    """

    async def work() -> str:
        return await _turn(bericht, services)

    if once is None:
        reply = await work()
    else:
        caller = request.state.quota.caller
        reply = await request.app.state.idempotency.once(caller, once, bericht.model_dump_json(), work)
    return Response(reply, media_type="application/json")


async def _turn(bericht: Bericht, services: Services) -> str:
    """The reply, as JSON."""
    start, moment = perf_counter(), now()
    gemaskeerd = mask(bericht.bericht)  # only who asked for a name or a number sees what was typed
    gesprekken = services.conversations
    ahead = services.dialogue.ahead
    async with ahead.turn(gemaskeerd.tekst, bericht.gemeente) as vector:
        opened = await gesprekken.open(bericht.gesprek_id)

        async def begin() -> None:
            await ahead.rest(vector)
            await gesprekken.begin(opened.gesprek_id, bericht.gemeente)

        beginning = None if opened.known else asyncio.create_task(begin())
        beurt = await turn(services, opened, bericht.bericht, gemaskeerd, bericht.gemeente, vector)
    (antwoorden, verwacht), bewaard = beurt.turn, beurt.bericht
    if beginning is not None:
        await beginning
    if bewaard.soorten:
        nieuw = set(bewaard.soorten) - await gesprekken.masked_before(opened.gesprek_id)
        antwoorden = [*([meldingen.persoonsgegevens(nieuw)] if nieuw else []), *antwoorden]
    if opened.closed:
        antwoorden = [meldingen.gesloten(), *antwoorden]
    duur_ms = round((perf_counter() - start) * 1000, 1)
    gesprek = Gesprek(gesprek_id=opened.gesprek_id, antwoorden=antwoorden, verwacht=verwacht, duur_ms=duur_ms)
    reply = gesprek.model_dump(mode="json", by_alias=True)
    for antwoord in reply["antwoorden"]:
        count_answer(antwoord, "chat")
    kept = NieuweBeurt(moment, bewaard.tekst, bewaard.soorten, reply["antwoorden"], duur_ms)
    gesprekken.keep(opened.gesprek_id, bericht.gemeente, kept)
    return json.dumps(reply, ensure_ascii=False)
