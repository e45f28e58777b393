"""Feedback: a thumb under an answer, with or without a remark."""

from typing import Any

from fastapi import APIRouter, Response

from api.conversations import PATIENCE
from api.models.gesprekken import FeedbackBewaard, FeedbackOpAntwoord
from api.privacy import mask
from api.problems import InputError, NotFoundError, documented
from api.services import ServicesDep
from api.storage import feedback as opslag
from api.storage import gesprekken

router = APIRouter(prefix="/v1", tags=["Gesprek"])

ONBEKEND = "Dit gesprek kennen wij niet, of niet meer."
VERVANGEN: dict[int | str, dict[str, Any]] = {
    200: {"model": FeedbackBewaard, "description": "Uw eerdere feedback op dit antwoord is vervangen"}
}


@router.post(
    "/feedback",
    summary="Geef feedback op een antwoord",
    status_code=201,
    responses={**VERVANGEN, **documented(400, 404, 413, 500, 503)},
    response_description="Uw feedback is bewaard",
)
def post_feedback(feedback: FeedbackOpAntwoord, services: ServicesDep, response: Response) -> FeedbackBewaard:
    """Bewaart een duim omhoog of omlaag bij één antwoord van een gesprek. Een tweede keer vervangt de eerste (200)."""
    toelichting = mask(feedback.toelichting).tekst if feedback.toelichting else None
    services.storage.writer.flush(PATIENCE)  # the answer may have been given a moment ago
    with services.storage.write() as session:
        if gesprekken.find(session, feedback.gesprek_id) is None:
            raise NotFoundError(ONBEKEND)
        gegeven = opslag.give(session, feedback.gesprek_id, feedback.antwoord_index, feedback.duim, toelichting)
    if isinstance(gegeven, opslag.GeenAntwoord):
        raise InputError("antwoordIndex", f"Dit gesprek heeft {gegeven.aantal} antwoorden; het eerste heeft nummer 0.")
    response.status_code = 201 if gegeven == "nieuw" else 200
    return FeedbackBewaard(
        gesprek_id=feedback.gesprek_id,
        antwoord_index=feedback.antwoord_index,
        duim=feedback.duim,
        toelichting=toelichting,
    )
