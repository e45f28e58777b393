"""The explanation of a verdict: as JSON, and as a PDF to keep."""

from typing import Any

from fastapi import APIRouter, Response

from actions import toelichting
from actions.uitkomst import InvoerFouten
from actions.vindplaats import op_de_zin
from api.models.toelichting import Toelichting
from api.pdf import bestandsnaam, hier_en_nu, maak_pdf
from api.problems import documented, problem
from api.routes.checks import CheckNaam, Velden, find
from api.services import Services, ServicesDep

router = APIRouter(prefix="/v1/checks", tags=["Checks"])

PDF = "application/pdf"
_PDF_ANTWOORD: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "De uitkomst als PDF. De naam van het bestand staat in `Content-Disposition`.",
        "content": {PDF: {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.post(
    "/{check}/toelichting",
    summary="Doe een check, met waarom en wat als",
    response_model=Toelichting,
    responses=documented(400, 404, 413, 500),
)
def post_toelichting(naam: CheckNaam, velden: Velden, services: ServicesDep) -> Any:
    """De uitkomst voor deze gegevens, met waarom: het oordeel, de regels, en de gegevens waar elke regel naar keek.

    En wat als: de kleinste wijziging van één gegeven die een gunstiger oordeel geeft, als die er is.
    En wat er volgt, als het beleid dat zegt. De invoer en de fouten zijn die van de check zelf.
    """
    try:
        return _licht_toe(services, naam, velden).to_json()
    except InvoerFouten as error:
        return problem(400, fouten=error.fouten)


@router.post(
    "/{check}/pdf",
    summary="Doe een check, met de uitkomst als PDF",
    response_class=Response,
    responses={**_PDF_ANTWOORD, **documented(400, 404, 413, 500)},
)
def post_pdf(naam: CheckNaam, velden: Velden, services: ServicesDep) -> Response:
    """De uitkomst met de toelichting als PDF: A4, en toegankelijk (PDF/UA-1).

    De invoer en de fouten zijn die van de check zelf.
    """
    try:
        uitkomst = _licht_toe(services, naam, velden)
    except InvoerFouten as error:
        return problem(400, fouten=error.fouten)
    nu = hier_en_nu()
    kop = {"Content-Disposition": f'attachment; filename="{bestandsnaam(uitkomst, nu)}"'}
    return Response(maak_pdf(uitkomst, services.settings.loket_naam, nu), media_type=PDF, headers=kop)


def _licht_toe(services: Services, naam: str, velden: dict[str, Any]) -> toelichting.Toelichting:
    documents = services.library.documents
    return toelichting.licht_toe(find(services, naam), velden, lambda bron: op_de_zin(bron, documents))
