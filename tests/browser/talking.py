"""What somebody does in the widget, and what the fake dialogue then says."""

from typing import Any

from front_door import FakeDialogue, FakeLibrary, beoordeel_kraam
from playwright.sync_api import Locator, Page, expect

VRAAG_GETAL = {"veld": "breedteM", "type": "getal"}


def field(page: Page) -> Locator:
    return page.locator("#invoer")


def say(page: Page, text: str) -> None:
    """Types it, and waits until the reply is there."""
    replies = page.locator(".assistent:not(.welkom)")
    before = replies.count()
    field(page).fill(text)
    field(page).press("Enter")
    expect(replies.nth(before)).to_be_visible()


def answers(rasa: FakeDialogue, library: FakeLibrary) -> None:
    rasa.replies = [{"custom": library.answer("markt").to_json()}]


def asks(rasa: FakeDialogue, tekst: str, verwacht: dict[str, Any] | None) -> None:
    rasa.replies = [{"custom": {"soort": "vraag", "tekst": tekst, "verwacht": verwacht}}]


def judges(rasa: FakeDialogue, breedte: float, **anders: Any) -> None:
    """A verdict on a stall; `anders`: what differs in it."""
    uitkomst = {**beoordeel_kraam({"breedteM": breedte}).to_json(), **anders}
    rasa.replies = [{"custom": {"soort": "uitkomst", "tekst": "Dit is de uitkomst.", "uitkomst": uitkomst}}]


def hands_over(rasa: FakeDialogue) -> None:
    rasa.replies = [{"custom": {"soort": "doorverwijzing", "tekst": "Een medewerker kan u verder helpen."}}]


def focused(page: Page) -> str:
    """The id of what has the focus, also inside the widget; else its tag and text."""
    return page.evaluate(
        """() => {
          let een = document.activeElement;
          while (een.shadowRoot?.activeElement) een = een.shadowRoot.activeElement;
          return een.id || `${een.localName}: ${een.textContent.trim()}`;
        }"""
    )


def send_in_vain(page: Page, text: str) -> None:
    field(page).fill(text)
    field(page).press("Enter")
    expect(page.locator(".mis")).to_be_visible()
