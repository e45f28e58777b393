"""Fixtures of the front door's tests; the fakes are in front_door.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from front_door import FakeDialogue, FakeLibrary, build_app
from starlette.testclient import TestClient

from api.settings import Settings
from api.storage import Storage


@pytest.fixture
def rasa() -> FakeDialogue:
    return FakeDialogue()


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, loket_url="https://loket.example", loket_telefoon="")


@pytest.fixture
def app(rasa: FakeDialogue, library: FakeLibrary, settings: Settings) -> Iterator[FastAPI]:
    app = build_app(rasa, library, settings)
    storage = app.state.services.storage  # a test may put other services in its place
    yield app
    storage.close()


@pytest.fixture
def storage(app: FastAPI) -> Storage:
    return app.state.services.storage


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
