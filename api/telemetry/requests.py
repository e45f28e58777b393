"""Around every request: its correlation id, its time, its line in the log and its span."""

import logging
from time import perf_counter
from typing import Any

from opentelemetry import propagate, trace
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.telemetry.correlation import HEADER, correlated
from api.telemetry.metrics import REQUEST_SECONDS
from api.telemetry.stages import TRACER, stage

log = logging.getLogger(__name__)

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
QUIET = ("/health/", "/metrics")  # asked every few seconds


class Observed:
    """Around the public application, outermost. Every response carries `X-Correlation-Id`.

    A request is named by its route, `/v1/checks/{check}`, and never by its address, which may hold what somebody typed.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = dict(Headers(scope=scope))
        status, start = 0, perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        context = propagate.extract(headers)
        server_span = TRACER.start_as_current_span("http", context, trace.SpanKind.SERVER, record_exception=False)
        with correlated(headers) as id_, server_span as span:
            try:
                return await self._app(scope, receive, noting)
            finally:
                method, route = scope["method"] if scope["method"] in METHODS else "OTHER", route_of(scope)
                seconds = perf_counter() - start
                REQUEST_SECONDS.labels(method, route, status).observe(seconds)
                span.update_name(f"{method} {route}")
                span.set_attributes({"http.route": route, "http.response.status_code": status})
                level = logging.DEBUG if route.startswith(QUIET) else logging.INFO
                said: dict[str, Any] = {"method": method, "route": route, "status": status}
                log.log(level, "request", extra={**said, "duration_ms": round(seconds * 1000, 1)})


class Continued:
    """Around the action endpoint: the request belongs to the turn of which the dialogue process says it is a part."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        headers = dict(Headers(scope=scope))
        with correlated(headers), trace.use_span(_parent(headers)), stage("action"):
            return await self._app(scope, receive, send)


def route_of(scope: Scope) -> str:
    """The template of the route that was found; "mounted" for files, "unknown" for what is nowhere."""
    if (route := scope.get("route")) is not None:
        return str(route.path)
    return "mounted" if scope.get("root_path") else "unknown"


def _parent(headers: dict[str, str]) -> trace.Span:
    return trace.get_current_span(propagate.extract(headers))
