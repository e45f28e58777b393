"""Many checks in one request; what is wrong with one case is said of that case only."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool

from actions.checks import Check
from actions.uitkomst import InvoerFouten
from api.models.batches import Batch, BatchUitkomst
from api.partners.quota import Quota
from api.partners.scopes import KEY_NEEDED
from api.problems import body, documented
from api.routes.checks import CheckNaam, find
from api.services import ServicesDep
from api.telemetry import count_verdict, stage

log = logging.getLogger(__name__)

router = APIRouter(prefix="/v1/checks", tags=["Checks"])


@router.post(
    "/{check}/batches",
    summary="Doe een check voor veel gevallen",
    response_model=BatchUitkomst,
    responses=documented(400, 404, 413, 500),
    openapi_extra=KEY_NEEDED,
)
async def post_batch(naam: CheckNaam, batch: Batch, services: ServicesDep, request: Request) -> Any:
    """Beoordeelt 1 tot en met 1000 gevallen en geeft de resultaten in dezelfde volgorde.

    Een geval dat niet klopt, houdt de andere niet tegen: het krijgt zijn eigen fouten. Elk geval telt als één verzoek
    voor uw limiet. U hebt een sleutel nodig voor `batches`.
    """
    check = find(services, naam)
    quota: Quota = request.state.quota
    if not await quota.take(len(batch.gevallen) - 1):  # the request itself has been counted
        raise HTTPException(429)
    resultaten = await run_in_threadpool(lambda: [_resultaat(check, g.kenmerk, g.velden) for g in batch.gevallen])
    gelukt = sum(resultaat["status"] == 200 for resultaat in resultaten)
    return {"check": naam, "gelukt": gelukt, "mislukt": len(resultaten) - gelukt, "resultaten": resultaten}


def _resultaat(check: Check, kenmerk: str | None, velden: Mapping[str, Any]) -> dict[str, Any]:
    try:
        with stage("check"):
            uitkomst = check.beoordeel(velden).to_json()
    except InvoerFouten as error:
        return {"kenmerk": kenmerk, "status": 400, "uitkomst": None, "probleem": body(400, fouten=error.fouten)}
    except Exception:
        log.exception("een geval van een batch: %s", check.naam)
        return {"kenmerk": kenmerk, "status": 500, "uitkomst": None, "probleem": body(500)}
    count_verdict(uitkomst, "api")
    return {"kenmerk": kenmerk, "status": 200, "uitkomst": uitkomst, "probleem": None}
