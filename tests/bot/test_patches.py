"""The changes to Rasa: each holds, and replaces something that is still there."""

import asyncio
import inspect

import aiohttp
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

STOCK = {
    "validate": RemoteAction._validate_action_result,
    "format": RemoteAction._action_call_format,
    "request": EndpointConfig.request,
}

from bot import patches  # noqa: E402 - after the stock methods were noted


def test_what_is_replaced_has_the_same_parameters() -> None:
    assert list(inspect.signature(STOCK["validate"]).parameters) == ["self", "result"]
    assert list(inspect.signature(STOCK["format"]).parameters) == ["self", "tracker", "domain"]
    assert list(inspect.signature(STOCK["request"]).parameters)[:3] == ["self", "method", "subpath"]


def test_a_call_carries_slots_and_the_latest_message_but_no_history() -> None:
    patches.install()
    domain = Domain.from_dict({"slots": {"gemeente": {"type": "any", "mappings": [{"type": "custom"}]}}})
    tracker = DialogueStateTracker.from_events(
        "a", [UserUttered("hallo"), SlotSet("gemeente", "enschede")], slots=domain.slots
    )
    call = RemoteAction("action_x", EndpointConfig("http://x"))._action_call_format(tracker, domain)
    assert call["tracker"]["slots"]["gemeente"] == "enschede"
    assert call["tracker"]["latest_message"]["text"] == "hallo"
    assert call["tracker"]["events"] == []
    assert call["next_action"] == "action_x"


def test_one_connection_for_many_calls_and_one_more_try_when_it_was_closed() -> None:
    patches.install()
    peers: list[object] = []

    async def answer(request: web.Request) -> web.Response:
        peers.append(request.transport.get_extra_info("peername"))
        if len(peers) == 3:
            request.transport.close()  # the third call finds its connection cut
        return web.json_response({"nummer": len(peers)})

    async def play() -> "list[int]":
        app = web.Application()
        app.router.add_post("/webhook", answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        endpoint = EndpointConfig(f"http://127.0.0.1:{port}/webhook")
        numbers = [(await endpoint.request(json={}, timeout=5))["nummer"] for _ in range(3)]
        await patches.close()
        await runner.cleanup()
        return numbers

    assert asyncio.run(play()) == [1, 2, 4]
    assert peers[0] == peers[1] != peers[3]


def test_a_refused_connection_is_an_error() -> None:
    patches.install()

    async def play() -> None:
        try:
            await EndpointConfig("http://127.0.0.1:9/webhook").request(json={})
        finally:
            await patches.close()

    try:
        asyncio.run(play())
    except aiohttp.ClientConnectionError:
        return
    raise AssertionError("no error")
