"""The database, opened: sessions to read and to write, a writer in the background, and whether it works."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from api.settings import Settings
from api.storage.cipher import Cipher, secret_from
from api.storage.engine import database_url, make_engine
from api.storage.migrate import migrate
from api.storage.tables import Hartslag
from api.storage.types import now
from api.storage.writer import Writer

log = logging.getLogger(__name__)


class StorageError(Exception):
    """The database cannot be opened; the message says which and why, in Dutch, without its password."""


class Storage:
    """One for the process; may be used from any thread. `open` makes or updates the tables."""

    def __init__(self, settings: Settings) -> None:
        self.engine = make_engine(database_url(settings.database_url, settings.data_dir))
        # `session.info["cipher"]` is how a repository module reaches the key.
        info = {"cipher": Cipher(secret_from(settings.storage_key.get_secret_value(), settings.data_dir))}
        self._reading = sessionmaker(self.engine, info=info, expire_on_commit=False)
        writing = self.engine.execution_options(write=True)
        self._writing = sessionmaker(writing, info=info, expire_on_commit=False)
        self.writer = Writer(self.write)

    @classmethod
    def open(cls, settings: Settings) -> "Storage":
        """Raises StorageError when the database cannot be reached or updated."""
        try:
            storage = cls(settings)
        except (OSError, ArgumentError, ValueError) as error:
            raise StorageError(f"De opslag kan niet worden geopend: {error}") from error
        try:
            migrate(storage.engine)
        except SQLAlchemyError as error:
            storage.engine.dispose()
            where = storage.engine.url.render_as_string(hide_password=True)
            raise StorageError(f"De opslag {where} werkt niet: {getattr(error, 'orig', error)}") from error
        return storage

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment. What it read may be used after the block."""
        with self._reading() as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed at the end of the block, undone when the block raises."""
        with self._writing.begin() as session:
            yield session

    def works(self) -> bool:
        """Whether something can be written now: it takes a real row, for a full disk looks writable too."""
        try:
            with self.write() as session:
                session.merge(Hartslag(id=1, geschreven_op=now()))
        except SQLAlchemyError as error:
            log.error("De opslag werkt niet: %s", getattr(error, "orig", error))
            return False
        return not self.writer.broken

    def close(self) -> None:
        """Writes what still waits, and closes every connection."""
        self.writer.close()
        self.engine.dispose()
