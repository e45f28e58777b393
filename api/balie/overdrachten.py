"""The queue of hand-overs, and one conversation: what was said before, and talking to the entrepreneur live."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Header, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from sqlalchemy.orm import Session

from api.balie import sessie
from api.balie.fouten import NotThereError
from api.balie.pagina import page, wants_part
from api.balie.sessie import Wie, role
from api.handover import core, stream
from api.pages import render
from api.services import Services, ServicesDep
from api.storage import audit, gesprekken, overdrachten
from api.storage.tables import Beurt, Overdracht, OverdrachtStatus

router = APIRouter(prefix="/balie/overdrachten", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Medewerker = Annotated[Wie, Depends(role("medewerker"))]

RECENT = 25  # finished hand-overs shown below the queue
POLICY = ("antwoord", "geen_antwoord")  # the kinds of reply to a question of policy
DONE: tuple[OverdrachtStatus, ...] = ("teruggegeven", "doorverwezen", "gesloten")


@dataclass(frozen=True)
class Row:
    """One line of the queue: the hand-over, who asked to be called back, and what was last asked of the policy."""

    overdracht: Overdracht
    terugbellen: overdrachten.Terugbellen
    vraag: str | None


@router.get("")
def queue(request: Request, services: ServicesDep, wie: Medewerker) -> Response:
    """Who waits, who is helped, and who was; the part of the page that is fetched anew every few seconds."""
    with services.storage.read() as session:
        live = [_row(session, each) for each in overdrachten.queue(session)]
        done = [_row(session, each) for each in overdrachten.recent(session, DONE, RECENT)]
    template = "wachtrij.html" if wants_part(request) else "overdrachten.html"
    content = page(
        request,
        services.settings,
        template,
        wie,
        wachtend=[row for row in live if row.overdracht.status == "open"],
        bezig=[row for row in live if row.overdracht.status == "opgepakt"],
        klaar=done,
    )
    return HTMLResponse(content, headers={"Vary": "HX-Request"})


@router.get("/teller")
def counter(services: ServicesDep, wie: Medewerker) -> Response:
    """How many wait, for the menu."""
    with services.storage.read() as session:
        return HTMLResponse(render("balie/teller.html", aantal=overdrachten.count(session, "open")))


@router.get("/{overdracht_id}")
def show(request: Request, services: ServicesDep, wie: Medewerker, overdracht_id: int) -> Response:
    return _reply(request, services, wie, overdracht_id)


@router.get("/{overdracht_id}/stroom")
def follow(
    services: ServicesDep,
    wie: Medewerker,
    overdracht_id: int,
    last_event_id: Annotated[str | None, Header(alias="Last-Event-ID")] = None,
    na: int = 0,
) -> StreamingResponse:
    """What is said from now on, as parts of the page, and that the state changed."""

    def tell(change: stream.Change) -> str:
        events = stream.event("toestand", core.toestand(change.overdracht)[0]) if change.other else ""
        for bericht in change.berichten:
            events += stream.event("bericht", render("balie/bericht.html", bericht=bericht), bericht.id)
        return events

    return stream.respond(
        services,
        lambda session: overdrachten.find(session, overdracht_id),
        stream.last_seen(last_event_id) or na,
        tell,
    )


@router.post("/{overdracht_id}/berichten")
def say(
    request: Request,
    services: ServicesDep,
    wie: Medewerker,
    overdracht_id: int,
    tekst: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    return _do(request, services, wie, overdracht_id, core.employee_says, tekst)


@router.post("/{overdracht_id}/oppakken")
def take(request: Request, services: ServicesDep, wie: Medewerker, overdracht_id: int) -> Response:
    return _do(request, services, wie, overdracht_id, core.take)


@router.post("/{overdracht_id}/terugzetten")
def put_back(request: Request, services: ServicesDep, wie: Medewerker, overdracht_id: int) -> Response:
    return _do(request, services, wie, overdracht_id, core.put_back)


@router.post("/{overdracht_id}/afronden")
def end(
    request: Request,
    services: ServicesDep,
    wie: Medewerker,
    overdracht_id: int,
    status: Annotated[OverdrachtStatus, Form()],
    naar: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Given back to the assistant, forwarded or closed."""
    if status not in DONE:
        raise NotThereError("Zo kunt u een gesprek niet afronden.")
    return _do(request, services, wie, overdracht_id, core.end, status, naar)


def _do(
    request: Request, services: Services, wie: Wie, overdracht_id: int, action: Callable[..., None], *more: object
) -> Response:
    """Does it in one transaction; then the page again, with what went wrong."""
    try:
        with services.storage.write() as session:
            action(session, overdracht_id, wie.gebruikersnaam, *more)
    except core.HandoverError as error:
        return _reply(request, services, wie, overdracht_id, melding=str(error))
    if wants_part(request):
        return _reply(request, services, wie, overdracht_id)
    return RedirectResponse(f"/balie/overdrachten/{overdracht_id}", status_code=303)


def _reply(request: Request, services: Services, wie: Wie, overdracht_id: int, melding: str = "") -> Response:
    with services.storage.read() as session:
        overdracht = overdrachten.find(session, overdracht_id)
        if overdracht is None:
            raise NotThereError("Deze overdracht bestaat niet, of is opgeruimd.")
        berichten = overdrachten.messages(session, overdracht_id)
        context: dict[str, object] = {
            "terugbellen": overdrachten.contact_of(session, overdracht),
            "beurten": [beurt for beurt in gesprekken.turns(session, overdracht.gesprek_id) if not _passed_on(beurt)],
            "berichten": berichten,
            "laatste": berichten[-1].id if berichten else 0,
            "eigen": max((each.id for each in berichten if each.afzender == "medewerker"), default=0),
            "spoor": audit.lines(session, f"overdracht/{overdracht_id}"),
        }
    template = "overdracht_acties.html" if wants_part(request) else "overdracht.html"
    mijn = overdracht.status == "opgepakt" and overdracht.medewerker == wie.gebruikersnaam
    content = page(
        request, services.settings, template, wie, overdracht=overdracht, mijn=mijn, melding=melding, **context
    )
    return HTMLResponse(content, headers={"Vary": "HX-Request"})


def _row(session: Session, overdracht: Overdracht) -> Row:
    gesteld = [beurt.bericht for beurt in gesprekken.turns(session, overdracht.gesprek_id) if beurt.soort in POLICY]
    return Row(overdracht, overdrachten.contact_of(session, overdracht), gesteld[-1] if gesteld else None)


def _passed_on(beurt: Beurt) -> bool:
    """A turn that went to the employee: it is among the messages already."""
    return any(antwoord["tekst"] == core.DOORGESTUURD for antwoord in beurt.antwoorden)
