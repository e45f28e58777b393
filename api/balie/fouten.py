"""What a page of the staff site says when somebody may not see it, or a form is too old."""

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.balie.pagina import page
from api.balie.sessie import NotAllowedError, NotLoggedInError, StaleFormError

OUD_FORMULIER = "Dit formulier is te oud. Ga terug, laad de pagina opnieuw en probeer het nog eens."


class NotThereError(Exception):
    """What a staff page is about does not exist; the message says what, in Dutch."""


router = APIRouter(prefix="/balie", include_in_schema=False)


@router.get("/{anything:path}")
def nothing(anything: str) -> Response:
    """The last route of the staff site: what no other knows."""
    raise NotThereError("Deze pagina bestaat niet.")


def install(app: FastAPI) -> None:
    """The router goes last, and the error pages with it."""
    app.include_router(router)

    @app.exception_handler(NotLoggedInError)
    async def not_logged_in(request: Request, _: NotLoggedInError) -> Response:
        where = "/balie/aanmelden"
        if "hx-request" in request.headers:
            return Response(headers={"HX-Redirect": where})
        if request.method == "GET" and request.url.path != "/balie":
            where += f"?verder={request.url.path}"
        return RedirectResponse(where, status_code=303)

    @app.exception_handler(NotAllowedError)
    async def not_allowed(request: Request, error: NotAllowedError) -> Response:
        return _page(request, 403, "Dit mag u niet", str(error))

    @app.exception_handler(StaleFormError)
    async def stale(request: Request, _: StaleFormError) -> Response:
        return _page(request, 403, "Dit ging niet door", OUD_FORMULIER)

    @app.exception_handler(NotThereError)
    async def not_there(request: Request, error: NotThereError) -> Response:
        return _page(request, 404, "Niet gevonden", str(error))


def _page(request: Request, status: int, titel: str, melding: str) -> Response:
    settings = request.app.state.services.settings
    return HTMLResponse(page(request, settings, "fout.html", titel=titel, melding=melding), status_code=status)
