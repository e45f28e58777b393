"""Puts the service together."""

from fastapi import FastAPI

from api import balie, openapi, problems
from api.cors import OPENAPI, Cors
from api.idempotency import Idempotency
from api.lifecycle import Lifecycle
from api.methods import Methods
from api.partners.guard import Guard
from api.partners.keyring import Keyring
from api.partners.quota import Quotas
from api.partners.scopes import may
from api.routes import (
    batches,
    berichten,
    bronnen,
    checks,
    docs,
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
# The routes of the API by the scope that a key needs for them.
SCOPED = {
    "berichten": (berichten, feedback, gesprekken, overdrachten),
    "lezen": (passages, bronnen, tabellen, mededelingen),
    "checks": (checks, toelichting),
}


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
    app.state.idempotency = Idempotency(services.settings.redis_url)
    for scope, modules in SCOPED.items():
        for module in modules:
            app.include_router(module.router, dependencies=[may(scope)])
    app.include_router(batches.router, dependencies=[may("batches", key_needed=True)])
    for module in (health, metrics, pages, docs):
        app.include_router(module.router)
    pages.mount(app)
    balie.install(app, services.settings)
    problems.install(app)
    openapi.install(app, services.settings)
    app.add_middleware(BodyLimit)  # the last one added is the outermost
    app.add_middleware(Guard, keyring=Keyring(services.storage), quotas=Quotas(services.settings))
    app.add_middleware(Methods)
    app.add_middleware(LastResort)
    app.add_middleware(Cors, origins=services.settings.cors_origins.split())
    app.add_middleware(Lifecycle)
    app.add_middleware(SecurityHeaders, frame_ancestors=services.settings.frame_ancestors)
    app.add_middleware(Observed)
    return app
