"""Whether the service lives, and whether each part of it is ready."""

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool

from api.models.gezondheid import Gereed, Onderdeel
from api.services import ServicesDep

# For whoever runs the service, so not in the interface for partners, whose addresses all begin with its version.
router = APIRouter(prefix="/health", include_in_schema=False)


@router.get("/live")
async def get_live() -> Onderdeel:
    """Zegt alleen dat het proces antwoordt."""
    return Onderdeel(status="ok")


@router.get("/ready")
async def get_ready(services: ServicesDep, response: Response) -> Gereed:
    """De toestand per onderdeel. Zonder `dialogue` worden losse vragen nog beantwoord; de status is dan 503."""
    opslag = await run_in_threadpool(services.storage.works)
    onderdelen = {
        "index": Onderdeel(status="ok"),  # the service does not start without it
        "dialogue": Onderdeel(status=services.dialogue.state),
        "storage": Onderdeel(status="ok" if opslag else "uit"),
    }
    klaar = all(onderdeel.status == "ok" for onderdeel in onderdelen.values())
    response.status_code = 200 if klaar else 503
    return Gereed(status="ok" if klaar else "beperkt", onderdelen=onderdelen)
