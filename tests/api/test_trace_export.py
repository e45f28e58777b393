"""Traces arrive at a collector by the setting, and otherwise not at all. In a process each: there is one provider."""

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

ROOT = Path(__file__).parents[2]

SENDS = """
import sys
from api.telemetry import stage, traces
if len(sys.argv) > 1:
    traces.export(sys.argv[1], "1.0.0")
with stage("search"):
    pass
try:
    with stage("check"):
        raise ValueError("mijn bsn is 111222333")
except ValueError:
    pass
traces.flush()
"""


@pytest.fixture
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """Its address for traces, and what it got."""
    got: list[bytes] = []

    class Collector(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1/traces", got
    server.shutdown()
    server.server_close()


def test_spans_arrive_and_hold_nothing_that_was_typed(collector: tuple[str, list[bytes]]) -> None:
    address, got = collector
    subprocess.run([sys.executable, "-c", SENDS, address], cwd=ROOT, check=True, timeout=60)
    spans = [
        ({a.key: a.value.string_value for a in batch.resource.attributes}["service.name"], span.name)
        for body in got
        for batch in ExportTraceServiceRequest.FromString(body).resource_spans
        for scope in batch.scope_spans
        for span in scope.spans
    ]
    assert spans == [("ondernemersloket", "search"), ("ondernemersloket", "check")]
    assert b"111222333" not in b"".join(got)


def test_without_the_setting_nothing_is_sent(collector: tuple[str, list[bytes]]) -> None:
    subprocess.run([sys.executable, "-c", SENDS], cwd=ROOT, check=True, timeout=60)
    assert collector[1] == []
