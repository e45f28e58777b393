"""Every test here runs on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings
from api.storage import Storage


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else ""
    return Settings(data_dir=tmp_path / "data", database_url=url)


@pytest.fixture
def storage(settings: Settings) -> Iterator[Storage]:
    storage = Storage.open(settings)
    yield storage
    storage.close()
