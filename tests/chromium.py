"""A real browser, for the tests that look at pages. The tests of the bot load this file too: no playwright on top."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from servers import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Debian's Chromium, kept from calling home.
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="module")  # not longer: while it is there, an event loop runs in this thread
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    if (chromium := shutil.which("chromium")) is None:
        missing("Chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()
