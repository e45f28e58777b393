"""Cards: the list, writing one, and offering it to a colleague. Every step is in the audit trail."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.balie import sessie
from api.balie.fouten import NotThereError
from api.balie.kaartconcept import Concept
from api.balie.kaartpagina import card_page, picker, readable, subject
from api.balie.pagina import page
from api.balie.sessie import Wie, role
from api.kaarten.regels import faults, new_id
from api.services import ServicesDep
from api.storage import audit, kaarten
from api.storage.tables import KaartStatus

router = APIRouter(prefix="/balie/kaarten", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Redacteur = Annotated[Wie, Depends(role("redacteur"))]


async def _filled_in(request: Request) -> Concept:
    return Concept.of_form(await request.form())


FilledIn = Annotated[Concept, Depends(_filled_in)]


@router.get("")
def overview(request: Request, services: ServicesDep, wie: Redacteur) -> Response:
    with services.storage.read() as session:
        laatste = kaarten.latest(session)
    return HTMLResponse(page(request, services.settings, "kaarten.html", wie, laatste=laatste))


@router.get("/nieuw")
def new(
    request: Request, services: ServicesDep, wie: Redacteur, vraag: Annotated[list[str] | None, Query()] = None
) -> Response:
    """An empty form, or one with the questions of a group."""
    vragen = [each.strip()[:500] for each in vraag or [] if each.strip()][:20]
    first = next(iter(services.library.documents))
    return card_page(request, services, wie, "nieuw", Concept(document=first, vragen="\n".join(vragen)))


@router.get("/{kaart_id}")
def show(request: Request, services: ServicesDep, wie: Redacteur, kaart_id: str) -> Response:
    """The last version of a card, or the card of the repository with that id."""
    documents = services.library.documents
    with services.storage.read() as session:
        history = kaarten.history(session, kaart_id)
    if history:
        return card_page(request, services, wie, kaart_id, Concept.of_content(history[0].inhoud, documents))
    card = next((each for each in services.library.cards if each.id == kaart_id), None)
    if card is None:
        raise NotThereError("Deze kaart bestaat niet.")
    return card_page(request, services, wie, kaart_id, Concept.of_card(card, documents))


@router.post("/zinnen")
def sentences(request: Request, services: ServicesDep, wie: Redacteur, concept: FilledIn) -> Response:
    """The sentences chosen, and those that fit what is typed."""
    return HTMLResponse(page(request, services.settings, "zinnen.html", wie, **picker(services, concept)))


@router.post("/controle")
def check(request: Request, services: ServicesDep, wie: Redacteur, concept: FilledIn) -> Response:
    """How long and how readable the answer is so far."""
    said = readable(services, concept)
    return HTMLResponse(page(request, services.settings, "leesbaarheid.html", wie, hints=said))


@router.post("/{kaart_id}")
def save(
    request: Request,
    services: ServicesDep,
    wie: Redacteur,
    kaart_id: str,
    concept: FilledIn,
    wat: Annotated[str, Form()] = "",
) -> Response:
    """Keeps a new version, as a draft or for review. For review, everything must be right."""
    offered = wat == "aanbieden"
    content = concept.content(kaart_id, services.library.documents)
    fouten = faults(content, services.library.documents) if offered else {}
    if not offered and not content["vragen"]:
        fouten = {"vragen": "Schrijf minstens één vraag op."}
    if fouten:
        return card_page(request, services, wie, kaart_id, concept, fouten)
    if kaart_id == "nieuw":
        kaart_id = new_id(content["vragen"][0])
        content["id"] = kaart_id
    with services.storage.write() as session:
        status: KaartStatus = "ter_beoordeling" if offered else "concept"
        revisie = kaarten.add(session, kaart_id, content, wie.gebruikersnaam, status)
        audit.note(session, wie.gebruikersnaam, f"kaart {status}", subject(kaart_id), na={"revisie": revisie.revisie})
    return RedirectResponse(f"/balie/kaarten/{kaart_id}", status_code=303)
