"""The published interface: OpenAPI 3.1, with our own error shape in place of FastAPI's."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

OMSCHRIJVING = (
    "De assistent van het Ondernemersloket: antwoorden op vragen van ondernemers, altijd met de zin uit het beleid "
    "waarop ze rusten, en controles met een uitkomst. Staat iets niet in het beleid, dan zegt de assistent dat. "
    "Fouten hebben de vorm `application/problem+json` (RFC 9457)."
)


def install(app: FastAPI) -> None:
    """Replaces the generator of the application's OpenAPI document."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _without_422(
                get_openapi(
                    title=app.title,
                    version=app.version,
                    description=OMSCHRIJVING,
                    routes=app.routes,
                    tags=app.openapi_tags,
                )
            )
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _without_422(schema: dict[str, Any]) -> dict[str, Any]:
    """Input errors are 400 here, so FastAPI's own 422 goes; errors have one media type."""
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            for status, response in operation["responses"].items():
                if status[0] in "45" and "application/problem+json" in response.get("content", {}):
                    response["content"]["application/problem+json"] = response["content"].pop("application/json", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(name, None)
    return schema
