"""How heavy the widget is, and how soon it can be used, in a real browser on a fresh visit."""

import gzip
import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.timing import Row, print_table

STATIC = Path(__file__).parents[2] / "api" / "web" / "static"
VISITS = 10
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# What it is to be usable: the widget has built itself and listens. Then it sets this mark.
INTERACTIVE = """() => performance.getEntriesByName('ondernemersloket-chat')[0]?.startTime"""


def weights() -> dict[str, int]:
    """Every file that the widget loads, in bytes, each compressed by itself, as it travels."""
    files = [STATIC / "ondernemersloket-chat.js", *sorted((STATIC / "chat").glob("*.js"))]
    return {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}


def time_to_interactive(browser: Browser, address: str) -> float:
    """From the request for the page until the widget on it can be used, in milliseconds; nothing is cached."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    found = page.wait_for_function(INTERACTIVE).json_value()
    context.close()
    return float(found)


def bench_widget(address: str) -> None:
    """`address`: of a running service."""
    print_table("widget, weight", Row("all files, gzipped", "kB", [sum(weights().values()) / 1000]))
    chromium = shutil.which("chromium")
    if chromium is None:
        return print("  no time to interactive: Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        rows = [
            Row(
                f"time to interactive, {path}",
                "ms",
                [time_to_interactive(browser, address + path) for _ in range(VISITS)],
            )
            for path in ("/chat", "/voorbeeld")
        ]
        browser.close()
    return print_table("widget, in Chromium", *rows)
