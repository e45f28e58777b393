"""For administrators: the assistant off or on, an emergency notice, and who did what."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.balie import sessie
from api.balie.pagina import page
from api.balie.sessie import Wie, role
from api.services import Services, ServicesDep
from api.settings import Settings
from api.storage import audit, schakelaars
from api.storage.schakelaars import Naam

router = APIRouter(prefix="/balie/beheer", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Beheerder = Annotated[Wie, Depends(role("beheerder"))]

MAX_TEXT = 500  # characters of what users see
PER_PAGE = 50  # lines of the audit trail


@router.get("")
def show(request: Request, services: ServicesDep, wie: Beheerder) -> Response:
    return _page(request, services, wie, {})


@router.post("/schakelaar/{naam}")
def turn(
    request: Request,
    services: ServicesDep,
    wie: Beheerder,
    naam: Naam,
    aan: Annotated[bool, Form()],
    tekst: Annotated[str, Form(max_length=MAX_TEXT)] = "",
    reden: Annotated[str, Form(max_length=MAX_TEXT)] = "",
) -> Response:
    """Turns it on with its text and its reason, or off."""
    tekst, reden = tekst.strip(), reden.strip()
    if aan and not (tekst and reden):
        return _page(request, services, wie, {naam: "Vul de tekst voor ondernemers en de reden in."})
    with services.storage.write() as session:
        before = schakelaars.every(session).get(naam)
        schakelaars.turn(session, naam, aan, wie.gebruikersnaam, tekst, reden)
        audit.note(
            session,
            wie.gebruikersnaam,
            "aangezet" if aan else "uitgezet",
            f"schakelaar/{naam}",
            {"aan": before.aan, "tekst": before.tekst} if before else None,
            {"aan": aan, "tekst": tekst, "reden": reden},
        )
    return RedirectResponse("/balie/beheer", status_code=303)


@router.get("/logboek")
def trail(
    request: Request,
    services: ServicesDep,
    wie: Beheerder,
    onderwerp: str = "",
    blad: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Who changed what, newest first; of one subject when it is named."""
    with services.storage.read() as session:
        lines = audit.lines(session, onderwerp or None, PER_PAGE + 1, (blad - 1) * PER_PAGE)
    content = page(
        request,
        services.settings,
        "logboek.html",
        wie,
        regels=lines[:PER_PAGE],
        onderwerp=onderwerp,
        blad=blad,
        meer=len(lines) > PER_PAGE,
    )
    return HTMLResponse(content)


def contact(settings: Settings) -> str:
    """How to reach a person, as far as it is set."""
    ways = [way for way in (settings.loket_url, settings.loket_telefoon) if way]
    reach = f" via {' of '.join(ways)}" if ways else ""
    return f"De assistent staat nu even uit. Neem contact op met het {settings.loket_naam}{reach}."


def _page(request: Request, services: Services, wie: Wie, fouten: dict[str, str]) -> Response:
    with services.storage.read() as session:
        switches = schakelaars.every(session)
    content = page(
        request,
        services.settings,
        "beheer.html",
        wie,
        schakelaars=switches,
        voorstel={"uit": contact(services.settings), "noodbericht": ""},
        fouten=fouten,
        lengte=MAX_TEXT,
    )
    return HTMLResponse(content, status_code=400 if fouten else 200)
