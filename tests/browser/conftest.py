"""A browser, the front door on the fakes of tests/api behind a real port, and the site of a municipality beside it."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "api"))

from front_door import FakeDialogue, FakeLibrary, build_app
from serving import serving
from statement import Statement
from visitor import SCREENS, watch

from api.settings import Settings

# Debian's Chromium, kept from calling home.
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_configure(config: pytest.Config) -> None:
    """`ACCESSIBILITY_STATEMENT=write`: keeps what the tests marked `wcag` found for the page /toegankelijkheid."""
    if os.environ.get("ACCESSIBILITY_STATEMENT") == "write":
        config.pluginmanager.register(Statement())


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
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, loket_url="https://loket.example", loket_telefoon="012 345")


@pytest.fixture
def address(rasa: FakeDialogue, library: FakeLibrary, settings: Settings) -> Iterator[str]:
    """Where the front door answers."""
    with serving(build_app(rasa, library, settings)) as address:
        yield address


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What went wrong in any page of a test: script errors, refusals of the security policy, a request to a third
    party. There must be none."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture(params=SCREENS)
def context(
    request: pytest.FixtureRequest, browser: Browser, address: str, faults: list[str]
) -> Iterator[BrowserContext]:
    """A person with a phone, and one with a desk."""
    phone = request.param == "telefoon"
    context = browser.new_context(base_url=address, viewport=SCREENS[request.param], has_touch=phone, is_mobile=phone)
    watch(context, faults, address)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The chat page as somebody meets it first."""
    page = context.new_page()
    page.goto("/chat")
    return page
