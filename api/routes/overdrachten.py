"""The citizen's side of a hand-over: asking for a person, how it stands, and what is said, as it happens."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Path
from fastapi.responses import StreamingResponse

from api.handover import core, stream
from api.models.overdrachten import OverdrachtBericht, OverdrachtVraag, Toestand
from api.privacy import mask
from api.problems import documented
from api.services import ServicesDep

router = APIRouter(prefix="/v1", tags=["Gesprek"])

STREAM = "text/event-stream"
# Without a type: some tools hold it against the whole text, others against each event.
EVENT = {"description": "Per gebeurtenis de velden `event`, `data` (JSON) en soms `id`."}
GesprekId = Annotated[UUID, Path(alias="gesprekId", description="Het gesprek.")]


@router.post(
    "/overdrachten", status_code=201, summary="Vraag om een medewerker", responses=documented(400, 404, 413, 500)
)
def post_overdracht(vraag: OverdrachtVraag, services: ServicesDep) -> Toestand:
    """Zet het gesprek in de wachtrij van de balie. Wie al wacht, houdt zijn plaats.

    `naam` en `contact` bewaren wij alleen met `toestemming`, versleuteld, om terug te bellen.
    """
    with services.storage.write() as session:
        overdracht = core.ask(session, vraag.gesprek_id, mask(vraag.reden).tekst, vraag.naam, vraag.contact)
        toestand, tekst = core.toestand(overdracht)
    return Toestand(gesprek_id=vraag.gesprek_id, toestand=toestand, tekst=tekst)


@router.get(
    "/gesprekken/{gesprekId}/berichten",
    summary="Volg de medewerker",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "Een stroom van gebeurtenissen (server-sent events): `toestand` (een Toestand) en `bericht` "
            "(een OverdrachtBericht). Het `id` van een gebeurtenis is dat van het bericht.",
            "content": {STREAM: {"schema": EVENT}},
        },
        **documented(400, 404, 500),
    },
)
def get_gesprek_berichten(
    gesprek_id: GesprekId,
    services: ServicesDep,
    last_event_id: Annotated[
        str | None, Header(alias="Last-Event-ID", description="Het laatste bericht dat u al heeft.", max_length=18)
    ] = None,
) -> StreamingResponse:
    """Begint met hoe het nu staat, en zegt daarna meteen wat er verandert en wat er gezegd wordt.

    Is er niet om een medewerker gevraagd, dan zegt de stroom dat en eindigt hij. Anders eindigt hij na een paar
    minuten; een browser verbindt dan zelf opnieuw.
    """

    def tell(change: stream.Change) -> str:
        events, state = "", ""
        toestand, tekst = core.toestand(change.overdracht)
        if change.other:
            now = Toestand(gesprek_id=gesprek_id, toestand=toestand, tekst=tekst)
            state = stream.event("toestand", now.model_dump(mode="json", by_alias=True))
        for bericht in change.berichten:
            told = OverdrachtBericht(
                id=bericht.id,
                afzender=bericht.afzender,
                tekst=bericht.tekst,
                verstuurd_op=bericht.verstuurd_op.isoformat(),
            )
            events += stream.event("bericht", told.model_dump(by_alias=True), bericht.id)
        # A conversation begins before its messages, and ends after them.
        return state + events if toestand in ("geen", "wacht", "in_gesprek") else events + state

    return stream.respond(
        services,
        lambda session: core.latest(session, gesprek_id),
        stream.last_seen(last_event_id),
        tell,
    )
