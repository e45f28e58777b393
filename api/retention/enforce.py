"""Closes conversations that are idle, and removes what has been kept long enough, of every kind."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi.concurrency import run_in_threadpool
from sqlalchemy.exc import SQLAlchemyError

from api.retention import logfiles
from api.settings import Settings
from api.storage import Storage, audit, gesprekken, pogingen
from api.storage.types import now

log = logging.getLogger(__name__)

PASS_EVERY = 600.0  # seconds


@dataclass(frozen=True)
class Removed:
    """What one pass did."""

    closed: int  # conversations
    conversations: int
    audit_lines: int
    log_files: int


def enforce(storage: Storage, settings: Settings, moment: datetime) -> Removed:
    """One pass, as if it were that moment. Raises SQLAlchemyError. Replicas may do it at the same time."""
    with storage.write() as session:
        closed = gesprekken.close_idle(session, moment - timedelta(minutes=settings.idle_minutes))
        conversations = gesprekken.remove_before(session, moment - timedelta(days=settings.conversation_days))
        pogingen.remove_old(session, moment)
        lines = audit.remove_before(session, moment - timedelta(days=settings.audit_days))
    files = logfiles.rotate(settings.data_dir / "dialogue.log", settings.log_days, moment.date())
    return Removed(closed, conversations, lines, files)


async def enforce_regularly(
    storage: Storage, settings: Settings, clock: Callable[[], datetime] = now, every: float = PASS_EVERY
) -> None:
    """A pass now and every `every` seconds, until cancelled. One that fails is logged; the next one tries again."""
    while True:
        try:
            removed = await run_in_threadpool(enforce, storage, settings, clock())
            log.info("Bewaartermijnen: %s", removed)
        except (SQLAlchemyError, OSError) as error:
            log.error("De bewaartermijnen konden niet worden nagekomen: %s", type(error).__name__)
        await asyncio.sleep(every)
