"""The log of this process: one JSON object a line, with the correlation id of the request that a turn answers.

As in the API's log, an error is its type and its place: its message may quote what somebody typed.
"""

import logging
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog

KOPPEN = ("X-Correlation-Id", "traceparent")
_FRAMES = 8  # of a traceback, the innermost

_koppen: ContextVar[Mapping[str, str] | None] = ContextVar("koppen", default=None)


@contextmanager
def beurt(koppen: Mapping[str, str]) -> Iterator[None]:
    """What is logged or sent on within the block belongs to the request with these headers."""
    mee = {naam: koppen[naam] for naam in KOPPEN if naam in koppen}
    token = _koppen.set(mee)
    try:
        with structlog.contextvars.bound_contextvars(correlation_id=mee.get(KOPPEN[0])):
            yield
    finally:
        _koppen.reset(token)


def koppen() -> Mapping[str, str]:
    """The headers that go with the call of an action."""
    return _koppen.get() or {}


def stel_in() -> None:
    """Warnings and worse, on standard error. Rasa logs through structlog and through logging: both come out here."""
    vooraf = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*vooraf, zonder_melding, alleen_gebeurtenis, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    uitvoer = logging.StreamHandler(sys.stderr)
    keten = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        zonder_melding,
        structlog.processors.JSONRenderer(),
    ]
    vooraf_stdlib = [*vooraf, structlog.stdlib.add_logger_name]
    uitvoer.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=vooraf_stdlib, processors=keten))
    logging.basicConfig(handlers=[uitvoer], level=logging.WARNING, force=True)


def zonder_melding(logger: Any, naam: str, regel: dict[str, Any]) -> dict[str, Any]:
    """`exc_info` as `error` and `at`, innermost last."""
    info = regel.pop("exc_info", None)
    fout = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(fout, BaseException):
        plekken = traceback.extract_tb(fout.__traceback__)[-_FRAMES:]
        regel["error"] = type(fout).__name__
        regel["at"] = [f"{plek.filename}:{plek.lineno} {plek.name}" for plek in plekken]
    return regel


def alleen_gebeurtenis(logger: Any, naam: str, regel: dict[str, Any]) -> dict[str, Any]:
    """Rasa's own structlog lines carry texts and trackers as fields; of those only the name of the event stays."""
    houdt = {"event", "level", "timestamp", "correlation_id", "error", "at"}
    return {sleutel: waarde for sleutel, waarde in regel.items() if sleutel in houdt}
