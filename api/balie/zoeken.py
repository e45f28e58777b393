"""Search as one types: what the assistant answers, and every card and passage that was weighed for it, and why."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.balie.fouten import NotThereError
from api.balie.pagina import page, wants_part
from api.balie.sessie import Wie, role
from api.services import Services, ServicesDep
from knowledge.antwoord import Antwoord
from knowledge.bron import Bron
from knowledge.cards import Card, Citation
from knowledge.document import Section
from knowledge.register import RegisterEntry

router = APIRouter(prefix="/balie", include_in_schema=False)
Medewerker = Annotated[Wie, Depends(role("medewerker"))]

SHOWN = 10  # cards and passages
WEIGHED = 60  # so many are asked for when only those of one document are shown


@dataclass(frozen=True)
class Plek:
    """A section of a document with the sentences to highlight; `anker`: the first of them."""

    entry: RegisterEntry
    sectie: Section
    anker: str
    ankers: tuple[str, ...]


@router.get("")
def home(_: Medewerker) -> Response:
    return RedirectResponse("/balie/zoeken", status_code=303)


@router.get("/zoeken")
def search(
    request: Request, services: ServicesDep, wie: Medewerker, vraag: str = "", gemeente: str = "", document: str = ""
) -> Response:
    """The page, or only the results when htmx asks for them. A document is of one municipality, so that goes first."""
    library, vraag = services.library, vraag[:2000]
    entry = library.register.get(document)
    where = entry.gemeente if entry else gemeente
    if where not in {each.gemeente for each in library.register.values()}:
        where = ""
    uitleg = library.explain(vraag, where or None, WEIGHED if entry else SHOWN) if vraag.strip() else None
    part = wants_part(request)
    content = page(
        request,
        services.settings,
        "resultaten.html" if part else "zoeken.html",
        wie,
        alleen_dit=part,
        vraag=vraag,
        gemeente=where,
        document=document,
        documenten=[document] if entry else list(library.register),
        gemeenten=sorted({each.gemeente for each in library.register.values()}),
        register=library.register,
        uitleg=uitleg,
        als_bron=lambda card, citation: _bron(services, card, citation),
        bron=_first(services, uitleg.antwoord) if uitleg else None,
    )
    return HTMLResponse(content, headers={"Vary": "HX-Request"})


@router.get("/bron/{document}")
def source(
    request: Request,
    services: ServicesDep,
    wie: Medewerker,
    document: str,
    anker: Annotated[list[str], Query(max_length=50)],
) -> Response:
    """The section in which a sentence stands, with the sentences highlighted."""
    plek = find(services, document, anker)
    if plek is None:
        raise NotThereError("Deze plek staat niet in het document.")
    return HTMLResponse(page(request, services.settings, "bron.html", wie, bron=plek))


def find(services: Services, document: str, ankers: list[str]) -> Plek | None:
    """None when the document or the first anchor does not exist."""
    known = services.library.documents.get(document)
    for sectie in known.sections if known else ():
        if ankers[0] == sectie.anchor or any(ankers[0] == zin.anchor for zin in sectie.sentences()):
            return Plek(services.library.register[document], sectie, ankers[0], tuple(ankers))
    return None


def _first(services: Services, antwoord: Antwoord) -> Plek | None:
    """The place of the first citation of an answer."""
    if not antwoord.bronnen:
        return None
    bron = antwoord.bronnen[0]
    return find(services, bron.document, [bron.url.partition("#")[2]])


def _bron(services: Services, card: Card, citation: Citation) -> Bron:
    titel = services.library.register[card.document].titel
    url = f"/bronnen/{card.document}#{citation.sentences[0].anchor}"
    return Bron(card.document, titel, card.gemeente, citation.section.name, citation.citaat, url)
