"""One id for all that one request sets going, in both processes, and the trace that it is part of.

Taken from `X-Correlation-Id`, else the trace id of `traceparent` (W3C Trace Context), else made here. What does not
have the form of an id is not taken over: it would stand in our logs.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

import structlog
from opentelemetry import propagate

HEADER = "X-Correlation-Id"
_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")

_current: ContextVar[Mapping[str, str] | None] = ContextVar("correlation", default=None)


@contextmanager
def correlated(headers: Mapping[str, str]) -> Iterator[str]:
    """Everything logged or sent on within the block belongs to the request with these headers (names in lower case)."""
    given, traceparent = headers.get(HEADER.lower(), ""), headers.get("traceparent", "")
    trace = _TRACEPARENT.fullmatch(traceparent)
    made = trace[1] if trace else uuid4().hex
    id_ = given if _ID.fullmatch(given) else made
    token = _current.set({HEADER: id_, **({"traceparent": traceparent} if trace else {})})
    try:
        with structlog.contextvars.bound_contextvars(correlation_id=id_):
            yield id_
    finally:
        _current.reset(token)


def outgoing() -> dict[str, str]:
    """The headers for a request that this one makes: our span as its parent when traces are on, else what came in."""
    headers = dict(_current.get() or {})
    propagate.inject(headers)
    return headers
