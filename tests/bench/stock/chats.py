"""One way to talk to either: a conversation and a message in, the texts of the reply out."""

from collections.abc import Callable
from typing import Any, NamedTuple

import httpx

from tests.bench.forms import GEMEENTE

Say = Callable[[str, str], list[str]]


class Chat(NamedTuple):
    """`processes`: those that work on a turn."""

    label: str
    say: Say
    processes: tuple[int, ...]


def client(address: str) -> httpx.Client:
    """One client, one request at a time, over a connection that stays open."""
    return httpx.Client(base_url=address, timeout=30, trust_env=False)


def to_us(to: httpx.Client) -> Say:
    """The public interface; it gives out the id of a conversation with the first reply."""
    known: dict[str, str] = {}

    def say(conversation: str, message: str) -> list[str]:
        body = {"bericht": message, "gemeente": GEMEENTE}
        if conversation in known:
            body["gesprekId"] = known[conversation]
        reply = _post(to, "/v1/berichten", body)
        known[conversation] = reply["gesprekId"]
        return [antwoord["tekst"] for antwoord in reply["antwoorden"]]

    return say


def to_rasa(to: httpx.Client) -> Say:
    """Rasa's own REST channel."""

    def say(conversation: str, message: str) -> list[str]:
        body = {"sender": conversation, "message": message, "metadata": {"gemeente": GEMEENTE}}
        return [said["custom"]["tekst"] for said in _post(to, "/webhooks/rest/webhook", body) if "custom" in said]

    return say


def _post(to: httpx.Client, path: str, body: Any) -> Any:
    return to.post(path, json=body).raise_for_status().json()
