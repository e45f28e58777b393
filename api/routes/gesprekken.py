"""A conversation read back, and removed. Whoever has its id may do both: nobody can guess one."""

from datetime import timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from api import transcript
from api.accept import prefers
from api.conversations import PATIENCE
from api.models.gesprekken import GesprekTerug
from api.problems import NotFoundError, documented
from api.routes.feedback import ONBEKEND
from api.services import Services, ServicesDep
from api.storage import gesprekken

router = APIRouter(prefix="/v1/gesprekken", tags=["Gesprek"])

GesprekId = Annotated[UUID, Path(alias="gesprekId", description="Het gesprek, uit een eerder antwoord.")]
FormaatDep = Annotated[
    Literal["json", "tekst"] | None,
    Query(description="`json` of `tekst`. Zonder dit veld beslist de Accept-header, en anders krijgt u JSON."),
]
TEKST: dict[int | str, dict[str, Any]] = {
    200: {"description": "Het gesprek.", "content": {"text/plain": {"schema": {"type": "string"}}}}
}


@router.get(
    "/{gesprekId}",
    summary="Lees een gesprek terug",
    response_model=GesprekTerug,
    responses={**TEKST, **documented(400, 404, 500, 503)},
)
def get_gesprek(gesprek_id: GesprekId, request: Request, services: ServicesDep, formaat: FormaatDep = None) -> Any:
    """Alles wat van dit gesprek is bewaard, als gegevens of als tekst om te bewaren of af te drukken."""
    gesprek = _read(services, gesprek_id)
    headers = {"Vary": "Accept"}
    if formaat == "tekst" or (formaat is None and prefers(request, "text/plain")):
        return Response(transcript.text(gesprek), media_type="text/plain", headers=headers)
    return Response(gesprek.model_dump_json(by_alias=True), media_type="application/json", headers=headers)


@router.delete(
    "/{gesprekId}",
    summary="Verwijder een gesprek",
    status_code=204,
    response_class=Response,
    response_description="Alles van het gesprek is weg",
    responses=documented(400, 404, 500, 503),
)
async def delete_gesprek(gesprek_id: GesprekId, services: ServicesDep) -> Response:
    """Verwijdert alles van dit gesprek: de berichten, de antwoorden, uw feedback en wat u aan een medewerker gaf."""
    async with services.dialogue.lock(gesprek_id):  # a turn under way is finished, and removed too
        await run_in_threadpool(_remove, services, gesprek_id)
    return Response(status_code=204)


def _remove(services: Services, gesprek_id: UUID) -> None:
    services.storage.writer.flush(PATIENCE)
    with services.storage.write() as session:
        if not gesprekken.remove(session, gesprek_id):
            raise NotFoundError(ONBEKEND)


def _read(services: Services, gesprek_id: UUID) -> GesprekTerug:
    services.storage.writer.flush(PATIENCE)
    keep = timedelta(days=services.settings.conversation_days)
    with services.storage.read() as session:
        gesprek = transcript.read(session, gesprek_id, keep)
    if gesprek is None:
        raise NotFoundError(ONBEKEND)
    return gesprek
