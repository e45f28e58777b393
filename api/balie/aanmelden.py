"""Logging in with a name and a password, and logging out."""

import math
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.balie import sessie
from api.balie.pagina import page
from api.balie.wachtwoord import is_right
from api.services import Services, ServicesDep
from api.storage import audit, medewerkers, pogingen
from api.storage.types import now

router = APIRouter(prefix="/balie", include_in_schema=False, dependencies=[Depends(sessie.csrf)])

ONJUIST = "De naam of het wachtwoord klopt niet."
WACHT = "Te vaak geprobeerd. Wacht {seconden} seconden en probeer het opnieuw."


@router.get("/aanmelden")
def show(request: Request, services: ServicesDep, verder: str = "") -> Response:
    return HTMLResponse(
        page(request, services.settings, "aanmelden.html", melding="", gebruikersnaam="", verder=_inside(verder))
    )


@router.post("/aanmelden")
def log_in(
    request: Request,
    services: ServicesDep,
    gebruikersnaam: Annotated[str, Form(max_length=100)] = "",
    wachtwoord: Annotated[str, Form(max_length=1000)] = "",
    verder: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    name = gebruikersnaam.strip().lower()
    melding = _try(request, services, name, wachtwoord)
    if not melding:
        return RedirectResponse(_inside(verder) or "/balie", status_code=303)
    content = page(
        request,
        services.settings,
        "aanmelden.html",
        melding=melding,
        gebruikersnaam=gebruikersnaam,
        verder=_inside(verder),
    )
    return HTMLResponse(content, status_code=403)


@router.post("/afmelden")
def log_out(request: Request) -> Response:
    sessie.end(request)
    return RedirectResponse("/balie/aanmelden", status_code=303)


def _try(request: Request, services: Services, name: str, password: str) -> str:
    """Logs in; or says why not. A blocked account and a wrong password are told apart by nobody outside."""
    moment = now()
    with services.storage.write() as session:
        waiting = pogingen.wait(session, name, moment)
        if not waiting:
            pogingen.count(session, name, moment)
        medewerker = medewerkers.find(session, name)
    if waiting:
        return WACHT.format(seconden=math.ceil(waiting.total_seconds()))
    right = is_right(medewerker.wachtwoord_hash if medewerker else None, password)
    if medewerker is None or not right or not medewerker.actief:
        return ONJUIST
    with services.storage.write() as session:
        pogingen.forget(session, name)
        medewerkers.logged_in(session, name, moment)
        audit.note(session, name, "aangemeld", f"medewerker/{name}")
    sessie.start(request, medewerker)
    return ""


def _inside(path: str) -> str:
    """The page to go on to; only one of the staff site itself."""
    return path if path.startswith("/balie") and not path.startswith("/balie/aanmelden") else ""
