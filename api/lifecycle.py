"""What a partner's program can read about the life of the interface, in the headers of every response."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.version import API_VERSION


@dataclass(frozen=True)
class Retirement:
    """An operation that will go: since when that is known, the day on which it stops, and where that is explained."""

    since: date
    sunset: date
    link: str

    def headers(self) -> dict[str, str]:
        """`Deprecation` (RFC 9745), `Sunset` (RFC 8594) and the link that explains both."""
        since, sunset = (datetime.combine(day, time(), UTC) for day in (self.since, self.sunset))
        return {
            "Deprecation": f"@{int(since.timestamp())}",
            "Sunset": format_datetime(sunset, usegmt=True),
            "Link": f'<{self.link}>; rel="deprecation"; type="text/html"',
        }


# By the path of the route, as in "/v1/checks/{check}". The published interface marks these as deprecated.
RETIRING: Mapping[str, Retirement] = {}


class Lifecycle:
    """Adds `API-Version` to every response, and the headers of its retirement to an operation that will go."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["API-Version"] = API_VERSION
                if retirement := RETIRING.get(getattr(scope.get("route"), "path", "")):
                    headers.update(retirement.headers())
            await send(message)

        return await self._app(scope, receive, with_headers)
