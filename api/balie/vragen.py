"""What was not answered, or badly: the questions that are alike together, and a card to be made of them."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.balie import sessie
from api.balie.groepen import group
from api.balie.pagina import page
from api.balie.sessie import Wie, role
from api.services import ServicesDep
from api.storage import audit, feedback, vragen
from api.storage.types import now

router = APIRouter(prefix="/balie/vragen", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Medewerker = Annotated[Wie, Depends(role("medewerker"))]

DAYS = 90
MOST = 400  # questions of each kind; the newest
SHOWN = 40  # groups
ANSWER_CHECKED = 10  # of the largest groups: whether they are answered by now


@router.get("")
def show(request: Request, services: ServicesDep, wie: Medewerker) -> Response:
    since = now() - timedelta(days=DAYS)
    with services.storage.read() as session:
        open_vragen = [*vragen.unanswered(session, since, MOST), *vragen.badly_rated(session, since, MOST)]
    groepen = group(open_vragen, services.library.vectors)[:SHOWN]
    beantwoord = {
        each.vragen[0]: services.library.answer(each.vragen[0], each.gemeente).soort == "antwoord"
        for each in groepen[:ANSWER_CHECKED]
    }
    content = page(
        request,
        services.settings,
        "vragen.html",
        wie,
        groepen=groepen,
        beantwoord=beantwoord,
        aantal=len(open_vragen),
        dagen=DAYS,
    )
    return HTMLResponse(content)


@router.post("/verwerkt")
def settle(services: ServicesDep, wie: Medewerker, vraag: Annotated[list[str], Form()]) -> Response:
    """Somebody has looked at the thumbs down under these questions and did what was needed."""
    with services.storage.write() as session:
        if aantal := feedback.settle(session, vraag, wie.gebruikersnaam):
            audit.note(session, wie.gebruikersnaam, "feedback verwerkt", "feedback", na={"aantal": aantal})
    return RedirectResponse("/balie/vragen", status_code=303)
