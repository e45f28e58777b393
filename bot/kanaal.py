"""The one way in: POST /webhooks/rest/webhook -> the list of replies.

The body is a line of JSON, `{"sender", "message", "metadata"}`, and after it the sentence vector of the message
(float32), when the API makes it. That comes a few milliseconds later: meanwhile the message is read.

As Rasa's own REST channel, but a failed turn is a 500 or 502 and not an empty list, so that the API can answer by
itself; and a message that starts with a slash is text like any other, not a command to Rasa.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.http import Http
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import logboek
from bot.components.woordkenmerken import kenmerken
from bot.components.zinsvector import neem_over
from bot.components.zinsvorm import intent_zonder_twijfel


class Bericht(UserMessage):
    """A message of which the sentence vector may be still to come."""

    def __init__(self, kop: dict[str, Any], begin: bytes, stroom: Http) -> None:
        """`kop`: the first line. `begin`: what has come after it, `stroom`: what has not."""
        super().__init__(
            kop["message"].lstrip("/ "),
            CollectingOutputChannel(),
            kop["sender"],
            input_channel=Kanaal.name(),
            metadata=kop.get("metadata"),
        )
        self._begin, self._stroom = begin, stroom

    async def vul_aan(self) -> None:
        """Waits for the vector, if the classifier will look at it; what is remembered of a text is made before."""
        if intent_zonder_twijfel(self.text) is None:
            kenmerken(self.text)
            if vector := await self.rest():
                neem_over(self.text, vector)

    async def rest(self) -> bytes:
        """All that is still to come of the body."""
        begin, self._begin = self._begin, b""
        return b"".join([begin, *[stuk async for stuk in self._stroom]]) if self._stroom.request_body else begin


class Kanaal(InputChannel):
    """Registered under "rest"."""

    def __init__(self) -> None:
        self._bezig = 0  # turns under way

    @classmethod
    def name(cls) -> str:
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "Kanaal":
        return cls()

    async def rust(self) -> None:
        """Returns when no turn is under way, and its reply has been sent."""
        while self._bezig:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.01)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        kanaal = Blueprint("rest", "rest")

        @kanaal.route("/webhook", methods=["POST"], stream=True)
        async def receive(request: Request) -> HTTPResponse:
            bericht = await _ontvang(request.stream)
            self._bezig += 1
            try:
                with logboek.beurt(request.headers):
                    await on_new_message(bericht)
            finally:
                self._bezig -= 1
            await bericht.rest()
            # Every turn of ours says something. Silence is an action that failed, which Rasa only writes in its log.
            gezegd = bericht.output_channel.messages
            return response.json(gezegd, status=200 if gezegd else 502)

        return kanaal


async def _ontvang(stroom: Http) -> Bericht:
    gelezen = b""
    async for stuk in stroom:
        gelezen += stuk
        if b"\n" in gelezen:
            break
    kop, _, begin = gelezen.partition(b"\n")
    return Bericht(json.loads(kop), begin, stroom)
