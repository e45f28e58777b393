"""Logs: one JSON object a line on standard error, with the correlation id of the request.

Never what somebody typed. Of an error its type and its place are logged and not its message, which may quote input.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.types import EventDict, Processor

OURS = ("api", "actions", "knowledge")
_FRAMES = 8  # of a traceback, the innermost


def configure(level: str) -> None:
    """For the process: our own loggers from `level` on, those of libraries from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_about(), processors=_rendered()))
    handler.addFilter(_loud_enough)  # some libraries set a level of their own on their logger
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)


def _loud_enough(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OURS


def _about() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _rendered() -> list[Processor]:
    return [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        error_without_message,
        first_line_of_asyncio,
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]


def error_without_message(logger: Any, name: str, event: EventDict) -> EventDict:
    """`exc_info` as `error`, its type, and `at`, where it came from, innermost last."""
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        event["error"] = type(error).__name__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def first_line_of_asyncio(logger: Any, name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """asyncio writes an error that nobody caught into its line, message and all, from the second line on."""
    if event.get("logger") == "asyncio":
        event["event"] = str(event["event"]).partition("\n")[0]
    return event
