"""Every check as a form, with the verdict, the whole trail, what would change it, and the same as a PDF."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response

from actions import toelichting
from actions.checks import Check
from actions.toelichting import Toelichting
from actions.uitkomst import InvoerFouten
from actions.vindplaats import op_de_zin
from api.balie import sessie
from api.balie.formulier import fields, values
from api.balie.fouten import NotThereError
from api.balie.pagina import page, wants_part
from api.balie.sessie import Wie, role
from api.pdf import bestandsnaam, hier_en_nu, maak_pdf
from api.services import Services, ServicesDep

router = APIRouter(prefix="/balie/checks", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Medewerker = Annotated[Wie, Depends(role("medewerker"))]


@router.get("")
def overview(request: Request, services: ServicesDep, wie: Medewerker) -> Response:
    return HTMLResponse(page(request, services.settings, "checks.html", wie, checks=services.checks.values()))


@router.get("/{naam}")
def show(request: Request, services: ServicesDep, wie: Medewerker, naam: str) -> Response:
    return _reply(request, services, wie, _find(services, naam), {}, None, {})


@router.post("/{naam}")
async def judge(request: Request, services: ServicesDep, wie: Medewerker, naam: str) -> Response:
    check, filled_in = _find(services, naam), await _filled_in(request)
    uitkomst, fouten = await run_in_threadpool(_explain, services, check, filled_in)
    return _reply(request, services, wie, check, filled_in, uitkomst, fouten)


@router.post("/{naam}/pdf")
async def as_pdf(request: Request, services: ServicesDep, wie: Medewerker, naam: str) -> Response:
    check, filled_in = _find(services, naam), await _filled_in(request)
    uitkomst, fouten = await run_in_threadpool(_explain, services, check, filled_in)
    if uitkomst is None:
        return _reply(request, services, wie, check, filled_in, None, fouten)
    moment = hier_en_nu()
    content = await run_in_threadpool(maak_pdf, uitkomst, services.settings.loket_naam, moment)
    header = {"Content-Disposition": f'attachment; filename="{bestandsnaam(uitkomst, moment)}"'}
    return Response(content, media_type="application/pdf", headers=header)


async def _filled_in(request: Request) -> dict[str, str]:
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


def _explain(services: Services, check: Check, filled_in: dict[str, str]) -> tuple[Toelichting | None, dict[str, str]]:
    """The verdict explained; or None, and by field what is wrong with what was filled in."""
    documents = services.library.documents
    given = values(fields(check), filled_in)
    try:
        return toelichting.licht_toe(check, given, lambda bron: op_de_zin(bron, documents)), {}
    except InvoerFouten as error:
        return None, {fout["veld"]: fout["melding"] for fout in error.fouten}


def _reply(
    request: Request,
    services: Services,
    wie: Wie,
    check: Check,
    filled_in: dict[str, str],
    uitkomst: Toelichting | None,
    fouten: dict[str, str],
) -> Response:
    content = page(
        request,
        services.settings,
        "check_deel.html" if wants_part(request) else "check.html",
        wie,
        check=check,
        velden=fields(check),
        ingevuld=filled_in,
        toelichting=uitkomst,
        fouten=fouten,
    )
    return HTMLResponse(content)


def _find(services: Services, naam: str) -> Check:
    if (check := services.checks.get(naam)) is None:
        raise NotThereError("Deze controle bestaat niet.")
    return check
