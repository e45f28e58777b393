"""The connection to the database: SQLite in WAL mode, or PostgreSQL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

BUSY_TIMEOUT_MS = 5000  # SQLite has one writer at a time; the others wait for so long
SQLITE_FILE = "opslag.sqlite"


def database_url(setting: str, data_dir: Path) -> str:
    """The address of the database: that of the setting, or the file in `data_dir` when it is empty."""
    return setting or f"sqlite:///{data_dir / SQLITE_FILE}"


def make_engine(url: str) -> Engine:
    """An engine with a pool of connections. Connects to nothing yet; raises ArgumentError for an impossible address."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        Path(address.database or "").parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, hide_parameters=True)  # an error in a log must not tell what somebody typed
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    # A database that is away must be noticed soon, and a connection that broke in the pool must not cost a reply.
    arguments = {"connect_timeout": 3, "options": "-c statement_timeout=10000 -c lock_timeout=5000"}
    return create_engine(
        address.set(drivername="postgresql+psycopg"), hide_parameters=True, pool_pre_ping=True, connect_args=arguments
    )


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # no BEGIN of the driver's own: `_begin_sqlite` gives it
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what was removed for privacy is overwritten, not only forgotten
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write says so at once: one that starts by reading can fail when it wants to write."""
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
