"""The page of one card: its form, its versions, and whether the assistant finds it."""

from collections.abc import Sequence

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from api.balie import zinnen
from api.balie.kaartconcept import Concept
from api.balie.pagina import page
from api.balie.sessie import Wie
from api.kaarten.regels import hints
from api.services import Services
from api.storage import audit, kaarten
from api.storage.tables import Kaartrevisie
from knowledge.cards import Card

TRIED = 6  # ways of asking that are tried after publication


def card_page(
    request: Request,
    services: Services,
    wie: Wie,
    kaart_id: str,
    concept: Concept,
    fouten: dict[str, str] | None = None,
) -> Response:
    with services.storage.read() as session:
        history = kaarten.history(session, kaart_id)
        trail = audit.lines(session, subject(kaart_id))
    live = next((each for each in services.library.cards if each.id == kaart_id), None)
    content = page(
        request,
        services.settings,
        "kaart.html",
        wie,
        kaart_id=kaart_id,
        concept=concept,
        fouten=fouten or {},
        hints=readable(services, concept),
        register=services.library.register,
        geschiedenis=history,
        spoor=trail,
        geldig=_holding(history),
        proef=_tried(services, live) if live and history else [],
        vier_ogen=services.settings.four_eyes,
        **picker(services, concept),
    )
    return HTMLResponse(content)


def picker(services: Services, concept: Concept) -> dict[str, object]:
    """What the list of sentences shows."""
    document = services.library.documents.get(concept.document)
    gekozen = zinnen.chosen(document, concept.ankers) if document else []
    found = zinnen.find(document, concept.zoek) if document else []
    return {"gekozen": gekozen, "gevonden": [zin for zin in found if zin not in gekozen], "zoek": concept.zoek}


def readable(services: Services, concept: Concept) -> list[str]:
    """What is said about the answer under its field."""
    return hints(concept.antwoord, concept.manieren, services.published.common_words())


def subject(kaart_id: str) -> str:
    """Of a card, in the audit trail."""
    return f"kaart/{kaart_id}"


def _tried(services: Services, card: Card) -> list[tuple[str, bool]]:
    """Ways of asking, and whether this card is what the assistant tells on them now."""
    tried = []
    for vraag in card.vragen[:TRIED]:
        weighed = services.library.explain(vraag, card.gemeente, 3).delen[0].kaarten
        tried.append((vraag, any(each.kaart.id == card.id and each.aanvaard for each in weighed)))
    return tried


def _holding(history: Sequence[Kaartrevisie]) -> int | None:
    """The number of the version that holds now."""
    return next((each.revisie for each in history if each.status == "gepubliceerd"), None)
