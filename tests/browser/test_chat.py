"""The chat page as a person uses it, on a phone and at a desk."""

import json
import re

import pytest
from playwright.sync_api import expect
from talking import answers, asks, focused, hands_over, judges, say


def test_a_question_gets_a_cited_answer_and_the_citation_opens_at_the_highlighted_sentence(
    page, rasa, library, address
):
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    answer = page.locator(".bericht.antwoord")
    expect(answer).to_contain_text("De markt begint om negen uur.")
    citaat = library.bron().citaat
    expect(answer.locator("blockquote")).to_have_text(citaat)

    with page.expect_popup() as opened:
        answer.get_by_role("link", name="Voorbeeldvisie, 1 Markten (opent in een nieuw tabblad)").click()
    source = opened.value
    expect(source).to_have_url(address + library.bron().url)
    sentence = source.locator(".zin:target")
    expect(sentence).to_have_text(citaat)
    expect(sentence).to_be_in_viewport()
    expect(sentence).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(source.locator(".zin").nth(1)).to_have_css("background-color", "rgba(0, 0, 0, 0)")

    expect(answer).to_be_visible()  # the conversation is still there


def test_of_many_sources_the_first_is_shown_and_the_others_for_who_asks(page, rasa, library):
    bron = library.bron().to_json()
    rasa.replies = [{"custom": {"soort": "antwoord", "tekst": "Zo is het.", "bronnen": [bron, bron, bron]}}]
    say(page, "waar staat dat?")
    quotes = page.locator(".bericht.antwoord blockquote")
    expect(quotes.nth(0)).to_be_visible()
    expect(quotes.nth(2)).not_to_be_visible()
    page.get_by_text("Nog 2 plekken in het beleid").click()
    expect(quotes.nth(2)).to_be_visible()


def test_the_page_says_first_that_it_is_a_machine_and_what_it_keeps(page):
    welcome = page.locator(".bericht").first
    expect(welcome).to_contain_text("Ik ben een automatische assistent, geen mens.")
    expect(welcome).to_contain_text("Wij bewaren dit gesprek")
    expect(welcome).to_contain_text("Deel geen persoonlijke gegevens, zoals uw BSN.")


def test_an_example_question_can_be_pressed(page, rasa):
    page.get_by_role("button", name="Waar mag ik een kantoor openen?").click()
    expect(page.locator(".bericht.u")).to_contain_text("Waar mag ik een kantoor openen?")
    expect(page.locator(".bericht.begroeting")).to_be_visible()
    assert rasa.requests[0]["message"] == "Waar mag ik een kantoor openen?"


def test_a_municipality_has_a_page_of_its_own(page, rasa):
    page.goto("/chat?gemeente=enschede")
    expect(page.get_by_role("heading", name="Digitale assistent Enschede")).to_be_visible()
    expect(page.locator("ondernemersloket-chat")).to_have_attribute("thema", "enschede")
    say(page, "hallo")
    assert rasa.requests[0]["metadata"]["gemeente"] == "enschede"


def test_a_yes_or_no_question_gets_buttons_that_go_when_it_is_answered(page, rasa):
    asks(rasa, "Woont u daar zelf?", {"veld": "bewoner", "type": "ja_nee"})
    say(page, "ik wil de check doen")
    rasa.replies = [{"custom": {"soort": "begroeting", "tekst": "Mooi."}}]
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.locator(".bericht.u").last).to_contain_text("Ja")
    expect(page.locator(".bericht.begroeting")).to_contain_text("Mooi.")
    expect(page.get_by_role("button", name="Ja", exact=True)).to_have_count(0)
    assert focused(page).startswith("article")  # and not at the top of the page
    assert rasa.requests[-1]["message"] == "Ja"


def test_a_choice_gets_a_button_for_each(page, rasa):
    asks(rasa, "Wat doet u?", {"veld": "activiteitCategorie", "type": "keuze", "keuzes": ["horeca", "anders"]})
    say(page, "ik wil de check doen")
    page.get_by_role("button", name="horeca").click()
    expect(page.locator(".bericht.vraag")).to_have_count(2)
    assert rasa.requests[-1]["message"] == "horeca"


def test_a_number_gets_the_keyboard_of_numbers_and_words_stay_possible(page, rasa):
    expect(page.get_by_label("Uw vraag")).to_have_attribute("inputmode", "text")
    asks(rasa, "Hoe breed is uw kraam?", {"veld": "breedteM", "type": "getal"})
    say(page, "ik wil de check doen")
    number = page.get_by_label("Uw antwoord, een getal")
    expect(number).to_have_attribute("inputmode", "decimal")
    page.get_by_role("button", name="Antwoord met woorden").click()
    expect(page.get_by_label("Uw antwoord", exact=True)).to_have_attribute("inputmode", "text")
    assert focused(page) == "invoer"
    page.reload()
    expect(number).to_have_attribute("inputmode", "decimal")


@pytest.mark.parametrize(
    ("oordeel", "kleur", "woorden"),
    [
        ("toegestaan", "goed", "Dit mag"),
        ("vergunning_binnenplans", "letop", "U heeft een binnenplanse vergunning nodig"),
        ("niet_toegestaan", "nee", "Dit mag niet"),
        ("buiten_otb", "info", "Dit terrein valt niet onder het programma"),
    ],
)
def test_a_verdict_is_told_in_words_colour_and_sign(page, rasa, library, oordeel, kleur, woorden):
    judges(rasa, 5, oordeel=oordeel, aannames=["De kraam staat stil."], disclaimer="Geen rechten.")
    say(page, "5 meter")
    card = page.locator(f".oordeelkaart.{kleur}")
    expect(card.locator(".oordeel")).to_have_text(woorden)
    expect(card.locator(".oordeel svg")).to_be_visible()
    expect(card).to_contain_text("De kraam staat stil.")
    expect(card).to_contain_text("Geen rechten.")
    card.get_by_text("Bekijk de regels (1)").click()
    expect(card.locator(".regels li")).to_contain_text("Een kraam is hoogstens 4 meter.")
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile(re.escape(library.bron().url) + "$"))


def test_a_reply_of_two_paragraphs_is_shown_as_two(page, rasa):
    rasa.replies = [{"custom": {"soort": "melding", "tekst": "De eerste.\n\nOok in het beleid: de tweede."}}]
    say(page, "twee")
    paragraphs = page.locator(".bericht.melding .tekst")
    expect(paragraphs).to_have_text(["De eerste.", "Ook in het beleid: de tweede."])
    first, second = paragraphs.evaluate_all("(all) => all.map((p) => [p.offsetTop, p.offsetHeight])")
    assert second[0] > first[0] + first[1]


def test_a_verdict_is_explained_and_can_be_kept_as_a_pdf(page, rasa):
    judges(rasa, 5, gegevens={"breedteM": 5, "gelezen": {"als": "vijf"}})  # what is not of the schema is not sent back
    say(page, "5 meter")
    card = page.locator(".oordeelkaart")
    card.get_by_role("button", name="Waarom?").click()
    expect(card.locator(".toelichting")).to_contain_text("Dit mag niet. Dit geeft de doorslag:")
    expect(card.locator(".toelichting")).to_contain_text("Wij keken naar: breedteM: 5.")
    expect(card.locator(".toelichting")).to_contain_text("noemt bij deze uitkomst geen volgende stap")
    expect(card.locator(".toelichting")).to_be_in_viewport()

    with page.expect_download() as download:
        card.get_by_role("button", name="Download als PDF").click()
    assert re.fullmatch(r"uitkomst-kraam-\d{4}-\d\d-\d\d\.pdf", download.value.suggested_filename)
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    expect(card.locator(".toelichting")).to_have_text("De PDF is gedownload.")

    page.route("**/toelichting", lambda route: route.abort())
    card.get_by_role("button", name="Waarom?").click()
    expect(card.locator(".toelichting")).to_have_text("Dit lukt nu niet. Probeer het zo nog eens.")


def test_a_person_can_be_asked_for(page, rasa):
    hands_over(rasa)
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Ik wil een medewerker spreken").click()
    card = page.locator(".bericht.doorverwijzing")
    expect(card).to_contain_text("Een medewerker kan u verder helpen.")
    expect(card.get_by_role("link", name="https://loket.example")).to_be_visible()
    expect(card.get_by_role("link", name="012 345")).to_have_attribute("href", "tel:012345")
    assert rasa.requests[-1]["message"] == "Ik wil een medewerker spreken"


def test_text_is_never_markup(page, rasa):
    text = "<img src=x onerror=alert(1)>"
    rasa.replies = [{"custom": {"soort": "melding", "tekst": text}}]
    say(page, text)
    expect(page.locator(".bericht.melding .tekst")).to_have_text(text)
    expect(page.locator(".bericht.u .tekst")).to_have_text(text)
    assert page.locator(".gesprek img").count() == 0


def test_the_documentation_of_the_api_works_without_another_party(page):
    page.goto("/docs")
    expect(page.locator("#swagger-ui").get_by_text("/berichten").first).to_be_visible(timeout=20_000)
    document = json.loads(page.evaluate("() => fetch('/v1/openapi.json').then((reply) => reply.text())"))
    assert document["info"]["title"] == "Ondernemersloket-assistent"
