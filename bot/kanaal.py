"""The one way in: POST /webhooks/rest/webhook `{"sender", "message", "metadata", "vector"?}` -> the list of replies.

As Rasa's own REST channel, but a failed turn is a 500 or 502 and not an empty list, so that the API can answer by
itself; and a message that starts with a slash is text like any other, not a command to Rasa. `vector` is the sentence
vector of the message in base64, when the API has made it.
"""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import logboek
from bot.components.zinsvector import neem_over


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

        @kanaal.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            collector = CollectingOutputChannel()
            body = request.json
            if "vector" in body:
                neem_over(body["message"], b64decode(body["vector"]))
            message = UserMessage(
                body["message"].lstrip("/ "),
                collector,
                body["sender"],
                input_channel=self.name(),
                metadata=body.get("metadata"),
            )
            self._bezig += 1
            try:
                with logboek.beurt(request.headers):
                    await on_new_message(message)
            finally:
                self._bezig -= 1
            # Every turn of ours says something. Silence is an action that failed, which Rasa only writes in its log.
            return response.json(collector.messages, status=200 if collector.messages else 502)

        return kanaal
