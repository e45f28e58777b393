"""The whole assistant, started once as `make run` starts it, on a free port and with data of its own."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "conversations"))

from service import Service, missing, start, stop

from api.ports import free_port


@pytest.fixture(scope="session")
def built() -> None:
    """Skips, with the reason, where nothing has been built; in CI that is a failure."""
    reason = missing()
    if reason is not None:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def service(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Shared by all tests; who takes a part of it down waits until it is back. SIGTERM ends it, with all it started."""
    port = free_port()
    process = start(["-m", "api", "--port", str(port)], tmp_path_factory.mktemp("data"))
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line == f"De assistent is klaar: http://127.0.0.1:{port}\n"
        yield Service(process, f"http://127.0.0.1:{port}")
    finally:
        stop(process)
