"""WCAG 2.2 AA by axe, in every state and look."""

from collections.abc import Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from states import LOOKS, STATES, verdict
from visitor import AT_A_DESK, SCREENS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """What axe finds, as the rule and where it is broken. `rules`: ids or tags of axe."""
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.wcag("A en AA", "axe vindt geen fouten, in elke toestand en in elke kleurstelling.")
def test_axe_finds_nothing_in_any_state_and_any_look(page, rasa, library, state):
    STATES[state](page, rasa, library)
    assert violations(page) == []
    if page.viewport_size == SCREENS["telefoon"]:
        return  # the colours are those of the desk
    found = {}
    for look in LOOKS:  # between these nothing differs but the colours
        page.evaluate("(look) => document.querySelector('ondernemersloket-chat').setAttribute('thema', look)", look)
        found[look] = violations(page, ["color-contrast"])
    assert found == {look: [] for look in LOOKS}


@pytest.mark.parametrize("path", ["/voorbeeld?stijl=enschede", "/voorbeeld?stijl=", "/toegankelijkheid"])
@pytest.mark.wcag("A en AA", "axe vindt geen fouten in de pagina's om de assistent heen.")
def test_axe_finds_nothing_in_the_pages_around_it(page, path):
    page.goto(path)
    assert violations(page) == []
    if path.startswith("/voorbeeld"):
        page.get_by_role("button", name="Stel uw vraag").click()
        assert violations(page) == []


@AT_A_DESK
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
@pytest.mark.wcag("1.4.3", "De assistent volgt de keuze voor donker of voor meer contrast, en blijft goed leesbaar.")
def test_it_follows_how_the_reader_has_set_the_screen(page, rasa, library, scheme, contrast):
    page.emulate_media(color_scheme=scheme, contrast=contrast)
    verdict(page, rasa, library)
    background = page.locator(".venster").evaluate("(een) => getComputedStyle(een).backgroundColor")
    dark = scheme == "dark" and contrast == "no-preference"
    assert background == ("rgb(27, 33, 40)" if dark else "rgb(255, 255, 255)")
    assert violations(page) == []
