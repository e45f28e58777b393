"""The words of the widget: the same in every language, and Dutch that everybody can read."""

import re

import pytest
from playwright.sync_api import Page
from talking import answers, say
from visitor import AT_A_DESK

from knowledge.readability import MAX_SENTENCE, b1_faults, length

# Words that the reader of a municipal site on a screen knows, though they are rare in newspapers and film.
KNOWN = {"bsn", "pdf", "enter", "shift", "tabblad", "browser", "assistent", "gedownload", "download", "medewerker"}


@pytest.fixture
def texts(page: Page) -> dict[str, dict[str, object]]:
    """The texts by language, read as a browser reads them."""
    return page.evaluate("async () => (await import('/static/chat/teksten.js')).default")


def flat(texts: object, path: str = "") -> dict[str, str]:
    """Every text by its place."""
    if isinstance(texts, str):
        return {path: texts}
    items = texts.items() if isinstance(texts, dict) else enumerate(texts)  # type: ignore[call-overload]
    return {place: text for key, value in items for place, text in flat(value, f"{path}/{key}").items()}


@AT_A_DESK
def test_every_language_says_everything_with_the_same_blanks(texts):
    dutch = flat(texts["nl"])
    for language in ("en", "de"):
        other = flat(texts[language])
        assert other.keys() == dutch.keys()
        assert all(re.findall(r"{\w+}", other[place]) == re.findall(r"{\w+}", text) for place, text in dutch.items())


@AT_A_DESK
@pytest.mark.wcag("3.1.5", "De teksten van de assistent zelf zijn kort en eenvoudig (taalniveau B1).")
def test_the_dutch_is_b1(texts):
    sentences = {place: text for place, text in flat(texts["nl"]).items() if text.endswith((".", "?", "!"))}
    assert len(sentences) > 25
    assert {place: n for place, text in sentences.items() if (n := length(text.split(". ")[0])) > MAX_SENTENCE} == {}
    assert b1_faults(" ".join(sentences.values()), KNOWN) == []


@AT_A_DESK
@pytest.mark.wcag("3.1.2", "Een Nederlands antwoord in een Engelse of Duitse assistent zegt dat het Nederlands is.")
def test_in_another_language_the_answers_say_that_they_are_dutch(page, rasa, library):
    page.evaluate("() => document.querySelector('ondernemersloket-chat').setAttribute('taal', 'en')")
    page.evaluate(
        "() => { const een = document.querySelector('ondernemersloket-chat'); een.replaceWith(een.cloneNode()); }"
    )
    answers(rasa, library)
    say(page, "When does the market start?")
    assert page.locator(".deel").get_attribute("lang") == "en"
    for part in (".antwoord .tekst", ".antwoord blockquote"):
        assert page.locator(part).get_attribute("lang") == "nl"
    assert page.get_by_role("link", name="(opens in a new tab)").count() == 1
