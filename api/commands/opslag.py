"""The storage for the length of a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from api.settings import Settings
from api.storage import Storage, StorageError


@contextmanager
def opened(settings: Settings) -> Iterator[Storage]:
    """Closed afterwards. Where it cannot be opened, the command ends with status 1 and one sentence that says why."""
    try:
        storage = Storage.open(settings)
    except StorageError as error:
        raise SystemExit(str(error)) from error
    try:
        yield storage
    finally:
        storage.close()
