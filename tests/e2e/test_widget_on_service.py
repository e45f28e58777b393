"""The widget on the real service: a question, a whole check, and a conversation that is read back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

PATIENCE = 30_000  # milliseconds, for what takes a fraction of a second on a quiet machine


@pytest.fixture
def page(browser, service) -> Iterator[Page]:
    """Somebody who was not here before."""
    context = browser.new_context(base_url=service.address)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def _patient() -> Iterator[None]:
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


def say(page: Page, text: str) -> None:
    replies = page.locator(".assistent:not(.welkom)")
    before = replies.count()
    page.locator("#invoer").fill(text)
    page.locator("#invoer").press("Enter")
    expect(replies.nth(before)).to_be_visible()


def test_a_question_is_answered_and_the_source_opens_at_the_sentence(page):
    page.goto("/chat?gemeente=enschede")
    say(page, "Mag ik thuis een kapsalon beginnen?")
    answer = page.locator(".bericht.antwoord").first
    quote = answer.locator("blockquote").first.inner_text()
    with page.expect_popup() as opened:
        answer.locator("figcaption a").first.click()
    expect(opened.value.locator(".zin:target").first).to_contain_text(quote[:40])
    opened.value.close()


def test_a_check_is_filled_in_with_buttons_and_numbers_to_a_verdict_that_explains_itself(page):
    page.goto("/voorbeeld")
    page.get_by_role("button", name="Stel uw vraag").click()
    say(page, "Ik wil thuis een kapsalon beginnen in Enschede")
    page.get_by_role("button", name="Ja", exact=True).last.click()
    expect(page.get_by_label("Uw antwoord, een getal")).to_have_attribute("inputmode", "decimal")
    for text in ("120", "36", "1", "niemand"):
        if page.locator(".oordeelkaart").count():
            break
        say(page, text)
    card = page.locator(".oordeelkaart")
    expect(card).to_be_visible()
    card.get_by_role("button", name="Waarom?").click()
    expect(card.locator(".toelichting")).to_contain_text("Wij keken naar")
    page.reload()
    page.wait_for_function(
        "() => document.querySelector('ondernemersloket-chat')?.shadowRoot.querySelector('.oordeelkaart')"
    )
    expect(page.locator(".oordeelkaart")).to_contain_text(card.locator(".oordeel").inner_text())


def test_a_conversation_is_read_back_and_removed(page, service):
    page.goto("/chat")
    say(page, "hallo")
    key = page.evaluate("() => Object.values(sessionStorage).map((kept) => JSON.parse(kept).id).filter(Boolean).at(-1)")
    assert service.get(f"/v1/gesprekken/{key}").status_code == 200
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()
    page.get_by_role("button", name="Ja, verwijder").click()
    expect(page.locator(".balk")).to_contain_text("Uw gesprek is verwijderd.")
    assert service.get(f"/v1/gesprekken/{key}").status_code == 404
