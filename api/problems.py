"""Every error as `application/problem+json` (RFC 9457), in Dutch, without anything from inside the service."""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from api.addresses import allowed
from api.models.problemen import Probleem

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

TEKSTEN: Mapping[int, tuple[str, str]] = {
    400: ("De invoer klopt niet", "Kijk de invoer na en probeer het opnieuw."),
    404: ("Niet gevonden", "Deze pagina of dit onderdeel bestaat niet."),
    405: ("Dit kan hier niet", "Dit adres kent deze manier van aanroepen niet."),
    401: ("De sleutel klopt niet", "Stuur een geldige sleutel mee in de header X-Api-Key."),
    403: ("Dit mag niet met deze sleutel", "Vraag de gemeente om een sleutel die dit onderdeel mag gebruiken."),
    409: (
        "Er is al een verzoek met deze Idempotency-Key",
        "Wacht tot het klaar is. Gebruik voor een ander verzoek een nieuwe Idempotency-Key.",
    ),
    429: ("Te veel verzoeken", "Wacht even en probeer het dan opnieuw. Retry-After zegt na hoeveel seconden."),
    413: ("De invoer is te groot", "Stuur een korter bericht."),
    503: ("Dit lukt nu even niet", "Wij kunnen nu niets opslaan of opzoeken. Probeer het later opnieuw."),
    500: ("Er ging iets mis", "Er ging iets mis bij ons. Probeer het later opnieuw."),
}

# Pydantic's error types, in words for the person who fills in the field.
MELDINGEN: Mapping[str, str] = {
    "missing": "Dit veld is verplicht.",
    "extra_forbidden": "Dit veld bestaat niet.",
    "string_type": "Vul hier tekst in.",
    "string_unicode": "Deze tekst bevat tekens die niet geldig zijn.",
    "string_too_short": "Vul hier tekst in.",
    "string_too_long": "Deze tekst is te lang. Gebruik hoogstens {max_length} tekens.",
    "uuid_type": "Dit is geen geldig gespreksnummer (UUID).",
    "uuid_parsing": "Dit is geen geldig gespreksnummer (UUID).",
    "literal_error": "Kies een van deze waarden: {expected}.",
    "int_type": "Vul een heel getal in.",
    "int_parsing": "Vul een heel getal in.",
    "int_from_float": "Vul een heel getal in.",
    "greater_than_equal": "Vul een getal in van {ge} of hoger.",
    "less_than_equal": "Vul een getal in van {le} of lager.",
    "json_invalid": "Dit is geen geldige JSON.",
    "model_attributes_type": "Stuur een JSON-object.",
    "dict_type": "Stuur een JSON-object.",
    "no_consent": "Vraag eerst toestemming om een naam of contactgegevens te bewaren.",
    "blank": "Vul hier tekst in.",
}


def problem(
    status: int,
    *,
    detail: str | None = None,
    fouten: Sequence[Mapping[str, str]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response for one error. `fouten`: the fields that are wrong, as `{"veld", "melding"}`."""
    return JSONResponse(body(status, detail, fouten), status, headers=headers, media_type=MEDIA_TYPE)


def body(status: int, detail: str | None = None, fouten: Sequence[Mapping[str, str]] | None = None) -> dict[str, Any]:
    """The JSON of one error."""
    title, usual_detail = TEKSTEN.get(status) or (HTTPStatus(status).phrase, TEKSTEN[500 if status >= 500 else 400][1])
    fields: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail or usual_detail}
    if fouten is not None:
        fields["fouten"] = [{"veld": fout["veld"], "melding": fout["melding"]} for fout in fouten]
    return fields


class NotFoundError(Exception):
    """Something named in the address does not exist; the message says what, in Dutch."""


class InputError(Exception):
    """A field that only turns out to be wrong in the handler: its name outside, and what is wrong, in Dutch."""

    def __init__(self, veld: str, melding: str) -> None:
        super().__init__(veld)
        self.veld, self.melding = veld, melding


def install(app: FastAPI) -> None:
    """Registers the handlers on the application; what they do not handle is for security.LastResort."""

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        return problem(400, fouten=[_fout(item) for item in error.errors()])

    @app.exception_handler(NotFoundError)
    async def not_found(_: Request, error: NotFoundError) -> Response:
        return problem(404, detail=str(error))

    @app.exception_handler(InputError)
    async def wrong(_: Request, error: InputError) -> Response:
        return problem(400, fouten=[{"veld": error.veld, "melding": error.melding}])

    @app.exception_handler(SQLAlchemyError)
    async def storage_away(request: Request, error: SQLAlchemyError) -> Response:
        log.error("%s %s: de opslag werkt niet (%s)", request.method, request.url.path, type(error).__name__)
        return problem(503)

    @app.exception_handler(HTTPException)
    async def http_error(request: Request, error: HTTPException) -> Response:
        if error.status_code == 405:
            # Starlette names only the methods of the first route that fits.
            return problem(405, headers={"Allow": ", ".join(allowed(request.scope))})
        return problem(error.status_code, headers=error.headers)


def _fout(item: Mapping[str, Any]) -> dict[str, str]:
    if item["type"] == "json_invalid":
        return {"veld": "", "melding": MELDINGEN["json_invalid"]}
    veld = ".".join(str(step) for step in item["loc"][1:])  # the first step is where: body, query or path
    melding = MELDINGEN.get(item["type"], "Deze waarde klopt niet.")
    return {"veld": veld, "melding": melding.format_map({**item.get("ctx", {})}).replace("' or '", "' of '")}


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route, for the published interface."""
    return {
        status: {"description": TEKSTEN[status][0], "model": Probleem, "content": {MEDIA_TYPE: {}}}
        for status in statuses
    }
