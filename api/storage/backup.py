"""A copy of the whole database in one file, made while the service runs; and back, all or nothing.

SQLite: a SQLite file. PostgreSQL: SQL, by its own pg_dump and psql. The key of `storage_key` is not in it.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, make_url

from api.settings import Settings
from api.storage.engine import database_url
from api.storage.tables import Base

_SQLITE = b"SQLite format 3\0"
_POSTGRES = b"--\n-- PostgreSQL database dump"


class BackupError(Exception):
    """The copy could not be made or put back; why, in Dutch."""


def backup(settings: Settings, file: Path) -> None:
    """Raises BackupError; then there is no file."""
    url = make_url(database_url(settings.database_url, settings.data_dir))
    if file.exists():
        raise BackupError(f"{file} bestaat al. Kies een andere naam.")
    try:
        file.touch(mode=0o600)  # what people said is in it
        if url.get_backend_name() == "sqlite":
            _copy(Path(url.database or ""), file)
        else:
            file.write_bytes(_run("pg_dump", url, ["--no-owner", "--no-privileges"]))
    except (OSError, sqlite3.Error) as error:
        file.unlink(missing_ok=True)
        raise BackupError(f"De kopie is niet gemaakt: {error}") from error
    except BackupError:
        file.unlink(missing_ok=True)
        raise


def restore(settings: Settings, file: Path) -> None:
    """Everything in the database is replaced by what is in the file. Raises BackupError; then nothing has changed.

    The tables are those of the release that made the copy: `Storage.open` brings them up to date.
    """
    url = make_url(database_url(settings.database_url, settings.data_dir))
    sqlite = url.get_backend_name() == "sqlite"
    try:
        begin = file.read_bytes()[: len(_POSTGRES)]
        if not begin.startswith(_SQLITE if sqlite else _POSTGRES):
            raise BackupError(f"{file} is geen kopie van een {'SQLite' if sqlite else 'PostgreSQL'}-database.")
        if sqlite:
            settings.data_dir.mkdir(parents=True, exist_ok=True)
            _copy(file, Path(url.database or ""))
        else:
            _run(
                "psql",
                url,
                ["--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"],
                _emptied() + file.read_bytes(),
            )
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"De kopie is niet teruggezet: {error}") from error


def _copy(source: Path, target: Path) -> None:
    """By SQLite itself, so that a database in use is copied as it is at one moment."""
    if not source.exists():
        raise BackupError(f"{source} bestaat niet.")
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as one, closing(sqlite3.connect(target)) as other:
        if one.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise BackupError(f"{source} is beschadigd.")
        one.backup(other)


def _emptied() -> bytes:
    tables = ", ".join([*Base.metadata.tables, "alembic_version"])
    return f"DROP TABLE IF EXISTS {tables} CASCADE;\n".encode()


def _run(program: str, url: URL, arguments: Sequence[str], given: bytes = b"") -> bytes:
    """What the program writes. The password goes by its environment: everybody on the machine sees its arguments."""
    if shutil.which(program) is None:
        raise BackupError(f"{program} staat niet op deze machine. Installeer de clientprogramma's van PostgreSQL.")
    environment = {**os.environ, **({"PGPASSWORD": str(url.password)} if url.password else {})}
    where = {"--host": url.host, "--port": url.port, "--username": url.username, "--dbname": url.database}
    chosen = [f"{name}={value}" for name, value in where.items() if value is not None]
    done = subprocess.run(
        [program, *chosen, *arguments], input=given, capture_output=True, env=environment, check=False
    )
    if done.returncode != 0:
        raise BackupError(f"{program} zegt: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
