"""Writes several files as one: all of them, or none."""

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from knowledge.extract import IntakeError


@contextmanager
def locked(sources: Path) -> Iterator[None]:
    """One intake at a time: two would each write a register without the other's entry."""
    try:
        handle = os.open(sources, os.O_RDONLY)
    except OSError as error:
        raise IntakeError(f"De map met bronnen ({sources}) is niet te openen.") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_all(changes: Mapping[Path, bytes | None], build: Callable[[], object]) -> None:
    """Writes (or, for None, removes) every file in order, then builds; on any failure puts all back."""
    before = {path: path.read_bytes() if path.exists() else None for path in changes}
    try:
        for path, content in changes.items():
            _put(path, content)
        build()
    except BaseException as error:
        for path, content in reversed(before.items()):
            _put(path, content)
        if isinstance(error, Exception):
            raise IntakeError(f"Het document is niet toegevoegd, want dit ging mis: {error}") from error
        raise


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_name(f".{path.name}.nieuw")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
