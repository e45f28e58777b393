"""The front door on the fakes of tests/api behind a real port, and the site of a municipality beside it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

sys.path.append(str(Path(__file__).parents[1] / "api"))

from behind_port import behind_port
from front_door import FakeDialogue, FakeLibrary, build_app
from statement import Statement
from visitor import SCREENS, watch

from api.settings import Settings


def pytest_configure(config: pytest.Config) -> None:
    """`ACCESSIBILITY_STATEMENT=write`: keeps what the tests marked `wcag` found for the page /toegankelijkheid."""
    if os.environ.get("ACCESSIBILITY_STATEMENT") == "write":
        config.pluginmanager.register(Statement())


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
    with behind_port(build_app(rasa, library, settings)) as address:
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
