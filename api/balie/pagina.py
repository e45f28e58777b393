"""Renders the pages of the staff site, whole or the part that htmx asked for."""

from fastapi import Request

from api.balie.sessie import Wie, csrf_token
from api.pages import render
from api.settings import Settings


def page(request: Request, settings: Settings, template: str, wie: Wie | None = None, **context: object) -> str:
    """A template of `api/web/balie/`. Every one gets who is logged in, the token for its forms, and where it is."""
    return render(
        f"balie/{template}",
        wie=wie,
        csrf=csrf_token(request),
        pad=request.url.path,
        settings=settings,
        **context,
    )


def wants_part(request: Request) -> bool:
    """Whether htmx asks for a part of the page; going back in the history, it wants the whole."""
    headers = request.headers
    return "hx-request" in headers and "hx-history-restore-request" not in headers
