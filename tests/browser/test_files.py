"""What the widget costs who visits: what is loaded, what jumps; and which names its style has."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from talking import answers, field

from tests.bench.widget import weights

STATIC = Path(__file__).parents[2] / "api" / "web" / "static"
PUBLISHED = (Path(__file__).parent / "nl_design_system_tokens.txt").read_text(encoding="utf-8").splitlines()
MAX_WEIGHT = 30_000  # bytes, compressed


def test_it_is_small():
    assert sum(weights().values()) < MAX_WEIGHT


def test_every_design_token_has_a_name_that_the_nl_design_system_publishes():
    style = (STATIC / "chat" / "stijl.js").read_text(encoding="utf-8")
    theme = (STATIC / "chat" / "thema.js").read_text(encoding="utf-8")
    page = (STATIC / "voorbeeld.css").read_text(encoding="utf-8")
    used = set(re.findall(r"--utrecht-[a-z0-9-]*[a-z0-9]", style + page))
    alerts = [
        f"alert-{kind}-{part}" for kind in ("ok", "warning", "error", "info") for part in ("color", "border-color")
    ]
    filled = {f"--utrecht-{name}" for name in [*re.findall(r'^  "([a-z0-9-]+)": "', theme, re.M), *alerts]}
    assert len(used) > 50
    assert len(filled) > 30
    assert used | filled <= set(PUBLISHED)


def test_the_browser_loads_exactly_these_files(page):
    loaded = page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))")
    assert sorted(name for name in loaded if name.endswith(".js")) == sorted(weights())


@pytest.mark.parametrize("path", ["/chat", "/voorbeeld"])
def test_nothing_jumps(page, rasa, library, path):
    """Cumulative Layout Shift is nil, while it loads and through a conversation, also on the next visit."""
    page.add_init_script(
        """window.verschuiving = 0;
        new PerformanceObserver((list) => {
          for (const een of list.getEntries()) if (!een.hadRecentInput) window.verschuiving += een.value;
        }).observe({ type: 'layout-shift', buffered: true });"""
    )
    page.goto(path)
    if path == "/voorbeeld":
        page.get_by_role("button", name="Stel uw vraag").click()
    page.wait_for_timeout(600)  # what moves half a second after a key or click counts
    answers(rasa, library)
    page.route("**/v1/berichten", lambda route: (page.wait_for_timeout(600), route.continue_()))
    field(page).press_sequentially("Hoe laat begint de markt?")  # as a person types: the field grows with it
    field(page).press("Enter")
    expect(page.locator(".antwoord")).to_be_visible()
    page.wait_for_timeout(600)
    assert page.evaluate("() => window.verschuiving") == 0
    page.reload()
    page.wait_for_timeout(600)
    assert page.evaluate("() => window.verschuiving") == 0
