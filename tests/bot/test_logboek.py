"""The log of the dialogue process: JSON, with the id of the request, and nothing of what was typed."""

import asyncio
import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog
from aiohttp import web
from rasa.utils.endpoints import EndpointConfig

from bot import logboek, patches

KOPPEN = {"X-Correlation-Id": "verzoek-1234", "traceparent": f"00-{'a' * 32}-{'b' * 16}-01"}


@pytest.fixture
def regels(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    uitvoer = io.StringIO()
    monkeypatch.setattr(sys, "stderr", uitvoer)
    logboek.stel_in()
    yield uitvoer
    logging.basicConfig(handlers=[logging.NullHandler()], force=True)
    structlog.reset_defaults()


def test_a_line_has_the_id_of_the_request_and_an_error_no_message(regels: io.StringIO) -> None:
    with logboek.beurt(KOPPEN):
        try:
            raise ValueError("mijn bsn is 111222333")
        except ValueError:
            logging.getLogger("rasa.core").exception("An action failed")
        structlog.get_logger().warning("processor.iets", text="mijn bsn is 111222333")
    logging.getLogger("rasa.core").warning("daarbuiten")
    eerste, tweede, derde = map(json.loads, regels.getvalue().splitlines())
    assert eerste["correlation_id"] == tweede["correlation_id"] == "verzoek-1234"
    assert eerste["error"] == "ValueError"
    assert eerste["at"]
    assert (eerste["event"], eerste["level"], eerste["logger"]) == ("An action failed", "error", "rasa.core")
    assert tweede["event"] == "processor.iets"
    assert "correlation_id" not in derde
    assert "111222333" not in regels.getvalue()


def test_the_call_of_an_action_carries_the_headers_of_the_request() -> None:
    patches.install()
    gezien: list[dict[str, str]] = []

    async def antwoord(request: web.Request) -> web.Response:
        gezien.append({naam: request.headers[naam] for naam in KOPPEN if naam in request.headers})
        return web.json_response({})

    async def speel() -> None:
        app = web.Application()
        app.router.add_post("/webhook", antwoord)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        endpoint = EndpointConfig(f"http://127.0.0.1:{runner.addresses[0][1]}/webhook")
        with logboek.beurt({**KOPPEN, "Cookie": "niet voor de actie"}):
            await endpoint.request(json={})
        await endpoint.request(json={})
        await patches.close()
        await runner.cleanup()

    asyncio.run(speel())
    assert gezien == [KOPPEN, {}]
