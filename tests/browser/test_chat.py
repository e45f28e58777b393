"""The chat page as a person uses it."""

import json
import re

from front_door import beoordeel_kraam
from playwright.sync_api import Page, expect

LABEL = "Uw vraag of antwoord"


def say(page: Page, text: str) -> None:
    page.get_by_label(LABEL).fill(text)
    page.get_by_label(LABEL).press("Enter")


def test_a_question_gets_a_cited_answer_and_the_citation_opens_at_the_highlighted_sentence(
    page, rasa, library, address
):
    rasa.replies = [{"custom": library.answer("markt").to_json()}]
    say(page, "Hoe laat begint de markt?")

    answer = page.locator(".bericht.antwoord")
    expect(answer).to_contain_text("De markt begint om negen uur.")
    citaat = library.bron().citaat
    expect(answer.locator("blockquote")).to_have_text(citaat)

    answer.get_by_role("link").click()
    expect(page).to_have_url(address + library.bron().url)
    sentence = page.locator(".zin:target")
    expect(sentence).to_have_text(citaat)
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_have_css("background-color", "rgb(255, 233, 138)")
    expect(page.locator(".zin").nth(1)).to_have_css("background-color", "rgba(0, 0, 0, 0)")

    page.go_back()  # the conversation is still there
    expect(page.locator(".bericht.antwoord")).to_contain_text("De markt begint om negen uur.")
    expect(page.locator(".bericht.u")).to_contain_text("Hoe laat begint de markt?")


def test_the_page_says_first_that_it_is_a_machine(page):
    expect(page.locator(".bericht").first).to_contain_text("Ik ben een automatische assistent, geen mens.")


def test_a_conversation_keeps_its_id_and_municipality_until_a_new_one_starts(page, rasa):
    page.get_by_label("Gemeente").select_option("hengelo")
    for number, text in enumerate(["een", "twee"], 1):
        say(page, text)
        expect(page.locator(".bericht.begroeting")).to_have_count(number)
    page.reload()
    say(page, "drie")
    expect(page.locator(".bericht.begroeting")).to_have_count(3)
    assert len({request["sender"] for request in rasa.requests}) == 1
    assert {request["metadata"]["gemeente"] for request in rasa.requests} == {"hengelo"}

    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator(".bericht")).to_have_count(1)
    say(page, "vier")
    expect(page.locator(".bericht.begroeting")).to_have_count(1)
    assert len({request["sender"] for request in rasa.requests}) == 2


def test_a_yes_or_no_question_gets_buttons(page, rasa):
    verwacht = {"veld": "bewoner", "type": "ja_nee"}
    rasa.replies = [{"custom": {"soort": "vraag", "tekst": "Woont u daar zelf?", "verwacht": verwacht}}]
    say(page, "ik wil de check doen")
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.locator(".bericht.u").last).to_contain_text("Ja")
    expect(page.locator(".bericht.vraag")).to_have_count(2)
    assert rasa.requests[-1]["message"] == "Ja"


def test_a_verdict_is_told_in_words_colour_and_sign(page, rasa, library):
    bron = library.bron().to_json()
    uitkomst = {
        "check": "kraam",
        "oordeel": "niet_toegestaan",
        "samenvatting": "x",
        "ontbreekt": [],
        "gegevens": {},
        "regels": [{"regel": "breedte", "oordeel": "niet_toegestaan", "uitleg": "Te breed.", "bron": bron}],
        "aannames": ["De kraam staat stil."],
        "disclaimer": "Geen rechten.",
        "regelset": "1",
    }
    rasa.replies = [{"custom": {"soort": "uitkomst", "tekst": "Uw kraam is te breed.", "uitkomst": uitkomst}}]
    say(page, "5 meter")
    card = page.locator(".oordeelkaart.nee")
    expect(card.locator(".oordeel")).to_contain_text("Dit mag niet")
    expect(card.locator(".oordeel")).to_contain_text("✕")
    expect(card).to_contain_text("De kraam staat stil.")
    expect(card).to_contain_text("Geen rechten.")
    card.get_by_text("Bekijk de regels (1)").click()
    expect(card.locator("details li")).to_contain_text("Te breed.")
    expect(card.get_by_role("link")).to_have_attribute("href", bron["url"])


def test_a_reply_of_two_paragraphs_is_shown_as_two(page, rasa):
    rasa.replies = [{"custom": {"soort": "melding", "tekst": "De eerste.\n\nOok in het beleid: de tweede."}}]
    say(page, "twee")
    paragraphs = page.locator(".bericht.melding .tekst")
    expect(paragraphs).to_have_text(["De eerste.", "Ook in het beleid: de tweede."])
    first, second = paragraphs.evaluate_all("(all) => all.map((p) => [p.offsetTop, p.offsetHeight])")
    assert second[0] > first[0] + first[1]


def test_a_verdict_is_explained_and_can_be_kept_as_a_pdf(page, rasa):
    uitkomst = beoordeel_kraam({"breedteM": 5}).to_json()
    uitkomst["gegevens"] = {"breedteM": 5, "gelezen": {"als": "vijf"}}  # what is not of the schema is not sent back
    rasa.replies = [{"custom": {"soort": "uitkomst", "tekst": "Uw kraam is te breed.", "uitkomst": uitkomst}}]
    say(page, "5 meter")
    card = page.locator(".oordeelkaart")
    card.get_by_role("button", name="Waarom?").click()
    expect(card.locator(".toelichting")).to_contain_text("Dit mag niet. Dit geeft de doorslag:")
    expect(card.locator(".toelichting")).to_contain_text("Wij keken naar: breedteM: 5.")
    expect(card.locator(".toelichting")).to_contain_text("noemt bij deze uitkomst geen volgende stap")

    with page.expect_download() as download:
        card.get_by_role("button", name="Download als PDF").click()
    assert re.fullmatch(r"uitkomst-kraam-\d{4}-\d\d-\d\d\.pdf", download.value.suggested_filename)
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    expect(card.locator(".toelichting")).to_have_text("De PDF is gedownload.")

    page.route("**/toelichting", lambda route: route.abort())
    card.get_by_role("button", name="Waarom?").click()
    expect(card.locator(".toelichting")).to_have_text("Dit lukt nu niet. Probeer het zo nog eens.")


def test_text_is_never_markup(page, rasa):
    text = "<img src=x onerror=alert(1)>"
    rasa.replies = [{"custom": {"soort": "melding", "tekst": text}}]
    say(page, text)
    expect(page.locator(".bericht.melding .tekst")).to_have_text(text)
    expect(page.locator(".bericht.u .tekst")).to_have_text(text)
    assert page.locator(".gesprek img").count() == 0


def test_when_the_service_is_away_nothing_is_lost(page):
    page.route("**/v1/berichten", lambda route: route.abort())
    say(page, "bent u daar?")
    error = page.locator(".bericht.fout")
    expect(error).to_contain_text("niet bereikbaar")
    page.unroute("**/v1/berichten")
    error.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".bericht.begroeting")).to_have_count(1)
    expect(page.locator(".bericht.fout")).to_have_count(0)
    expect(page.locator(".bericht.u")).to_have_count(1)


def test_when_the_service_fails_the_question_can_be_sent_again(page, rasa):
    replies, rasa.replies = rasa.replies, []  # and then the library fails too
    say(page, "stuk")
    error = page.locator(".bericht.fout")
    expect(error).to_contain_text("Uw vraag is niet verloren")
    rasa.replies = replies
    error.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".bericht.begroeting")).to_have_count(1)
    assert rasa.requests[-1]["message"] == "stuk"


def test_it_works_with_the_keyboard_alone_and_reads_replies_out(page, rasa):
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "invoer":
            break
    page.keyboard.type("hallo")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("daar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Hallo!")
    assert rasa.requests[0]["message"] == "hallo\ndaar"
    assert page.evaluate("() => document.activeElement.id") == "invoer"


def test_it_fits_a_narrow_screen(page, rasa, library):
    page.set_viewport_size({"width": 320, "height": 640})
    rasa.replies = [{"custom": {**library.answer("markt").to_json(), "tekst": "Een" + "lang" * 40 + " woord"}}]
    say(page, "x" * 200)
    expect(page.locator(".bericht.antwoord")).to_have_count(1)
    for path in ("/chat", library.bron().url):
        page.goto(path)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_the_documentation_of_the_api_works_without_another_party(page):
    page.goto("/docs")
    expect(page.get_by_text("/berichten").first).to_be_visible(timeout=20_000)
    document = json.loads(page.evaluate("() => fetch('/v1/openapi.json').then((reply) => reply.text())"))
    assert document["info"]["title"] == "Ondernemersloket-assistent"
