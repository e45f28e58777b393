"""Logs, metrics and traces: they say what happened, and nothing of what somebody typed."""

import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from front_door import FakeDialogue
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.storage import Storage, gesprekken, overdrachten
from api.telemetry import logs, stages
from api.telemetry.correlation import outgoing
from api.telemetry.requests import Continued

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
TRACEPARENT = f"00-{TRACE}-00f067aa0ba902b7-01"
PRIVATE = "mijn bsn is 111222333"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Reads the log so far, a line a dict."""
    root, handlers, level = logging.getLogger(), logging.getLogger().handlers[:], logging.getLogger().level
    output = io.StringIO()
    monkeypatch.setattr(sys, "stderr", output)
    logs.configure("INFO")
    yield lambda: [json.loads(line) for line in output.getvalue().splitlines()]
    root.handlers, root.level = handlers, level
    for name in logs.OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    """Traces on, for this test."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("test")
    monkeypatch.setattr(stages, "TRACER", tracer)
    monkeypatch.setattr("api.telemetry.requests.TRACER", tracer)
    return exporter


# Correlation


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"X-Correlation-Id": "portaal-0001"}, "portaal-0001"),
        ({"X-Correlation-Id": "portaal-0001", "traceparent": TRACEPARENT}, "portaal-0001"),
        ({"traceparent": TRACEPARENT}, TRACE),
        ({"X-Correlation-Id": "kort", "traceparent": "00-onzin-01"}, None),
        ({"X-Correlation-Id": "jan@example.nl"}, None),
        ({"X-Correlation-Id": "a" * 65}, None),
        ({}, None),
    ],
)
def test_a_request_has_one_id_taken_over_or_made(client: TestClient, given, expected):
    id_ = client.get("/health/live", headers=given).headers["X-Correlation-Id"]
    assert id_ == expected if expected else re.fullmatch("[0-9a-f]{32}", id_)


def test_the_id_goes_to_the_dialogue_and_from_there_to_the_actions(client: TestClient, rasa: FakeDialogue, monkeypatch):
    sent: list[httpx.Headers] = []
    handle = rasa.handle
    monkeypatch.setattr(
        client.app.state.services.dialogue._client._transport,
        "handler",
        lambda request: sent.append(request.headers) or handle(request),
    )
    client.post("/v1/berichten", json={"bericht": "hoi"}, headers={"X-Correlation-Id": "portaal-0001"})
    assert sent[0]["X-Correlation-Id"] == "portaal-0001"

    async def action(request: Request) -> JSONResponse:
        return JSONResponse(outgoing())

    with TestClient(Continued(Starlette(routes=[Route("/webhook", action, methods=["POST"])]))) as actions:
        seen = actions.post("/webhook", headers={"X-Correlation-Id": "portaal-0001", "traceparent": TRACEPARENT}).json()
    assert seen == {"X-Correlation-Id": "portaal-0001", "traceparent": TRACEPARENT}


# Logs


def test_every_request_is_one_line_named_by_its_route(client: TestClient, lines):
    client.post("/v1/checks/kraam", json={"breedteM": 3}, headers={"X-Correlation-Id": "portaal-0001"})
    client.get("/v1/checks/geheim-112")
    client.get("/nergens/geheim-112")
    client.get("/health/live")
    said = [line for line in lines() if line["event"] == "request"]
    assert [(line["method"], line["route"], line["status"]) for line in said] == [
        ("POST", "/v1/checks/{check}", 200),
        ("GET", "/v1/checks/{check}", 404),
        ("GET", "unknown", 404),
    ]
    assert said[0]["correlation_id"] == "portaal-0001"
    assert said[0]["duration_ms"] >= 0
    assert {"timestamp", "level", "logger"} <= said[0].keys()


def test_nothing_typed_is_logged_also_when_something_breaks(client: TestClient, rasa: FakeDialogue, lines):
    rasa.replies = [{"custom": {"soort": "onbekend", "tekst": PRIVATE}}]
    client.post("/v1/berichten", json={"bericht": PRIVATE})
    rasa.replies = httpx.ReadError(PRIVATE)
    client.post("/v1/berichten", json={"bericht": f"stuk {PRIVATE}"})  # and then the library breaks
    client.get("/v1/passages", params={"vraag": f"stuk {PRIVATE}"})
    client.post("/v1/checks/kraam", json={PRIVATE: PRIVATE, "breedteM": -1})
    said = lines()
    assert "111222333" not in json.dumps(said)
    broken = [line for line in said if line["level"] == "error"]
    assert [line["error"] for line in broken] == ["RuntimeError", "RuntimeError"]
    assert all("front_door.py" in line["at"][-1] for line in broken)


def test_a_library_is_heard_from_warning_on(lines):
    for name in ("httpx", "api.iets"):
        logging.getLogger(name).setLevel(logging.INFO)
        logging.getLogger(name).info("van %s", name)
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: %s", PRIVATE)
    assert [line["event"] for line in lines()] == ["van api.iets", "Task exception was never retrieved"]


# Metrics


def figures(client: TestClient) -> dict[tuple[str, ...], float]:
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {(s.name, *(v for _, v in sorted(s.labels.items()))): s.value for f in families for s in f.samples}


def test_answers_verdicts_and_times_are_counted(client: TestClient, rasa: FakeDialogue):
    before = figures(client)
    uitkomst = client.post("/v1/checks/kraam", json={"breedteM": 5}).json()
    rasa.replies = [
        {"custom": {"soort": "uitkomst", "tekst": "Niet toegestaan.", "uitkomst": uitkomst}},
        {"custom": {"soort": "geen_antwoord", "tekst": "Dat staat er niet."}},
    ]
    client.post("/v1/berichten", json={"bericht": "hoi"})
    client.get("/v1/passages", params={"vraag": "Hoe laat is de markt?"})
    after = figures(client)
    grown = {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0)}
    assert grown["loket_verdicts_total", "kraam", "niet_toegestaan", "api"] == 1
    assert grown["loket_verdicts_total", "kraam", "niet_toegestaan", "chat"] == 1
    assert grown["loket_answers_total", "geen_antwoord", "chat"] == 1
    assert grown["loket_answers_total", "antwoord", "api"] == 1
    assert grown["loket_request_seconds_count", "POST", "/v1/berichten", "200"] == 1
    assert grown["loket_stage_seconds_count", "dialogue"] == grown["loket_stage_seconds_count", "check"] == 1
    assert {("loket_stage_seconds_count", stage) for stage in ("search", "action")} <= after.keys()


def test_the_state_of_the_parts_is_measured_at_the_moment_itself(
    app: FastAPI, client: TestClient, rasa, storage: Storage
):
    with storage.write() as session:
        gesprek = uuid4()
        gesprekken.start(session, gesprek, "enschede")
        overdrachten.ask(session, gesprek, "wil een medewerker")
    first = figures(client)
    assert (first["loket_dialogue_up",], first["loket_storage_up",], first["loket_handover_queue",]) == (1, 1, 1)
    rasa.url = None
    assert figures(client)["loket_dialogue_up",] == 0


# Traces


def test_a_span_a_stage_within_the_trace_of_the_caller(client: TestClient, rasa: FakeDialogue, spans):
    rasa.replies = httpx.ReadError(PRIVATE)
    client.post("/v1/berichten", json={"bericht": PRIVATE}, headers={"traceparent": TRACEPARENT})
    dialogue, request = spans.get_finished_spans()
    assert (dialogue.name, request.name) == ("dialogue", "POST /v1/berichten")
    assert dialogue.parent.span_id == request.context.span_id
    assert f"{request.context.trace_id:032x}" == TRACE
    assert dialogue.status.status_code is trace.StatusCode.ERROR
    assert "111222333" not in "".join(span.to_json() for span in (dialogue, request))
