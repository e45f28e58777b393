"""The tables come from the migrations, and are those of the models; many may start at once."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from api.settings import Settings
from api.storage import Storage, StorageError
from api.storage.tables import Base

ROOT = Path(__file__).parents[3]


def test_the_migrations_make_the_tables_of_the_models(storage):
    with storage.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_replicas_that_start_at_once_make_the_tables_once(settings):
    with ThreadPoolExecutor(6) as pool:
        storages = list(pool.map(lambda _: Storage.open(settings), range(6)))
    assert set(Base.metadata.tables) < set(inspect(storages[0].engine).get_table_names())
    for storage in storages:
        assert storage.works()
        storage.close()


def test_a_second_start_keeps_what_is_there(settings, storage):
    assert storage.works()
    again = Storage.open(settings)
    with again.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM hartslag").scalar_one() == 1
    again.close()


def test_a_database_that_is_away_is_said_without_its_password(tmp_path):
    settings = Settings(data_dir=tmp_path, database_url="postgresql://iemand:geheim@127.0.0.1:1/niets")
    with pytest.raises(StorageError, match="werkt niet") as error:
        Storage.open(settings)
    assert "geheim" not in str(error.value)
    assert "127.0.0.1:1/niets" in str(error.value)


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "bestand").touch()
    with pytest.raises(StorageError, match="kan niet worden geopend"):
        Storage.open(Settings(data_dir=tmp_path / "bestand" / "map"))


def test_the_command_makes_the_tables(settings):
    environment = {
        "ONDERNEMERSLOKET_DATA_DIR": str(settings.data_dir),
        "ONDERNEMERSLOKET_DATABASE_URL": settings.database_url,
    }
    command = [sys.executable, "-m", "api", "migrate"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, "De opslag is bijgewerkt.\n", "")


def test_the_command_says_what_is_wrong():
    environment = {"ONDERNEMERSLOKET_DATABASE_URL": "postgresql://iemand@127.0.0.1:1/niets"}
    command = [sys.executable, "-m", "api", "migrate"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("De opslag postgresql+psycopg://iemand@127.0.0.1:1/niets werkt niet: ")
