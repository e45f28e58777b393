"""For administrators: the keys of partners. The key itself is shown once, on the page that follows making it."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response

from api.balie import sessie
from api.balie.pagina import page
from api.balie.sessie import Wie, role
from api.partners import keys
from api.partners.scopes import SCOPES
from api.services import Services, ServicesDep
from api.storage import sleutels
from api.storage.tables import Sleutel
from api.storage.types import now

router = APIRouter(prefix="/balie/beheer/sleutels", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Beheerder = Annotated[Wie, Depends(role("beheerder"))]


@router.get("")
def show(request: Request, services: ServicesDep, wie: Beheerder) -> Response:
    return _page(request, services, wie)


@router.post("")
def make(
    request: Request,
    services: ServicesDep,
    wie: Beheerder,
    naam: Annotated[str, Form(max_length=200)] = "",
    scope: Annotated[list[str] | None, Form()] = None,
    per_minuut: Annotated[str, Form(max_length=9)] = "",
    tot: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Makes a key; an empty limit is that of the setting, an empty day is no end."""
    try:
        limit = int(per_minuut) if per_minuut.strip() else None
        end = datetime.strptime(tot, "%Y-%m-%d").replace(tzinfo=UTC) if tot else None
        with services.storage.write() as session:
            new = keys.make(session, wie.gebruikersnaam, naam, scope or [], limit, end)
    except keys.SleutelError as error:
        return _page(request, services, wie, melding=str(error))
    except ValueError:
        return _page(request, services, wie, melding="Vul een heel getal en een datum in, of laat ze leeg.")
    return _page(request, services, wie, nieuw=new)


@router.post("/{begin}/intrekken")
def revoke(request: Request, services: ServicesDep, wie: Beheerder, begin: str) -> Response:
    try:
        with services.storage.write() as session:
            keys.revoke(session, wie.gebruikersnaam, begin)
    except keys.SleutelError as error:
        return _page(request, services, wie, melding=str(error))
    return _page(request, services, wie)


@router.post("/{begin}/vervangen")
def rotate(request: Request, services: ServicesDep, wie: Beheerder, begin: str) -> Response:
    """A new key with the same rights; the old one works for a week more."""
    try:
        with services.storage.write() as session:
            new = keys.rotate(session, wie.gebruikersnaam, begin)
    except keys.SleutelError as error:
        return _page(request, services, wie, melding=str(error))
    return _page(request, services, wie, nieuw=new)


def _page(
    request: Request, services: Services, wie: Wie, nieuw: keys.NewKey | None = None, melding: str = ""
) -> Response:
    moment = now()
    with services.storage.read() as session:
        rows = [(each, _state(each, moment)) for each in sleutels.every(session)]
    content = page(
        request,
        services.settings,
        "sleutels.html",
        wie,
        rijen=rows,
        scopes=SCOPES,
        nieuw=nieuw,
        melding=melding,
        dagen=keys.OVERLAP.days,
    )
    return HTMLResponse(content, status_code=400 if melding else 200)


def _state(sleutel: Sleutel, moment: datetime) -> str:
    if sleutel.ingetrokken_op:
        return "ingetrokken"
    return "geldig" if sleutels.is_valid(sleutel, moment) else "verlopen"
