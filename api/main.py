"""Puts the service together."""

from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI

from api import openapi, problems
from api.routes import berichten, bronnen, checks, health, pages, passages, tabellen, toelichting
from api.security import BodyLimit, LastResort, SecurityHeaders
from api.services import Services

TAGS = [
    {"name": "Gesprek", "description": "Praten met de assistent."},
    {"name": "Zoeken", "description": "Zoeken in het beleid."},
    {"name": "Checks", "description": "Controles met een uitkomst."},
    {"name": "Bronnen", "description": "De documenten."},
    {"name": "Tabellen", "description": "Tabellen uit het beleid, als gegevens."},
    {"name": "Toestand", "description": "Voor beheerders."},
]


def create_app(services: Services) -> FastAPI:
    """The application on parts that are already there; it starts and stops nothing itself."""
    app = FastAPI(
        title="Ondernemersloket-assistent",
        version=_version(),
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
    )
    app.state.services = services
    for module in (berichten, passages, checks, toelichting, bronnen, tabellen, health, pages):
        app.include_router(module.router)
    pages.mount(app)
    problems.install(app)
    openapi.install(app)
    app.add_middleware(BodyLimit)  # the last one added is the outermost
    app.add_middleware(LastResort)
    app.add_middleware(SecurityHeaders)
    return app


def _version() -> str:
    try:
        return version("ondernemersloket-assistent")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0"
