"""Which other sites may let a browser call this service (CORS): the published interface all, the API those set."""

from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.version import BASE

OPENAPI = f"{BASE}/openapi.json"
REQUEST_HEADERS = "Content-Type, X-Api-Key, Idempotency-Key, If-None-Match"
RESPONSE_HEADERS = (
    "API-Version, Content-Disposition, Deprecation, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Sunset"
)
PREFLIGHT_SECONDS = "600"


class Cors:
    """Adds the headers with which a browser lets a script of another site read the answer.

    Starlette's own answers 400 in plain text to a site that is not allowed; here that site gets the usual answer
    without these headers, which its browser then keeps from it. Credentials are never allowed: nobody needs a cookie.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self._app = app
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(f"{BASE}/"):
            return await self._app(scope, receive, send)
        asked = Headers(scope=scope)
        origin = asked.get("origin")
        allowed = "*" if scope["path"] == OPENAPI else origin if origin in self._origins else None
        preflight = scope["method"] == "OPTIONS" and "access-control-request-method" in asked

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if allowed != "*" and self._origins:
                    headers.add_vary_header("Origin")
                if allowed:
                    headers["Access-Control-Allow-Origin"] = allowed
                    headers["Access-Control-Expose-Headers"] = RESPONSE_HEADERS
                if allowed and preflight:
                    headers["Access-Control-Allow-Methods"] = headers.get("allow", "")
                    headers["Access-Control-Allow-Headers"] = REQUEST_HEADERS
                    headers["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
            await send(message)

        return await self._app(scope, receive, with_headers)
