"""The supervisor, on a child of a few lines that stands in for the dialogue process."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from api.supervisor import Pace, Supervisor

# Serves 200 on `GET /`; also starts a grandchild, which must go too. `deaf` ignores a polite request to stop.
CHILD = """
import http.server, signal, subprocess, sys
port, grandchild_file, mode = int(sys.argv[1]), sys.argv[2], sys.argv[3]
if mode == "broken":
    sys.exit("kan niet starten")
if mode == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
grandchild = subprocess.Popen(["sleep", "300"])
open(grandchild_file, "w").write(str(grandchild.pid))
class Ok(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
print("gestart")
http.server.HTTPServer(("127.0.0.1", port), Ok).serve_forever()
"""


def supervisor(folder: Path, mode: str = "") -> Supervisor:
    script = folder / "child.py"
    script.write_text(CHILD)
    return Supervisor(
        command=lambda port: [sys.executable, "-u", str(script), str(port), str(folder / "grandchild"), mode],
        environment={"ACTION_ENDPOINT_URL": "http://127.0.0.1:1/webhook"},
        log_file=folder / "data" / "dialogue.log",
        cwd=folder,
        pace=Pace(20, 0.05, 0.2, poll_timeout=1, first_backoff=0.05, last_backoff=0.1, stop_patience=0.5),
    )


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.02)


def watch(child: Supervisor, story: Callable[[Supervisor], Awaitable[None]]) -> None:
    """Runs the story while the supervisor runs, and always stops it."""

    async def run() -> None:
        child.start()
        try:
            async with asyncio.timeout(60):
                await story(child)
        finally:
            await child.stop()

    asyncio.run(run())


def test_a_killed_child_is_started_again(tmp_path):
    async def story(child: Supervisor) -> None:
        await child.ready.wait()
        first = child.pid
        os.kill(first, signal.SIGKILL)
        await until(lambda: child.url is None)
        await child.ready.wait()
        assert child.pid not in (None, first)
        assert child.url is not None
        assert not alive(first)

    watch(supervisor(tmp_path), story)


def test_a_hung_child_is_replaced(tmp_path):
    async def story(child: Supervisor) -> None:
        await child.ready.wait()
        first = child.pid
        os.kill(first, signal.SIGSTOP)
        await until(lambda: child.pid not in (None, first))
        assert not alive(first)

    watch(supervisor(tmp_path), story)


@pytest.mark.parametrize("mode", ["", "deaf"])
def test_stop_leaves_nobody_behind(tmp_path, mode):
    pids = []

    async def story(child: Supervisor) -> None:
        await child.ready.wait()
        pids.extend([child.pid, int((tmp_path / "grandchild").read_text())])
        assert all(alive(pid) for pid in pids)

    child = supervisor(tmp_path, mode)
    watch(child, story)
    assert [pid for pid in pids if alive(pid)] == []
    assert child.url is None
    assert child.pid is None
    assert (tmp_path / "data" / "dialogue.log").read_text().startswith("gestart")


def test_a_child_that_cannot_start_is_tried_again_and_never_ready(tmp_path):
    async def story(child: Supervisor) -> None:
        await until(lambda: child.log_file.exists() and child.log_file.read_text().count("kan niet starten") >= 3)
        assert child.url is None
        assert not child.ready.is_set()

    watch(supervisor(tmp_path, "broken"), story)


def test_a_program_that_is_not_there_is_no_crash(tmp_path):
    async def story(child: Supervisor) -> None:
        await until(lambda: child.log_file.exists() and child.log_file.read_text().count("FileNotFoundError") >= 2)
        assert child.url is None

    child = supervisor(tmp_path)
    child.command = lambda port: [str(tmp_path / "niet-hier")]
    watch(child, story)


def test_the_child_dies_with_a_parent_that_is_killed(tmp_path):
    """The parent is killed outright, so it cannot clean up."""
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, subprocess, sys, time\n"
        "from api import child\n"
        f"p = subprocess.Popen([sys.executable, child.__file__, str(os.getpid()), {sys.executable!r}, '-c',"
        " 'import os, time; print(os.getpid(), flush=True); time.sleep(300)'])\n"
        "time.sleep(300)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert alive(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 30
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not alive(child)
