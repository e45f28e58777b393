"""Free and taken TCP ports of this machine."""

import errno
import socket


class PortInUseError(RuntimeError):
    """Another program listens at the address; the message says so in one sentence."""


def bind(host: str, port: int) -> socket.socket:
    """A listening socket at `host:port`; port 0 picks a free one. Raises PortInUseError, or OSError for a bad host."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio sends small replies at once (TCP_NODELAY); else each waits 40 ms for the other
    # side's acknowledgement.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
        sock.listen(128)
    except OSError as error:
        sock.close()
        if error.errno != errno.EADDRINUSE:
            raise
        raise PortInUseError(
            f"Poort {port} op {host} is al in gebruik: stop het andere programma of kies een andere poort, "
            f"bijvoorbeeld `make run PORT={port + 1 if port < 65535 else port - 1}`."
        ) from None
    return sock


def free_port() -> int:
    """A port on the loopback address that was free a moment ago."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
