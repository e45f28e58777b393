"""Starts the dialogue process, watches it, restarts it when it dies or hangs, and ends it with the service."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import httpx

from api.ports import free_port

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pace:
    """Waiting times of the supervisor, in seconds."""

    start_timeout: float = 180.0
    poll_starting: float = 0.25
    poll_running: float = 10.0
    poll_timeout: float = 5.0
    missed_polls: int = 3  # so many unanswered polls in a row and the process counts as hung
    first_backoff: float = 1.0
    last_backoff: float = 30.0
    stop_patience: float = 3.0


@dataclass
class Supervisor:
    """Keeps one child process serving HTTP on the loopback address.

    `command(port)` gives the program and its arguments; `GET /` of the child says 200 once it is ready.
    What the child prints goes to `log_file`. `url` is None while nobody answers.
    """

    command: Callable[[int], Sequence[str]]
    environment: Mapping[str, str]
    log_file: Path
    cwd: Path
    pace: Pace = field(default_factory=Pace)
    url: str | None = field(default=None, init=False)
    ready: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    pid: int | None = field(default=None, init=False)
    _task: asyncio.Task[None] | None = field(default=None, init=False)

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="supervisor")

    async def stop(self) -> None:
        """Ends the child and returns when it is gone; no later than `stop_patience` plus a moment."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        backoff = self.pace.first_backoff
        with self.log_file.open("ab") as output, suppress(asyncio.CancelledError):
            while True:
                if await self._one_life(output):
                    backoff = self.pace.first_backoff
                log.warning("De dialoog is gestopt; nieuwe poging over %g s. Zie %s", backoff, self.log_file)
                await asyncio.sleep(backoff)
                backoff = min(2 * backoff, self.pace.last_backoff)

    async def _one_life(self, output: IO[bytes]) -> bool:
        """From start to death. True if the child has been ready."""
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        launcher = [sys.executable, str(Path(__file__).with_name("child.py")), str(os.getpid())]
        process = await asyncio.create_subprocess_exec(
            *launcher,
            *self.command(port),
            cwd=self.cwd,
            env={**os.environ, **self.environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C in the terminal must reach us only: we end the child in our own order
        )
        self.pid = process.pid
        try:
            async with httpx.AsyncClient(base_url=url, timeout=self.pace.poll_timeout, trust_env=False) as client:
                if not await self._becomes_ready(process, client):
                    return False
                self.url = url
                self.ready.set()
                await self._until_dead_or_hung(process, client)
                return True
        finally:
            self.url, self.pid = None, None
            self.ready.clear()
            await _end(process, self.pace.stop_patience)

    async def _becomes_ready(self, process: asyncio.subprocess.Process, client: httpx.AsyncClient) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(self.pace.start_timeout):
                while process.returncode is None:
                    if await _answers(client):
                        return True
                    await asyncio.sleep(self.pace.poll_starting)
        return False

    async def _until_dead_or_hung(self, process: asyncio.subprocess.Process, client: httpx.AsyncClient) -> None:
        missed = 0
        while missed < self.pace.missed_polls:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), self.pace.poll_running)
                return
            missed = 0 if await _answers(client) else missed + 1


async def _answers(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/")).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


async def _end(process: asyncio.subprocess.Process, patience: float) -> None:
    """Asks the process group to stop, and kills what is left."""
    for signal_, wait in ((signal.SIGTERM, patience), (signal.SIGKILL, 1.0)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal_)
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), wait)
