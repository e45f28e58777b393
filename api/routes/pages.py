"""The pages that people see, apart from the source texts."""

from importlib.resources import files
from typing import Literal

import fastapi_offline
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from api.models.basis import Gemeente
from api.pages import VOORBEELDEN, WEB, accessibility_page, chat_page, example_page
from api.services import ServicesDep

router = APIRouter(include_in_schema=False)


def mount(app: FastAPI) -> None:
    """Serves our own style sheets and scripts, and those of the API documentation from its package: no other party.

    Ours are for every site, since the widget is loaded as a module, which browsers do not take without this header.
    """
    static = CORSMiddleware(StaticFiles(directory=WEB / "static"), allow_origins=["*"])
    app.mount("/static", GZipMiddleware(static, minimum_size=500), name="static")
    app.mount("/docs/static", StaticFiles(directory=str(files(fastapi_offline) / "static")), name="docs-static")


@router.get("/")
async def home() -> RedirectResponse:
    return RedirectResponse("/chat", status_code=307)


@router.get("/chat")
async def chat(
    services: ServicesDep, gemeente: Gemeente | None = None, ingebed: Literal["ja"] | None = None
) -> HTMLResponse:
    """`ingebed=ja`: for an iframe on a site that is in the setting `frame_ancestors`."""
    return HTMLResponse(chat_page(services.settings, gemeente, ingebed is not None))


@router.get("/voorbeeld")
async def voorbeeld(request: Request, services: ServicesDep, stijl: str = "enschede") -> HTMLResponse:
    gekozen = stijl if stijl in VOORBEELDEN else "enschede"
    return HTMLResponse(example_page(services.settings, gekozen, str(request.base_url).rstrip("/")))


@router.get("/toegankelijkheid")
async def toegankelijkheid(services: ServicesDep) -> HTMLResponse:
    return HTMLResponse(accessibility_page(services.settings))
