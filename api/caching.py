"""Answers that a program may keep: each has an ETag, and whoever has it already gets 304 without a body."""

from collections.abc import Callable, Coroutine
from hashlib import blake2b
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "Niet gewijzigd: u hebt dit antwoord al (ETag)."}}


class KeptRoute(APIRoute):
    """The `route_class` of a router whose answers a program asks again. It may keep them, and must ask each time.

    So an editor's correction is seen at once. `private`: limits stand in the headers, and questions in the address.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def with_etag(request: Request) -> Response:
            response = await handler(request)
            if request.method != "GET" or response.status_code != 200:
                return response
            etag = f'"{blake2b(bytes(response.body), digest_size=16).hexdigest()}"'
            response.headers["ETag"] = etag
            response.headers["Cache-Control"] = "private, no-cache"
            if not _has(request.headers.get("if-none-match", ""), etag):
                return response
            kept = ("etag", "cache-control", "vary", "link")
            headers = {name: value for name, value in response.headers.items() if name in kept}
            return Response(status_code=304, headers=headers)

        return with_etag


def _has(if_none_match: str, etag: str) -> bool:
    """RFC 9110, 13.1.2: a list of tags, or `*`; compared weakly, for a proxy that compresses makes tags weak."""
    return any(tag.strip().removeprefix("W/") in (etag, "*") for tag in if_none_match.split(","))
