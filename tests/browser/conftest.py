"""A browser, and the front door on the fakes of tests/api behind a real port."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "api"))

from front_door import FakeDialogue, FakeLibrary, build_app

from api.ports import bind
from api.settings import Settings

# Debian's Chromium, kept from calling home.
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")  # not longer: while it is there, an event loop runs in this thread
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed: apt-get install chromium")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def rasa() -> FakeDialogue:
    return FakeDialogue()


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def address(rasa: FakeDialogue, library: FakeLibrary, tmp_path: Path) -> Iterator[str]:
    """Where the front door answers."""
    sock = bind("127.0.0.1", 0)
    app = build_app(rasa, library, Settings(data_dir=tmp_path))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The chat page as somebody meets it first. Fails on any script error and any request to another address."""
    page = browser.new_page(base_url=address)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else errors.append(request.url))
    page.goto("/chat")
    yield page
    page.close()
    assert errors == []
