"""Runs everything in one event loop: the front door, the action endpoint and the supervised dialogue process."""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp

from actions.checks import Check
from api.ahead import Ahead
from api.dialogue import Dialogue
from api.locks import make_locks
from api.main import create_app
from api.ports import bind
from api.retention import enforce_regularly
from api.server import Server
from api.services import Services
from api.settings import ROOT, Settings
from api.storage import Storage
from api.storage.engine import database_url
from api.supervisor import Pace, Supervisor
from api.telemetry.requests import Continued
from knowledge.library import Library

log = logging.getLogger(__name__)

CARDS_EVERY = 10.0  # seconds between two looks at what was published elsewhere


@dataclass(frozen=True)
class Loaded:
    """What is slow to load: the knowledge base, the checks, and the action endpoint that works with both."""

    library: Library
    ahead: Ahead
    checks: Mapping[str, Check]
    actions: ASGIApp


@contextlib.asynccontextmanager
async def _serving(app: ASGIApp, sock: socket.socket, patience: float) -> AsyncIterator[asyncio.Task[None]]:
    """Serves the app on the socket, as a task; on leaving, what is under way may end within `patience` seconds."""
    server = Server(app, patience)
    task = asyncio.create_task(server.serve(sockets=[sock]))
    try:
        yield task
    finally:
        server.should_exit = True
        await task


async def run(settings: Settings, public: socket.socket, load: Callable[[], Loaded]) -> None:
    """Serves on `public` until SIGINT or SIGTERM; everything that it started has ended when it returns.

    `load` runs in a thread while the dialogue process starts. Raises what `load` raises, and StorageError.
    """
    storage = Storage.open(settings)  # first: the dialogue process keeps its conversations in it
    try:
        await _run(settings, public, load, storage)
    finally:
        storage.close()


async def _run(settings: Settings, public: socket.socket, load: Callable[[], Loaded], storage: Storage) -> None:
    private = bind("127.0.0.1", 0)
    supervisor = dialogue_supervisor(settings, private.getsockname()[1])
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_ in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_, stopping.set)
    stop = asyncio.create_task(stopping.wait())
    supervisor.start()
    # An executor of our own: the loop would wait for its default one when told to stop halfway.
    loading = loop.run_in_executor(ThreadPoolExecutor(1, "load"), load)
    try:
        await asyncio.wait((loading, stop), return_when=asyncio.FIRST_COMPLETED)
        if not stop.done():
            loaded = await loading
            locks = make_locks(settings.redis_url)
            dialogue = Dialogue(supervisor, loaded.ahead, settings.dialogue_timeout, locks=locks)
            services = Services(settings, loaded.library, loaded.checks, dialogue, storage, stopping)
            await asyncio.to_thread(services.published.sync)
            app = create_app(services)
            # The front door closes first, so that a turn under way still finds everything behind it.
            async with (
                _serving(Continued(loaded.actions), private, 2) as back,
                _serving(app, public, settings.shutdown_timeout) as front,
            ):
                announcement = asyncio.create_task(_announce(supervisor, settings))
                cards = asyncio.create_task(_keep_cards(services))
                retention = asyncio.create_task(enforce_regularly(storage, settings))
                await asyncio.wait([stop, front, back], return_when=asyncio.FIRST_COMPLETED)
                for task in (announcement, cards, retention):
                    task.cancel()
            await dialogue.close()
    finally:
        stop.cancel()
        await supervisor.stop()


def dialogue_supervisor(settings: Settings, action_port: int) -> Supervisor:
    """The supervisor of the Rasa process, which finds the actions at `action_port`."""
    return Supervisor(
        command=lambda port: [str(settings.rasa_python), "-m", "bot.server", "--port", str(port)],
        environment={
            "ACTION_ENDPOINT_URL": f"http://127.0.0.1:{action_port}/webhook",
            "TRACKER_DB": database_url(settings.database_url, settings.data_dir),
        },
        log_file=settings.data_dir / "dialogue.log",
        cwd=ROOT,
        pace=Pace(start_timeout=settings.dialogue_start_timeout),
    )


async def _announce(supervisor: Supervisor, settings: Settings) -> None:
    await supervisor.ready.wait()
    print(f"De assistent is klaar: http://{settings.host}:{settings.port}", flush=True)


async def _keep_cards(services: Services) -> None:
    """Takes over the cards that were published on another replica."""
    while True:
        await asyncio.sleep(CARDS_EVERY)
        try:
            await asyncio.to_thread(services.published.sync)
        except SQLAlchemyError as error:
            log.error("De gepubliceerde kaarten zijn niet te lezen: %s", type(error).__name__)
