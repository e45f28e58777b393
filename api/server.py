"""The HTTP server: uvicorn, stopping without losing a request."""

import asyncio
import contextlib
import math
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp

_SETTLE = 0.3  # seconds, in which a client that was let in sends its request


class Server(uvicorn.Server):
    """Leaves the signals to its caller, because two servers share one process.

    On stopping, everyone who has connected is still served: whoever waits to be let in as well, and whoever was let in
    and has not sent anything yet. uvicorn would close the door in the face of both.
    """

    def __init__(self, app: ASGIApp, patience: float) -> None:
        """`patience`: seconds that a request under way may take after the order to stop."""
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=math.ceil(patience),
            lifespan="auto",
        )
        super().__init__(config)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Closes the door, serves who is inside, and then stops as uvicorn does."""
        waiting = [sock.dup() for sock in sockets or []]  # keeps the queue at the door when asyncio closes its own
        for server in self.servers:
            server.close()
        # Who keeps a connection open for a next request is told that there will be none.
        self.server_state.default_headers = [*self.server_state.default_headers, (b"connection", b"close")]
        for sock in waiting:
            await self._let_in(sock)
            sock.close()
        await asyncio.sleep(_SETTLE)
        await super().shutdown(sockets)

    async def _let_in(self, door: socket.socket) -> None:
        """Everyone in the queue of a listening socket that does not block."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, _ = door.accept()
            except BlockingIOError:
                return
            await loop.connect_accepted_socket(self._protocol, connection)

    def _protocol(self) -> asyncio.Protocol:
        return self.config.http_protocol_class(  # type: ignore[call-arg]
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )
