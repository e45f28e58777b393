"""Programs under measurement: started for it, timed until they are ready, ended after it."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from api.ports import free_port
from tests.e2e.service import children, start, stop

PAGE = os.sysconf("SC_PAGE_SIZE") / 2**20  # MB


class Server(NamedTuple):
    """`ready`: seconds from its start until it answers."""

    address: str
    pid: int
    ready: float


@contextmanager
def our_service() -> Iterator[Server]:
    """The whole assistant, on data of its own."""
    port = free_port()
    with TemporaryDirectory() as data:
        began = time.perf_counter()
        process = start(["-m", "api", "--port", str(port)], Path(data))
        try:
            assert process.stdout and process.stdout.readline(), "the service did not start"  # noqa: PT018
            yield Server(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - began)
        finally:
            stop(process)


def processor_time(pids: Iterable[int]) -> float:
    """What these processes have used so far, in seconds; Linux has a clock for each (man 3 clock_getcpuclockid)."""
    return sum(time.clock_gettime(~pid << 3 | 2) for pid in pids)


def resident(pid: int) -> tuple[float, float]:
    """What a process holds in memory, and what those that it started hold, in MB."""
    own, *started = [int(Path(f"/proc/{p}/statm").read_text().split()[1]) for p in (pid, *children(pid))]
    return own * PAGE, sum(started) * PAGE
