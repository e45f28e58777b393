"""The chat when something does not work: nothing that was typed is lost, and it says what is the matter."""

from playwright.sync_api import expect
from talking import field, send_in_vain


def test_when_the_service_is_away_nothing_is_lost(page):
    page.route("**/v1/berichten", lambda route: route.abort())
    send_in_vain(page, "bent u daar?")
    error = page.locator(".bericht.mis")
    expect(error).to_contain_text("De assistent is nu niet bereikbaar. Uw vraag is niet verloren.")
    page.unroute("**/v1/berichten")
    error.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".bericht.begroeting")).to_have_count(1)
    expect(page.locator(".bericht.mis")).to_have_count(0)
    expect(page.locator(".bericht.u")).to_have_count(1)


def test_when_the_service_fails_the_question_can_be_sent_again(page, rasa):
    replies, rasa.replies = rasa.replies, []  # and then the library fails too
    send_in_vain(page, "stuk")
    error = page.locator(".bericht.mis")
    expect(error).to_contain_text("Uw vraag is niet verloren")
    rasa.replies = replies
    error.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".bericht.begroeting")).to_have_count(1)
    assert rasa.requests[-1]["message"] == "stuk"


def test_what_the_service_refuses_is_said_in_its_words_and_not_sent_again(page):
    page.route(
        "**/v1/berichten",
        lambda route: route.fulfill(
            status=429, json={"title": "Te druk", "status": 429, "detail": "Wacht een minuut."}
        ),
    )
    send_in_vain(page, "hallo")
    expect(page.locator(".mis")).to_have_text("Wacht een minuut.")
    expect(page.locator(".mis").get_by_role("button")).to_have_count(0)


def test_without_internet_it_says_so_and_sends_the_question_when_it_is_back(page, context, rasa):
    context.set_offline(True)
    expect(page.locator(".balk")).to_contain_text("U heeft nu geen internet.")
    send_in_vain(page, "hallo?")
    expect(page.locator(".mis")).to_contain_text("Zodra het internet er weer is, sturen wij uw vraag.")
    assert rasa.requests == []
    context.set_offline(False)
    expect(page.locator(".bericht.begroeting")).to_be_visible()
    expect(page.locator(".mis")).to_have_count(0)
    expect(page.locator(".balk")).not_to_be_visible()
    assert rasa.requests[0]["message"] == "hallo?"


def test_while_it_waits_it_says_so_and_takes_nothing_else(page):
    held = []
    page.route("**/v1/berichten", lambda route: held.append(route))
    field(page).fill("een")
    field(page).press("Enter")
    expect(page.locator(".bezig")).to_have_text("De assistent zoekt het antwoord…")
    field(page).fill("twee")
    field(page).press("Enter")
    expect(field(page)).to_have_value("twee")
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(".bericht.begroeting")).to_be_visible()
    expect(page.locator(".bezig")).to_have_count(0)
