"""Guards around every request: headers that keep a browser to our own pages, and a limit to the size of a body."""

import logging

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem

log = logging.getLogger(__name__)

MAX_BODY = 64 * 1024  # bytes; the longest message is 2000 characters, at most 12 bytes each in escaped JSON
MAX_BATCH = 1024 * 1024  # 1,000 cases of a kilobyte

NO_FRAMES = "frame-ancestors 'none'"
# Scripts, styles and requests go to this service only, and no script stands in a page itself.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    f"base-uri 'none'; form-action 'self'; {NO_FRAMES}"
)
# Swagger UI sets styles on its elements.
CSP_DOCS = CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")

HEADERS = {
    "Strict-Transport-Security": "max-age=31536000",  # a browser heeds it over HTTPS only
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Adds the headers above to every response."""

    def __init__(self, app: ASGIApp, frame_ancestors: str = "") -> None:
        """`frame_ancestors`: the origins that may show the chat page in an iframe."""
        self._app = app
        self._policies = {"/docs": CSP_DOCS}
        if frame_ancestors:
            self._policies["/chat"] = CSP.replace(NO_FRAMES, f"frame-ancestors 'self' {frame_ancestors}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        path: str = scope["path"]

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Content-Security-Policy"] = self._policies.get(path, CSP)
                if NO_FRAMES not in headers["Content-Security-Policy"]:
                    del headers["X-Frame-Options"]  # it knows no list of sites
                if path.startswith("/static/"):  # asked for again each time: the modules of the widget belong together
                    headers["Cache-Control"] = "no-cache"
                if path.startswith(("/v1/", "/health/", "/balie")) or message["status"] >= 400:
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        return await self._app(scope, receive, with_headers)


class LastResort:
    """Answers 500 to an error that nobody handled, and logs it. Inside SecurityHeaders, so that a 500 has them too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def noting_the_start(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noting_the_start)
        except Exception:
            if scope["type"] != "http" or started:
                raise
            log.exception("%s %s", scope["method"], scope["path"])
            await problem(500)(scope, receive, send)


class BodyLimit:
    """Answers 413 to a body over `MAX_BODY` bytes (a batch: `MAX_BATCH`), and reads no more of it than that."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            return await self._app(scope, receive, send)
        most = MAX_BATCH if scope["path"].endswith("/batches") else MAX_BODY
        length = Headers(scope=scope).get("content-length", "0")
        if length.isdecimal() and int(length) > most:
            return await problem(413)(scope, receive, send)
        body = b""
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return None  # the caller has gone
            body += message.get("body", b"")
            if len(body) > most:
                return await problem(413)(scope, receive, send)
            if not message.get("more_body", False):
                break
        replay: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive_again() -> Message:
            return replay.pop() if replay else await receive()

        return await self._app(scope, receive_again, send)
