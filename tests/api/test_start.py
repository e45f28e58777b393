"""Starting the service: what is said before anything is loaded."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from api.ports import PortInUseError, bind

ROOT = Path(__file__).parents[2]


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "api", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def said(result: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in result.stderr.splitlines() if not line.startswith("import time:")]


@pytest.fixture
def taken():
    with bind("127.0.0.1", 0) as sock:
        yield sock.getsockname()[1]


def test_a_taken_port_is_said_in_one_sentence_before_anything_is_loaded(taken):
    result = start("--port", str(taken))
    assert result.returncode == 1
    (sentence,) = said(result)
    assert sentence.startswith(f"Poort {taken} op 127.0.0.1 is al in gebruik: ")
    assert f"make run PORT={taken + 1}" in sentence
    assert "knowledge" not in result.stderr


def test_the_port_may_come_from_the_environment(taken):
    assert said(start(PORT=str(taken)))[0].startswith(f"Poort {taken} ")


@pytest.mark.parametrize("port", ["0", "65536", "acht"])
def test_an_impossible_port(port):
    result = start("--port", port)
    assert result.returncode == 1
    (sentence,) = said(result)
    assert sentence.startswith("Instelling port klopt niet")


def test_a_wrong_setting_is_named():
    result = start(ONDERNEMERSLOKET_LOKET_URL="javascript:alert(1)")
    assert result.returncode == 1
    assert said(result)[0].startswith("Instelling loket_url klopt niet")


def test_a_bound_port_is_refused_and_a_freed_one_is_not():
    first = bind("127.0.0.1", 0)
    port = first.getsockname()[1]
    with pytest.raises(PortInUseError):
        bind("127.0.0.1", port)
    first.close()
    second = bind("127.0.0.1", port)
    assert second.getsockname()[1] == port
    with socket.create_connection(("127.0.0.1", port), timeout=5):
        pass
    second.close()


def test_small_replies_are_sent_at_once():
    """asyncio turns Nagle's algorithm off only for a socket that says it is TCP."""
    with bind("127.0.0.1", 0) as listening:
        with socket.create_connection(listening.getsockname(), timeout=5):
            accepted, _ = listening.accept()
        with accepted:
            assert accepted.proto == socket.IPPROTO_TCP
