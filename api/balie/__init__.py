"""The staff site, `/balie`: server-rendered pages (templates in `api/web/balie/`) that htmx refreshes in parts.

Every page is one small module with a router. Who may see it stands at the router (`sessie.rol`); every form carries the
token of its session (`sessie.csrf`). Without JavaScript the same forms and links work, a whole page at a time.
"""

from fastapi import FastAPI

from api.balie import (
    aanmelden,
    beheer,
    checks,
    cijfers,
    fouten,
    kaartbeoordeling,
    kaarten,
    oidc,
    overdrachten,
    sessie,
    sleutels,
    vragen,
    zoeken,
)
from api.settings import Settings


def install(app: FastAPI, settings: Settings) -> None:
    """Adds the pages, the session cookie and the error pages of the staff site."""
    for module in (
        *(aanmelden, oidc, zoeken, checks, overdrachten, vragen),
        *(kaarten, kaartbeoordeling, cijfers, beheer, sleutels),
    ):
        app.include_router(module.router)
    fouten.install(app)
    sessie.install(app, settings)
