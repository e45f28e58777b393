"""Cards: writing one, having it reviewed, publishing it, and taking it back. Every step is in the audit trail."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from api.balie import sessie, zinnen
from api.balie.fouten import NotThereError
from api.balie.pagina import page
from api.balie.sessie import Wie, role
from api.balie.zinnen import Zin
from api.kaarten import faults, hints, new_id
from api.services import Services, ServicesDep
from api.storage import audit, kaarten
from api.storage.tables import Kaartrevisie, KaartStatus
from knowledge.cards import Card

router = APIRouter(prefix="/balie/kaarten", include_in_schema=False, dependencies=[Depends(sessie.csrf)])
Redacteur = Annotated[Wie, Depends(role("redacteur"))]

TRIED = 6  # ways of asking that are tried after publication


@dataclass
class Concept:
    """A card as it is in the form; `vragen`: one way of asking a line; `ankers`: of the sentences it cites."""

    document: str = ""
    antwoord: str = ""
    vragen: str = ""
    ankers: list[str] = field(default_factory=list)
    zoek: str = ""


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
    return _form(request, services, wie, "nieuw", Concept(document=first, vragen="\n".join(vragen)))


@router.get("/{kaart_id}")
def show(request: Request, services: ServicesDep, wie: Redacteur, kaart_id: str) -> Response:
    """The last version of a card, or the card of the repository with that id."""
    with services.storage.read() as session:
        history = kaarten.history(session, kaart_id)
    if history:
        return _form(request, services, wie, kaart_id, _from_content(services, history[0].inhoud))
    card = next((each for each in services.library.cards if each.id == kaart_id), None)
    if card is None:
        raise NotThereError("Deze kaart bestaat niet.")
    return _form(request, services, wie, kaart_id, _from_content(services, _content(kaart_id, card)))


@router.post("/zinnen")
async def sentences(request: Request, services: ServicesDep, wie: Redacteur) -> Response:
    """The sentences chosen, and those that fit what is typed."""
    concept = await _concept(request)
    return HTMLResponse(page(request, services.settings, "zinnen.html", wie, **_picker(services, concept)))


@router.post("/controle")
def check(request: Request, services: ServicesDep, wie: Redacteur, antwoord: Annotated[str, Form()] = "") -> Response:
    """How long and how readable the answer is so far."""
    return HTMLResponse(page(request, services.settings, "leesbaarheid.html", wie, hints=hints(antwoord)))


@router.post("/{kaart_id}")
async def save(request: Request, services: ServicesDep, wie: Redacteur, kaart_id: str) -> Response:
    """Keeps a new version, as a draft or for review. For review, everything must be right."""
    concept = await _concept(request)
    form = await request.form()
    offered = form.get("wat") == "aanbieden"
    content = _to_content(services, kaart_id, concept)
    fouten = faults(content, services.library.documents) if offered else {}
    if not offered and not content["vragen"]:
        fouten = {"vragen": "Schrijf minstens één vraag op."}
    if fouten:
        return _form(request, services, wie, kaart_id, concept, fouten)
    if kaart_id == "nieuw":
        kaart_id = new_id(content["vragen"][0])
        content["id"] = kaart_id
    with services.storage.write() as session:
        status: KaartStatus = "ter_beoordeling" if offered else "concept"
        revisie = kaarten.add(session, kaart_id, content, wie.gebruikersnaam, status)
        audit.note(session, wie.gebruikersnaam, f"kaart {status}", _subject(kaart_id), na={"revisie": revisie.revisie})
    return RedirectResponse(f"/balie/kaarten/{kaart_id}", status_code=303)


@router.post("/{kaart_id}/{revisie}/beoordelen")
def review(
    request: Request,
    services: ServicesDep,
    wie: Redacteur,
    kaart_id: str,
    revisie: int,
    besluit: Annotated[str, Form()],
    opmerking: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Publishes a version, from the next question on, or sends it back."""
    status: KaartStatus = "gepubliceerd" if besluit == "publiceer" else "afgewezen"
    try:
        with services.storage.write() as session:
            version = _version(session, kaart_id, revisie)
            if version.status != "ter_beoordeling":
                raise NotThereError("Deze versie wacht niet op een beoordeling.")
            if status == "gepubliceerd" and (fouten := faults(version.inhoud, services.library.documents)):
                return _form(request, services, wie, kaart_id, _from_content(services, version.inhoud), fouten)
            kaarten.review(session, version, status, wie.gebruikersnaam, opmerking or None, services.settings.four_eyes)
            _note(session, wie, f"kaart {status}", kaart_id, revisie)
    except ValueError:
        fouten = {"beoordeling": "U schreef deze versie zelf. Een andere redacteur moet haar beoordelen."}
        with services.storage.read() as session:
            content = _version(session, kaart_id, revisie).inhoud
        return _form(request, services, wie, kaart_id, _from_content(services, content), fouten)
    services.published.sync()
    return RedirectResponse(f"/balie/kaarten/{kaart_id}", status_code=303)


@router.post("/{kaart_id}/{revisie}/intrekken")
def retract(services: ServicesDep, wie: Redacteur, kaart_id: str, revisie: int) -> Response:
    """Undoes a publication: the version before it holds again, or the card is gone."""
    with services.storage.write() as session:
        version = _version(session, kaart_id, revisie)
        if version.status != "gepubliceerd":
            raise NotThereError("Deze versie is niet gepubliceerd.")
        kaarten.retract(session, version, wie.gebruikersnaam)
        _note(session, wie, "kaart ingetrokken", kaart_id, revisie)
    services.published.sync()
    return RedirectResponse(f"/balie/kaarten/{kaart_id}", status_code=303)


@router.post("/{kaart_id}/{revisie}/terugzetten")
def put_back(services: ServicesDep, wie: Redacteur, kaart_id: str, revisie: int) -> Response:
    """Publishes an earlier version again."""
    with services.storage.write() as session:
        try:
            kaarten.undo(session, kaart_id, revisie, wie.gebruikersnaam)
        except LookupError as error:
            raise NotThereError("Deze versie is nooit gepubliceerd.") from error
        _note(session, wie, "kaart teruggezet", kaart_id, revisie)
    services.published.sync()
    return RedirectResponse(f"/balie/kaarten/{kaart_id}", status_code=303)


async def _concept(request: Request) -> Concept:
    form = await request.form()

    def text(name: str) -> str:
        value = form.get(name)
        return value if isinstance(value, str) else ""

    ankers = [value for value in form.getlist("anker") if isinstance(value, str)]
    return Concept(text("document"), text("antwoord"), text("vragen"), ankers, text("zoek"))


def _to_content(services: Services, kaart_id: str, concept: Concept) -> dict[str, Any]:
    document = services.library.documents.get(concept.document)
    cited: list[Zin] = zinnen.chosen(document, concept.ankers) if document else []
    vragen = [" ".join(line.split()) for line in concept.vragen.splitlines()]
    return {
        "id": kaart_id,
        "document": concept.document,
        "antwoord": concept.antwoord.strip(),
        "citaten": [{"sectie": zin.sectie, "citaat": zin.tekst} for zin in cited],
        "vragen": list(dict.fromkeys(line for line in vragen if line)),
    }


def _from_content(services: Services, content: dict[str, Any]) -> Concept:
    document = services.library.documents.get(content["document"])
    citaten = content["citaten"] if document else []
    ankers = [zinnen.anchor_of(document, each["sectie"], each["citaat"]) for each in citaten] if document else []
    return Concept(
        content["document"], content["antwoord"], "\n".join(content["vragen"]), [each for each in ankers if each]
    )


def _content(kaart_id: str, card: Card) -> dict[str, Any]:
    """A card of the repository as the form has it: with the whole sentences in which its citations begin."""
    citaten = [{"sectie": each.section.heading, "citaat": each.sentences[0].text} for each in card.citations]
    return {
        "id": kaart_id,
        "document": card.document,
        "antwoord": card.antwoord,
        "citaten": citaten,
        "vragen": list(card.vragen),
    }


def _picker(services: Services, concept: Concept) -> dict[str, object]:
    """What the list of sentences shows."""
    document = services.library.documents.get(concept.document)
    gekozen = zinnen.chosen(document, concept.ankers) if document else []
    found = zinnen.find(document, concept.zoek) if document else []
    return {"gekozen": gekozen, "gevonden": [zin for zin in found if zin not in gekozen], "zoek": concept.zoek}


def _form(
    request: Request,
    services: Services,
    wie: Wie,
    kaart_id: str,
    concept: Concept,
    fouten: dict[str, str] | None = None,
) -> Response:
    with services.storage.read() as session:
        history = kaarten.history(session, kaart_id)
        trail = audit.lines(session, _subject(kaart_id))
    live = next((each for each in services.library.cards if each.id == kaart_id), None)
    content = page(
        request,
        services.settings,
        "kaart.html",
        wie,
        kaart_id=kaart_id,
        concept=concept,
        fouten=fouten or {},
        hints=hints(concept.antwoord),
        register=services.library.register,
        geschiedenis=history,
        spoor=trail,
        geldig=_holding(history),
        proef=_tried(services, live) if live and history else [],
        vier_ogen=services.settings.four_eyes,
        **_picker(services, concept),
    )
    return HTMLResponse(content)


def _tried(services: Services, card: Card) -> list[tuple[str, bool]]:
    """Ways of asking, and whether this card is what the assistant tells on them now."""
    tried = []
    for vraag in card.vragen[:TRIED]:
        weighed = services.library.explain(vraag, card.gemeente, 3).delen[0].kaarten
        tried.append((vraag, any(each.kaart.id == card.id and each.aanvaard for each in weighed)))
    return tried


def _holding(history: Any) -> int | None:
    """The number of the version that holds now."""
    return next((each.revisie for each in history if each.status == "gepubliceerd"), None)


def _version(session: Session, kaart_id: str, revisie: int) -> Kaartrevisie:
    if (version := kaarten.find(session, kaart_id, revisie)) is None:
        raise NotThereError("Deze versie bestaat niet.")
    return version


def _note(session: Session, wie: Wie, wat: str, kaart_id: str, revisie: int) -> None:
    audit.note(session, wie.gebruikersnaam, wat, _subject(kaart_id), na={"revisie": revisie})


def _subject(kaart_id: str) -> str:
    return f"kaart/{kaart_id}"
