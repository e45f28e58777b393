"""Applications behind a real port, for a browser and for programs that open connections of their own."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

from api.ports import bind


@contextlib.contextmanager
def behind_port(app: ASGIApp, sock: socket.socket | None = None) -> Iterator[str]:
    """The address at which the app answers; `sock`: when it must be known before the app is made."""
    sock = sock or bind("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
