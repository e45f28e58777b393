"""Runs everything in one event loop: the front door, the action endpoint and the supervised dialogue process."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from actions.checks import CHECKS
from api.dialogue import Dialogue
from api.main import create_app
from api.ports import bind
from api.services import Services
from api.settings import ROOT, Settings
from api.supervisor import Pace, Supervisor
from knowledge.library import Library


class Server(uvicorn.Server):
    """A uvicorn server that leaves the signals to `run`, because two of them share one process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _server(app: ASGIApp) -> Server:
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=2, lifespan="auto"
    )
    return Server(config)


async def run(settings: Settings, public: socket.socket, library: Library, actions_app: ASGIApp) -> None:
    """Serves on `public` until SIGINT or SIGTERM; everything that it started has ended when it returns."""
    private = bind("127.0.0.1", 0)
    supervisor = dialogue_supervisor(settings, private.getsockname()[1])
    dialogue = Dialogue(supervisor, library.answer, settings.dialogue_timeout)
    app = create_app(Services(settings=settings, library=library, checks=CHECKS, dialogue=dialogue))
    front, back = _server(app), _server(actions_app)

    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_ in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_, stopping.set)

    serving = [
        asyncio.create_task(front.serve(sockets=[public]), name="front door"),
        asyncio.create_task(back.serve(sockets=[private]), name="action endpoint"),
    ]
    announcement = asyncio.create_task(_announce(supervisor, settings))
    supervisor.start()
    stop = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait([stop, *serving], return_when=asyncio.FIRST_COMPLETED)
    finally:
        announcement.cancel()
        stop.cancel()
        front.should_exit = back.should_exit = True
        ended = await asyncio.gather(supervisor.stop(), *serving, return_exceptions=True)
        await dialogue.close()
    for error in ended:
        if isinstance(error, BaseException):
            raise error


def dialogue_supervisor(settings: Settings, action_port: int) -> Supervisor:
    """The supervisor of the Rasa process, which finds the actions at `action_port`."""
    return Supervisor(
        command=lambda port: [str(settings.rasa_python), "-m", "bot.server", "--port", str(port)],
        environment={
            "ACTION_ENDPOINT_URL": f"http://127.0.0.1:{action_port}/webhook",
            "TRACKER_DB": str(settings.data_dir / "gesprekken.sqlite"),
        },
        log_file=settings.data_dir / "dialogue.log",
        cwd=ROOT,
        pace=Pace(start_timeout=settings.dialogue_start_timeout),
    )


async def _announce(supervisor: Supervisor, settings: Settings) -> None:
    await supervisor.ready.wait()
    print(f"De assistent is klaar: http://{settings.host}:{settings.port}", flush=True)
