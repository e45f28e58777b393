"""Cards: having one reviewed, publishing it, and taking it back. Every step is in the audit trail."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from api.balie import sessie
from api.balie.fouten import NotThereError
from api.balie.kaartconcept import Concept
from api.balie.kaarten import Redacteur
from api.balie.kaartpagina import card_page, subject
from api.balie.sessie import Wie
from api.kaarten.regels import faults
from api.services import ServicesDep
from api.storage import audit, kaarten
from api.storage.tables import Kaartrevisie, KaartStatus

router = APIRouter(
    prefix="/balie/kaarten/{kaart_id}/{revisie}", include_in_schema=False, dependencies=[Depends(sessie.csrf)]
)


@router.post("/beoordelen")
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
    documents, four_eyes = services.library.documents, services.settings.four_eyes
    try:
        with services.storage.write() as session:
            version = _version(session, kaart_id, revisie)
            if version.status != "ter_beoordeling":
                raise NotThereError("Deze versie wacht niet op een beoordeling.")
            inhoud = version.inhoud
            fouten = faults(inhoud, documents) if status == "gepubliceerd" else {}
            if not fouten:
                kaarten.review(session, version, status, wie.gebruikersnaam, opmerking or None, four_eyes)
                _note(session, wie, f"kaart {status}", kaart_id, revisie)
    except ValueError:
        fouten = {"beoordeling": "U schreef deze versie zelf. Een andere redacteur moet haar beoordelen."}
    if fouten:
        return card_page(request, services, wie, kaart_id, Concept.of_content(inhoud, documents), fouten)
    return _published(services, kaart_id)


@router.post("/intrekken")
def retract(services: ServicesDep, wie: Redacteur, kaart_id: str, revisie: int) -> Response:
    """Undoes a publication: the version before it holds again, or the card is gone."""
    with services.storage.write() as session:
        version = _version(session, kaart_id, revisie)
        if version.status != "gepubliceerd":
            raise NotThereError("Deze versie is niet gepubliceerd.")
        kaarten.retract(session, version, wie.gebruikersnaam)
        _note(session, wie, "kaart ingetrokken", kaart_id, revisie)
    return _published(services, kaart_id)


@router.post("/terugzetten")
def put_back(services: ServicesDep, wie: Redacteur, kaart_id: str, revisie: int) -> Response:
    """Publishes an earlier version again."""
    with services.storage.write() as session:
        try:
            kaarten.undo(session, kaart_id, revisie, wie.gebruikersnaam)
        except LookupError as error:
            raise NotThereError("Deze versie is nooit gepubliceerd.") from error
        _note(session, wie, "kaart teruggezet", kaart_id, revisie)
    return _published(services, kaart_id)


def _published(services: ServicesDep, kaart_id: str) -> Response:
    """What holds has changed: from the next question on, and on the page of the card."""
    services.published.sync()
    return RedirectResponse(f"/balie/kaarten/{kaart_id}", status_code=303)


def _version(session: Session, kaart_id: str, revisie: int) -> Kaartrevisie:
    if (version := kaarten.find(session, kaart_id, revisie)) is None:
        raise NotThereError("Deze versie bestaat niet.")
    return version


def _note(session: Session, wie: Wie, wat: str, kaart_id: str, revisie: int) -> None:
    audit.note(session, wie.gebruikersnaam, wat, subject(kaart_id), na={"revisie": revisie})
