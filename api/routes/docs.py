"""The documentation for partners: a quick start, whose programs the tests run as they stand, and every operation."""

import re
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages import WEB, render
from api.services import ServicesDep
from api.settings import Settings

router = APIRouter(include_in_schema=False)

TALEN = {"curl": "curl", "python": "Python", "javascript": "JavaScript"}
BASIS = "BASIS"  # stands in the programs for the address of this service
STAPPEN = {
    "vraag": (
        "Stel een vraag",
        "U hebt niets nodig: geen sleutel en geen bibliotheek. Het antwoord staat in antwoorden, met de zinnen uit het "
        "beleid in bronnen. Staat het niet in het beleid, dan is de soort geen_antwoord.",
    ),
    "check": (
        "Doe een check",
        "Een check zegt wat de regels zijn voor uw geval. Het oordeel is één woord. Elke regel heeft een uitleg en een "
        "bron. Wat u nog niet weet, laat u weg: dan staat in ontbreekt wat er nodig is.",
    ),
    "batch": (
        "Doe veel checks in één keer",
        "Hiervoor hebt u een sleutel nodig van de gemeente. Zet hem in de omgevingsvariabele SLEUTEL. Stuur hoogstens "
        "1000 gevallen. Een geval dat niet klopt, houdt de andere niet tegen.",
    ),
}


@dataclass(frozen=True)
class Code:
    """One program of the quick start, ready to be copied."""

    taal: str
    bestand: str
    tekst: str


@dataclass(frozen=True)
class Stap:
    """One step of the quick start, in every language."""

    anker: str
    titel: str
    uitleg: str
    codes: tuple[Code, ...]


@router.get("/docs")
def docs(request: Request, services: ServicesDep) -> HTMLResponse:
    settings = services.settings
    return HTMLResponse(render("docs.html", settings=settings, stappen=_stappen(_address(request, settings))))


def _stappen(address: str) -> list[Stap]:
    return [
        Stap(anker, titel, uitleg, tuple(_code(f"{anker}.{ending}", address) for ending in TALEN))
        for anker, (titel, uitleg) in STAPPEN.items()
    ]


def _code(bestand: str, address: str) -> Code:
    tekst = (WEB / "snelstart" / bestand).read_text(encoding="utf-8")
    return Code(TALEN[bestand.rpartition(".")[2]], bestand, tekst.replace(BASIS, address).rstrip())


def _address(request: Request, settings: Settings) -> str:
    """Where partners reach the service: as set, or as the browser asked; nothing that could end up in a shell."""
    asked = str(request.base_url).rstrip("/")
    return settings.public_url or (asked if re.fullmatch(r"https?://[\w.:\[\]-]+", asked) else "https://localhost")
