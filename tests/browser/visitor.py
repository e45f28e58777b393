"""Who visits: the screens on which every journey is made, and what must never happen on the way."""

import pytest
from playwright.sync_api import BrowserContext, Page

SCREENS = {"telefoon": {"width": 390, "height": 844}, "bureau": {"width": 1280, "height": 800}}
# For a test on which the size of the screen has no bearing, or that sets one of its own.
AT_A_DESK = pytest.mark.parametrize("context", ["bureau"], indirect=True)


def watch(context: BrowserContext, faults: list[str], *own: str) -> None:
    """Notes every script error, every refusal by a security policy, and every request to an address not of `own`."""

    def on_page(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(told.text) if "Content Security Policy" in told.text else None)
        page.on("request", lambda sent: None if sent.url.startswith((*own, "blob:")) else faults.append(sent.url))

    context.on("page", on_page)
