"""Stock Rasa as it comes: `rasa run`, its REST channel, its tracker in memory, no patch."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from api.ports import free_port
from tests.bench.servers import Server
from tests.bench.stock.install import ENVIRONMENT, PYTHON
from tests.e2e.service import children


@contextmanager
def stock_rasa(folder: Path, actions: str) -> Iterator[Server]:
    """With the project in `folder`, and the actions at that address."""
    port = free_port()
    command = [PYTHON, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port), "--model", "model.tar.gz"]
    environment = {**ENVIRONMENT, "ACTION_ENDPOINT_URL": actions}
    began = time.perf_counter()
    with (folder / "run.log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        while not answers(address):  # loading its networks can take minutes on a busy machine
            assert process.poll() is None, f"stock Rasa stopped; see {folder / 'run.log'}"
            time.sleep(0.1)
        yield Server(address, process.pid, time.perf_counter() - began)
    finally:
        process.kill()  # it keeps nothing, and asked to end it waits for its connections
        process.wait()


def answers(address: str) -> bool:
    try:
        return httpx.get(address, trust_env=False).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


def action_endpoint(pid: int) -> str:
    """Where the service with this process has its actions: it tells its dialogue process by the environment."""
    (dialogue,) = children(pid)
    variables = Path(f"/proc/{dialogue}/environ").read_text().split("\0")
    return dict(variable.split("=", 1) for variable in variables if variable)["ACTION_ENDPOINT_URL"]
