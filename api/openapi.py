"""The published interface: OpenAPI 3.1 by the Dutch API Design Rules, with our own errors in place of FastAPI's."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel

from api import examples
from api.lifecycle import RETIRING
from api.partners.scopes import HEADER, SCHEME, SCOPES
from api.problems import MEDIA_TYPE, documented
from api.settings import Settings
from api.version import API_VERSION, BASE

OMSCHRIJVING = (
    "De assistent van het Ondernemersloket: antwoorden op vragen van ondernemers, altijd met de zin uit het beleid "
    "waarop ze rusten, en controles met een uitkomst. Staat iets niet in het beleid, dan zegt de assistent dat. "
    "Fouten hebben de vorm `application/problem+json` (RFC 9457)."
)
# What every operation may answer, whatever it does.
EVERYWHERE = (401, 403, 429, 500)

HEADERS: dict[str, tuple[str, str]] = {
    "API-Version": ("Het volledige versienummer van deze API.", API_VERSION),
    "RateLimit-Policy": ("Hoeveel verzoeken er mogen (q) in hoeveel seconden (w).", '"anoniem";q=600;w=60'),
    "RateLimit": (
        "Hoeveel verzoeken er nog over zijn (r), en na hoeveel seconden er weer genoeg zijn (t).",
        '"anoniem";r=599;t=42',
    ),
    "Retry-After": ("Na hoeveel seconden u het opnieuw kunt proberen.", "42"),
}


def operation_id(route: APIRoute) -> str:
    """The name of an operation in a generated client: that of its function, in lowerCamelCase."""
    return to_camel(route.name)


def install(app: FastAPI, settings: Settings) -> None:
    """Replaces the generator of the application's OpenAPI document."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(
                title=app.title,
                version=API_VERSION,
                description=OMSCHRIJVING,
                license_info={
                    "name": "EUPL-1.2",
                    "url": "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
                },
                servers=[{"url": BASE, "description": "Deze dienst"}],
                routes=app.routes,
                tags=app.openapi_tags,
            )
            document["info"]["contact"] = {
                "name": settings.api_contact_naam,
                "url": settings.api_contact_url,
                "email": settings.api_contact_email,
            }
            app.openapi_schema = _by_the_rules(document)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _by_the_rules(document: dict[str, Any]) -> dict[str, Any]:
    """The version stands in the server's address and not in every path; input errors are 400 here, never 422."""
    document["components"]["headers"] = {
        name: {"description": text, "schema": {"type": "string"}, "example": example}
        for name, (text, example) in HEADERS.items()
    }
    scopes = "; ".join(f"`{scope}`: {text.lower()}" for scope, text in SCOPES.items())
    description = f"Uw sleutel. Zonder sleutel mag u minder vaak. Een sleutel is voor één of meer onderdelen: {scopes}."
    document["components"]["securitySchemes"] = {
        SCHEME: {"type": "apiKey", "in": "header", "name": HEADER, "description": description}
    }
    for path, operations in document["paths"].items():
        for operation in operations.values():
            operation.setdefault("security", [{}, {SCHEME: []}])  # a key is welcome, and not needed
            if path in RETIRING:
                operation["deprecated"] = True
            _responses(operation["responses"])
            examples.add(operation)
    document["paths"] = {path.removeprefix(BASE): operations for path, operations in document["paths"].items()}
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    return document


def _responses(responses: dict[str, Any]) -> None:
    """Adds what every operation answers, in one media type for errors and with the headers that each has."""
    responses.pop("422", None)  # FastAPI's own
    for status, response in documented(*EVERYWHERE).items():
        responses.setdefault(str(status), _with_reference(response))
    for status, response in responses.items():
        if response["description"] == "Successful Response":
            response["description"] = "Gelukt"
        names = [name for name in HEADERS if name != "Retry-After" or status == "429"]
        response.setdefault("headers", {}).update({name: {"$ref": f"#/components/headers/{name}"} for name in names})
        if status[0] in "45" and MEDIA_TYPE in response.get("content", {}):
            response["content"][MEDIA_TYPE] = response["content"].pop(
                "application/json", response["content"][MEDIA_TYPE]
            )


def _with_reference(response: dict[str, Any]) -> dict[str, Any]:
    """What `documented` gives a route, as FastAPI would publish it."""
    schema = {"schema": {"$ref": f"#/components/schemas/{response['model'].__name__}"}}
    return {"description": response["description"], "content": {MEDIA_TYPE: schema}}
