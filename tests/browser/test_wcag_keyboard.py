"""WCAG 2.2 AA for who works with the keyboard or a screen reader."""

import pytest
from playwright.sync_api import expect
from states import error, question, verdict
from talking import answers, asks, focused, judges, say
from visitor import AT_A_DESK


@pytest.mark.wcag("2.1.1", "Alles werkt met alleen het toetsenbord.")
def test_it_works_with_the_keyboard_alone(page, rasa):
    for _ in range(20):
        page.keyboard.press("Tab")
        if focused(page) == "invoer":
            break
    page.keyboard.type("hallo")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("daar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Hallo!")
    assert rasa.requests[0]["message"] == "hallo\ndaar"
    assert focused(page) == "invoer"


@pytest.mark.wcag("2.4.3", "De volgorde met de Tab-toets is die van het scherm, en niets houdt u vast.")
def test_the_order_of_the_focus_is_that_of_the_screen(page, rasa, library):
    page.goto("/voorbeeld")
    page.get_by_role("button", name="Stel uw vraag").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "titel"
    answers(rasa, library)
    page.get_by_role("button", name="Wat kunt u voor mij doen?").click()
    expect(page.locator(".antwoord")).to_be_visible()
    page.locator("#titel").focus()
    order = []
    while "button: Stuur" not in order:
        page.keyboard.press("Tab")
        order.append(focused(page))
        assert len(order) < 20
    shown = ["button: Meer", "button: ", "gemeente"]
    assert order[:3] == shown
    assert order.index("invoer") > order.index("button: Wat kunt u voor mij doen?") > 2
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Stel uw vraag")).to_be_focused()


@pytest.mark.wcag("2.4.3", "Het menu en het venster gaan dicht met Escape. U gaat dan terug naar waar u was.")
def test_escape_closes_the_menu_first_and_then_the_window(page):
    page.goto("/voorbeeld")
    page.get_by_role("button", name="Stel uw vraag").click()
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Meer")).to_be_focused()
    expect(page.locator(".menu")).not_to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".venster")).not_to_be_visible()
    expect(page.get_by_role("button", name="Stel uw vraag")).to_be_focused()


@AT_A_DESK
@pytest.mark.parametrize("path", ["/chat", "/voorbeeld"])
@pytest.mark.parametrize("height", [844, 256])
@pytest.mark.wcag("2.4.7", "U ziet altijd waar u bent, en niets bedekt die plek (ook 2.4.11).")
def test_what_has_the_focus_is_seen_and_never_covered(page, rasa, library, path, height):
    page.set_viewport_size({"width": 390, "height": height})
    page.emulate_media(reduced_motion="reduce")  # so that what is scrolled to is there at once
    page.goto(path)
    if path == "/voorbeeld":
        page.get_by_role("button", name="Stel uw vraag").click()
    question(page, rasa, library)
    verdict(page, rasa, library)
    places = 0
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        state = page.evaluate(
            """() => {
              let een = document.activeElement, wortel = document;
              while (een.shadowRoot?.activeElement) { wortel = een.shadowRoot; een = wortel.activeElement; }
              if (wortel === document || een.matches('.gesprek')) return null;
              const vak = een.getBoundingClientRect();
              const onder = wortel.elementFromPoint(vak.x + vak.width / 2, vak.y + Math.min(vak.height / 2, 10));
              const lijn = getComputedStyle(een).outlineStyle;
              return { wat: een.outerHTML.slice(0, 80), gezien: een.contains(onder), lijn };
            }"""
        )
        if state is not None:
            places += 1
            assert state["gezien"], state["wat"]
            assert state["lijn"] == "solid", state["wat"]
    assert places > 20


@AT_A_DESK
@pytest.mark.wcag("4.1.3", "Een schermlezer hoort dat de assistent zoekt, wat het antwoord is en wat u kunt kiezen.")
def test_what_happens_is_said_to_who_listens(page, rasa):
    page.evaluate(
        """() => {
          window.gezegd = [];
          const status = document.querySelector('ondernemersloket-chat').shadowRoot.querySelector('[role=status]');
          new MutationObserver(() => window.gezegd.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    asks(rasa, "Woont u daar zelf?", {"veld": "bewoner", "type": "ja_nee"})
    say(page, "ik wil de check doen")
    judges(rasa, 5)
    page.get_by_role("button", name="Nee", exact=True).click()
    expect(page.locator(".uitkomst")).to_be_visible()
    assert page.evaluate("() => window.gezegd") == [
        "De assistent zoekt het antwoord…",
        "Assistent zegt: Woont u daar zelf? Kies uit: Ja, Nee.",
        "De assistent zoekt het antwoord…",
        "Assistent zegt: Dit mag niet. Dit is de uitkomst.",
    ]
    page.get_by_role("button", name="Waarom?").click()
    expect(page.locator("[role=status]")).to_contain_text("Dit mag niet. Dit geeft de doorslag:")
    error(page, None, None)
    expect(page.locator("[role=status]")).to_contain_text("De assistent is nu niet bereikbaar.")
