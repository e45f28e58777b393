"""The whole service as processes: front door, action endpoint and a dialogue of a few lines that calls it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]

# Takes the place of `bot/.venv/bin/python -m bot.server --port PORT`; says what the action endpoint told it.
DIALOGUE = f"""#!{sys.executable}
import http.server, json, os, sys, urllib.request
assert sys.argv[1:4] == ["-m", "bot.server", "--port"], sys.argv
class Rasa(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def do_POST(self):
        assert self.path == "/webhooks/rest/webhook"
        self.rfile.readline()  # the size of the first chunk, which is the message
        message = json.loads(self.rfile.readline())["message"]
        self.close_connection = True
        request = urllib.request.Request(os.environ["ACTION_ENDPOINT_URL"], message.encode(), method="POST")
        text = urllib.request.urlopen(request).read().decode()
        body = json.dumps([{{"custom": {{"soort": "melding", "tekst": f"{{text}} {{os.getpid()}}"}}}}]).encode()
        self.send_response(200); self.end_headers(); self.wfile.write(body)
    def log_message(self, *_): pass
http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[4])), Rasa).serve_forever()
"""

SERVICE = """
import asyncio, sys
from front_door import FakeLibrary
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from api.ahead import Ahead
from api.ports import bind
from api.serve import Loaded, run
from api.settings import Settings

async def webhook(request):
    return PlainTextResponse("actie:" + (await request.body()).decode())

settings = Settings(port=int(sys.argv[1]), rasa_python=sys.argv[2], data_dir=sys.argv[3])
library = FakeLibrary()
actions = Starlette(routes=[Route("/webhook", webhook, methods=["POST"])])
asyncio.run(run(settings, bind(settings.host, settings.port), lambda: Loaded(library, Ahead(library), {}, actions)))
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.fixture
def service(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running service and its address, as it tells that itself."""
    from api.ports import free_port

    dialogue = tmp_path / "python"
    dialogue.write_text(DIALOGUE)
    dialogue.chmod(0o755)
    command = [sys.executable, "-c", SERVICE, str(free_port()), str(dialogue), str(tmp_path / "data")]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{Path(__file__).parent}"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        address = re.fullmatch(r"De assistent is klaar: (http://127\.0\.0\.1:\d+)\n", line)
        assert address, line
        yield process, address[1]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def chat(address: str, text: str) -> list[dict[str, object]]:
    reply = httpx.post(f"{address}/v1/berichten", json={"bericht": text}, timeout=30, trust_env=False)
    assert reply.status_code == 200
    return reply.json()["antwoorden"]


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM])
def test_a_message_goes_all_the_way_and_a_signal_ends_every_process(service, signal_):
    process, address = service
    tekst = str(chat(address, "hallo")[0]["tekst"])
    echo, pid = tekst.split()
    assert echo == "actie:hallo"
    assert alive(int(pid))
    process.send_signal(signal_)
    assert process.wait(timeout=20) == 0
    assert not alive(int(pid))


def test_when_the_dialogue_dies_chat_goes_on_and_the_dialogue_comes_back(service):
    _, address = service
    pid = str(chat(address, "hallo")[0]["tekst"]).split()[1]
    os.kill(int(pid), signal.SIGKILL)
    melding, antwoord = chat(address, "Hoe laat is de markt?")
    assert melding["soort"] == "melding"
    assert antwoord["soort"] == "antwoord"
    deadline = time.monotonic() + 60
    while "actie:hallo" not in (tekst := str(chat(address, "hallo")[0]["tekst"])) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert tekst.split()[0] == "actie:hallo"
    assert tekst.split()[1] != pid
