"""The states in which the widget can be, each reached as a person would, and the looks that it can have."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from talking import answers, asks, field, hands_over, judges, say

LOOKS = [
    *["neutraal licht", "enschede licht", "hengelo licht"],
    *["neutraal donker", "enschede donker", "hengelo donker", "enschede contrast"],
]


def welcome(page: Page, rasa, library) -> None:
    expect(page.locator(".welkom")).to_be_visible()


def question(page: Page, rasa, library) -> None:
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    page.get_by_role("button", name="Ja, dit was nuttig").first.scroll_into_view_if_needed()


def form(page: Page, rasa, library) -> None:
    asks(rasa, "Woont u daar zelf?", {"veld": "bewoner", "type": "ja_nee"})
    say(page, "ik wil de check doen")
    asks(rasa, "Hoe breed is uw kraam?", {"veld": "breedteM", "type": "getal"})
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.get_by_label("Uw antwoord, een getal")).to_be_visible()


def verdict(page: Page, rasa, library) -> None:
    for breedte in (3, 5):
        judges(rasa, breedte, aannames=["De kraam staat stil."], disclaimer="Geen rechten.")
        say(page, f"{breedte} meter")
    page.get_by_text("Bekijk de regels (1)").last.click()
    page.get_by_role("button", name="Waarom?").last.click()
    expect(page.locator(".toelichting").last).to_contain_text("Dit mag niet.")


def error(page: Page, rasa, library) -> None:
    page.route("**/v1/berichten", lambda route: route.abort())
    field(page).fill("bent u daar?")
    field(page).press("Enter")
    expect(page.locator(".mis")).to_be_visible()


def hand_over(page: Page, rasa, library) -> None:
    hands_over(rasa)
    say(page, "ik wil een mens spreken")


def offline(page: Page, rasa, library) -> None:
    page.context.set_offline(True)
    expect(page.locator(".balk")).to_be_visible()


def menu(page: Page, rasa, library) -> None:
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()


STATES: dict[str, Callable[..., None]] = {
    "welkom": welcome,
    "vraag": question,
    "formulier": form,
    "uitkomst": verdict,
    "fout": error,
    "overdracht": hand_over,
    "offline": offline,
    "menu": menu,
}
