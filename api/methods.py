"""HEAD wherever there is GET, OPTIONS wherever there is anything, and no second address with a slash at its end."""

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.addresses import allowed
from api.problems import problem
from api.version import BASE


class Methods:
    """Answers OPTIONS, answers HEAD as GET without its body, and 404 to an address of the API that ends in a slash."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        path: str = scope["path"]
        if path.startswith(f"{BASE}/") and path.endswith("/"):
            return await problem(404)(scope, receive, send)
        if scope["method"] == "OPTIONS":
            methods = allowed(scope)
            reply = Response(status_code=204, headers={"Allow": ", ".join(methods)}) if methods else problem(404)
            return await reply(scope, receive, send)
        if scope["method"] != "HEAD":
            return await self._app(scope, receive, send)

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        # In place, not in a copy: what the router notes in the scope is read by the guards outside this one.
        scope["method"] = "GET"
        return await self._app(scope, receive, without_body)
