"""A front door with settings of its own, called from an address of choice."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from behind_port import behind_port
from fastapi import FastAPI
from front_door import FakeDialogue, FakeLibrary, build_app
from starlette.testclient import TestClient

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
    with behind_port(app) as address:
        yield address
    app.state.services.storage.close()


def say(client: TestClient, tekst: str = "hallo", **velden: object) -> dict[str, Any]:
    """One message in the chat, and its reply."""
    reply = client.post("/v1/berichten", json={"bericht": tekst, **velden})
    assert reply.status_code == 200, reply.text
    return dict(reply.json())
