"""The source documents: as data, and as a page to read."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse

from actions.vindplaats import op_de_zin
from api.brongebruik import gebruik_per_sectie
from api.caching import NOT_MODIFIED, KeptRoute
from api.models.bronnen import BronDocument, BronKort, Bronnen, Sectie
from api.pages import source_page, sources_page
from api.paging import PagingDep
from api.problems import NotFoundError, documented
from api.services import Services, ServicesDep
from knowledge.findings import load_findings
from knowledge.register import RegisterEntry

router = APIRouter(tags=["Bronnen"], route_class=KeptRoute)

DocumentId = Annotated[str, Path(alias="document", description="Het document.")]


@router.get("/v1/bronnen", summary="Alle documenten", responses={**NOT_MODIFIED, **documented(400, 500)})
def get_bronnen(services: ServicesDep, paging: PagingDep) -> Bronnen:
    """De documenten waarop de assistent zich baseert."""
    return Bronnen(bronnen=[_kort(entry) for entry in paging.of([*services.library.register.values()])])


@router.get("/v1/bronnen/{document}", summary="Eén document", responses={**NOT_MODIFIED, **documented(400, 404, 500)})
def get_bron(document_id: DocumentId, services: ServicesDep) -> BronDocument:
    """Een document met zijn secties, in de volgorde van de tekst."""
    entry = _find(services, document_id)
    secties = [
        Sectie(
            anker=section.anchor,
            kop=section.heading,
            niveau=section.level,
            pad=list(section.path),
            url=f"/bronnen/{document_id}#{section.anchor}",
        )
        for section in services.library.documents[document_id].sections
    ]
    return BronDocument(**_kort(entry).model_dump(), secties=secties)


@router.get("/bronnen", include_in_schema=False)
def read_bronnen(services: ServicesDep) -> HTMLResponse:
    """The index of the readable source texts."""
    library = services.library
    return HTMLResponse(sources_page(library.documents, library.register.values(), services.settings))


@router.get("/bronnen/{document}", include_in_schema=False)
def read_bron(document_id: DocumentId, services: ServicesDep) -> HTMLResponse:
    """The readable source text. Every section and sentence has an anchor, so every passage has one too."""
    entry = _find(services, document_id)
    documents, titels = services.library.documents, {naam: check.titel for naam, check in services.checks.items()}
    findings = [
        replace(finding, citaten=tuple(op_de_zin(bron, documents) for bron in finding.citaten))
        for finding in _findings()
        if finding.document == document_id
    ]
    gebruik = gebruik_per_sectie(documents[document_id], services.library.cards, services.checks, documents)
    return HTMLResponse(source_page(documents[document_id], entry, findings, titels, gebruik, services.settings))


_findings = cache(load_findings)


def _find(services: Services, id_: str) -> RegisterEntry:
    if (entry := services.library.register.get(id_)) is None:
        raise NotFoundError("Dit document bestaat niet.")
    return entry


def _kort(entry: RegisterEntry) -> BronKort:
    return BronKort(
        document=entry.document,
        titel=entry.titel,
        gemeente=entry.gemeente,
        status=entry.status,
        vastgesteld=_datum(entry.vastgesteld),
        geldig_van=_datum(entry.geldig_van),
        geldig_tot=_datum(entry.geldig_tot),
        url=f"/bronnen/{entry.document}",
    )


def _datum(waarde: date | str | None) -> str | None:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
