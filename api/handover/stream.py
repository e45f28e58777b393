"""What changes in a hand-over, as it happens: server-sent events from a look at the database every second."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session

from api.services import Services
from api.storage import Storage, overdrachten
from api.storage.tables import Overdracht, Overdrachtbericht

LOOK_EVERY = 1.0  # seconds
SIGN_OF_LIFE = 15.0  # seconds of silence after which something is sent, or a proxy may close the line
RETRY_MS = 2000  # how long a browser waits before it connects again


@dataclass(frozen=True)
class Change:
    """`other`: the hand-over itself changed (began, was taken, ended). `berichten`: what was said since."""

    overdracht: Overdracht | None
    other: bool
    berichten: Sequence[Overdrachtbericht]


Find = Callable[[Session], Overdracht | None]
Tell = Callable[[Change], str]


async def changes(services: Services, find: Find, after: int) -> AsyncIterator[Change | None]:
    """First how it is, then every change; None now and then, as a sign of life.

    `after`: the id of the last message known already. Ends after `stream_duration` seconds (who listens connects
    again), when the service stops, and as soon as it has told that there is no hand-over.
    """
    known: object = ()
    start = spoken = monotonic()
    while True:
        overdracht, berichten = await run_in_threadpool(_look, services.storage, find, after)
        now_known = (overdracht.id, overdracht.status, overdracht.medewerker) if overdracht else None
        if now_known != known or berichten:
            yield Change(overdracht, now_known != known, berichten)
            known, after, spoken = now_known, berichten[-1].id if berichten else after, monotonic()
        elif monotonic() - spoken > SIGN_OF_LIFE:
            yield None
            spoken = monotonic()
        if overdracht is None or monotonic() - start > services.settings.stream_duration or await _stopped(services):
            return


def respond(services: Services, find: Find, after: int, tell: Tell) -> StreamingResponse:
    """`tell` puts a change in events (`event` below). Raises here, not halfway a stream, when the database is away."""
    _look(services.storage, find, after)

    async def lines() -> AsyncIterator[str]:
        yield f"retry: {RETRY_MS}\n\n"
        async for change in changes(services, find, after):
            yield tell(change) if change is not None else ": er is nog niets\n\n"

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}  # the second: nginx must not hold it up
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)


def event(name: str, data: object, id_: int | None = None) -> str:
    """One event. Text goes as it is (a part of a page), anything else as JSON."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    id_line = "" if id_ is None else f"id: {id_}\n"
    return f"{id_line}event: {name}\n" + "".join(f"data: {line}\n" for line in text.splitlines() or [""]) + "\n"


def last_seen(header: str | None) -> int:
    """The `Last-Event-ID` of a browser that connects again."""
    return int(header) if header and header.isascii() and header.isdecimal() and len(header) < 19 else 0


async def _stopped(services: Services) -> bool:
    """Waits until it is time to look again; True when the service is told to stop meanwhile."""
    try:
        await asyncio.wait_for(services.stopping.wait(), LOOK_EVERY)
    except TimeoutError:
        return False
    return True


def _look(storage: Storage, find: Find, after: int) -> tuple[Overdracht | None, Sequence[Overdrachtbericht]]:
    with storage.read() as session:
        overdracht = find(session)
        return overdracht, overdrachten.messages(session, overdracht.id, after) if overdracht else ()
