"""A front door with settings of its own, called from an address of choice."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from front_door import FakeDialogue, FakeLibrary, build_app
from starlette.testclient import TestClient

from api.ports import bind
from api.settings import Settings


@contextmanager
def serving(folder: Path, address: str = "203.0.113.7", **limits: object) -> Iterator[tuple[FastAPI, TestClient]]:
    app = build_app(FakeDialogue(), FakeLibrary(), Settings(data_dir=folder, **limits))
    with TestClient(app, raise_server_exceptions=False, client=(address, 1)) as client:
        yield app, client
    app.state.services.storage.close()


def at(app: FastAPI, address: str) -> TestClient:
    return TestClient(app, raise_server_exceptions=False, client=(address, 1))


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address at which the application answers, behind a real port, until the block ends."""
    with bind("127.0.0.1", 0) as sock:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        server.should_exit = True
        thread.join()
    app.state.services.storage.close()
