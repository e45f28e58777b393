"""The figures for a Prometheus server."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.services import Services, ServicesDep
from api.storage import overdrachten
from api.telemetry import metrics

router = APIRouter(tags=["Toestand"])


@router.get("/metrics", include_in_schema=False)
def get_metrics(services: ServicesDep) -> Response:
    """Tijden per route en onderdeel, antwoorden per soort, uitkomsten per check, en wat er wacht."""
    _measure_now(services)
    return Response(generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _measure_now(services: Services) -> None:
    works = services.storage.works()
    metrics.DIALOGUE_UP.set(services.dialogue.state == "ok")
    metrics.STORAGE_UP.set(works)
    metrics.STORAGE_WAITING.set(services.storage.writer.waiting)
    metrics.STORAGE_LOST.set(services.storage.writer.lost)
    if works:
        with services.storage.read() as session:
            metrics.HANDOVER_QUEUE.set(overdrachten.count(session, "open"))
