"""The pages that people see, apart from the source texts."""

from importlib.resources import files

import fastapi_offline
from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from api.pages import WEB, chat_page
from api.services import ServicesDep

router = APIRouter(include_in_schema=False)


def mount(app: FastAPI) -> None:
    """Serves our own style sheets and scripts, and those of the API documentation from its package: no other party."""
    app.mount("/static", StaticFiles(directory=WEB / "static"), name="static")
    app.mount("/docs/static", StaticFiles(directory=str(files(fastapi_offline) / "static")), name="docs-static")


@router.get("/")
async def home() -> RedirectResponse:
    return RedirectResponse("/chat", status_code=307)


@router.get("/chat")
async def chat(services: ServicesDep) -> HTMLResponse:
    return HTMLResponse(chat_page(services.settings))


@router.get("/docs")
async def docs() -> FileResponse:
    return FileResponse(WEB / "docs.html")
