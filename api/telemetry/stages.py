"""The parts of handling a request: how long each took, and a span for it when traces are on."""

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace

from api.telemetry.metrics import STAGE_SECONDS

TRACER = trace.get_tracer("ondernemersloket")  # does nothing until `traces.export` has been called


@contextmanager
def stage(name: str) -> Iterator[None]:
    """`name`: dialogue, action, search or check. An error is noted in the span by its type only."""
    with TRACER.start_as_current_span(name, record_exception=False, set_status_on_exception=False) as span:
        try:
            with STAGE_SECONDS.labels(name).time():
                yield
        except Exception as error:
            span.set_status(trace.StatusCode.ERROR, type(error).__name__)
            raise
