"""Puts the service together."""

from fastapi import FastAPI

from api import balie, openapi, problems
from api.cors import OPENAPI, Cors
from api.lifecycle import Lifecycle
from api.methods import Methods
from api.routes import (
    berichten,
    bronnen,
    checks,
    feedback,
    gesprekken,
    health,
    mededelingen,
    metrics,
    overdrachten,
    pages,
    passages,
    tabellen,
    toelichting,
)
from api.security import BodyLimit, LastResort, SecurityHeaders
from api.services import Services
from api.telemetry.requests import Observed
from api.version import API_VERSION

TAGS = [
    {"name": "Gesprek", "description": "Praten met de assistent."},
    {"name": "Zoeken", "description": "Zoeken in het beleid."},
    {"name": "Checks", "description": "Controles met een uitkomst."},
    {"name": "Bronnen", "description": "De documenten."},
    {"name": "Tabellen", "description": "Tabellen uit het beleid, als gegevens."},
]


def create_app(services: Services) -> FastAPI:
    """The application on parts that are already there; it starts and stops nothing itself."""
    app = FastAPI(
        title="Ondernemersloket-assistent",
        version=API_VERSION,
        openapi_url=OPENAPI,
        docs_url=None,
        redoc_url=None,
        openapi_tags=TAGS,
        generate_unique_id_function=openapi.operation_id,
    )
    app.state.services = services
    for module in (
        berichten,
        feedback,
        gesprekken,
        overdrachten,
        mededelingen,
        passages,
        checks,
        toelichting,
        bronnen,
        tabellen,
        health,
        metrics,
        pages,
    ):
        app.include_router(module.router)
    pages.mount(app)
    balie.install(app, services.settings)
    problems.install(app)
    openapi.install(app, services.settings)
    app.add_middleware(BodyLimit)  # the last one added is the outermost
    app.add_middleware(Methods)
    app.add_middleware(LastResort)
    app.add_middleware(Cors, origins=services.settings.cors_origins.split())
    app.add_middleware(Lifecycle)
    app.add_middleware(SecurityHeaders, frame_ancestors=services.settings.frame_ancestors)
    app.add_middleware(Observed)
    return app
