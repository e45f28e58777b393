"""A conversation in the chat kept as a text, judged, deleted, gone on with, and never left in the browser."""

import re

from playwright.sync_api import expect
from talking import answers, say, send_in_vain


def test_a_conversation_keeps_its_id_and_municipality_until_a_new_one_starts(page, rasa):
    expect(page.get_by_label("Gemeente").locator("option")).to_have_text(["Maakt niet uit", "Enschede"])
    page.get_by_label("Gemeente").select_option("enschede")
    say(page, "een")
    say(page, "twee")
    page.reload()
    expect(page.locator(".bericht.u")).to_have_text([re.compile("een"), re.compile("twee")])
    expect(page.get_by_label("Gemeente")).to_have_value("enschede")
    say(page, "drie")
    assert len({request["sender"] for request in rasa.requests}) == 1
    assert {request["metadata"]["gemeente"] for request in rasa.requests} == {"enschede"}

    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator(".bericht")).to_have_count(1)
    say(page, "vier")
    assert len({request["sender"] for request in rasa.requests}) == 2


def test_the_conversation_can_be_kept_as_a_text(page, rasa, library):
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Bewaar dit gesprek als tekst").click()
    expect(page.locator(".balk")).to_contain_text("Er is dus nog geen gesprek.")
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    page.get_by_role("button", name="Meer").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar dit gesprek als tekst").click()
    assert re.fullmatch(r"gesprek-\d{4}-\d\d-\d\d\.txt", download.value.suggested_filename)
    text = download.value.path().read_text(encoding="utf-8")
    assert "U: Hoe laat begint de markt?" in text
    assert "Assistent: De markt begint om negen uur." in text
    assert library.bron().citaat in text


def test_the_conversation_can_be_deleted_after_a_second_thought(page, rasa, context):
    say(page, "hallo")
    conversation = f"/v1/gesprekken/{rasa.requests[0]['sender']}"
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()
    expect(page.get_by_role("group", name="Weet u het zeker?")).to_be_visible()
    page.get_by_role("button", name="Nee, terug").click()
    assert context.request.get(conversation).status == 200
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()
    page.get_by_role("button", name="Ja, verwijder").click()
    expect(page.locator(".balk")).to_contain_text("Uw gesprek is verwijderd.")
    expect(page.locator(".bericht")).to_have_count(1)
    assert context.request.get(conversation).status == 404
    page.reload()
    expect(page.locator(".bericht")).to_have_count(1)


def test_a_thumb_can_be_given_with_a_remark_and_is_still_there_later(page, rasa, library, context):
    say(page, "hallo")
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    page.get_by_role("button", name="Nee, dit was niet nuttig").click()
    expect(page.get_by_role("button", name="Nee, dit was niet nuttig")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Wilt u zeggen waarom? Dat hoeft niet.").fill("Ik zocht de sluitingstijd.")
    page.get_by_role("button", name="Stuur opmerking").click()
    expect(page.locator(".beoordeling")).to_contain_text("Wij hebben uw opmerking ontvangen.")
    kept = context.request.get(f"/v1/gesprekken/{rasa.requests[0]['sender']}").json()["feedback"]
    assert [(one["antwoordIndex"], one["duim"], one["toelichting"]) for one in kept] == [
        (1, "omlaag", "Ik zocht de sluitingstijd.")
    ]
    page.reload()
    expect(page.get_by_role("button", name="Nee, dit was niet nuttig")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Ja, dit was nuttig")).to_have_attribute("aria-pressed", "false")


def test_a_thumb_that_does_not_come_through_is_not_shown_as_given(page, rasa, library):
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    page.route("**/v1/feedback", lambda route: route.abort())
    page.get_by_role("button", name="Ja, dit was nuttig").click()
    expect(page.locator(".beoordeling")).to_contain_text("Dit lukt nu niet.")
    expect(page.get_by_role("button", name="Ja, dit was nuttig")).to_have_attribute("aria-pressed", "false")


def test_the_browser_keeps_no_word_of_the_conversation(page):
    say(page, "Ik begin een kapsalon")
    kept = page.evaluate("() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])")

    assert "kapsalon" not in kept
    assert "Hallo" not in kept


def test_what_did_not_come_through_is_there_after_a_reload(page, rasa):
    say(page, "een")
    page.route("**/v1/berichten", lambda route: route.abort())
    send_in_vain(page, "twee")
    page.unroute("**/v1/berichten")
    page.reload()
    expect(page.locator(".bericht.u")).to_have_text(["Ueen", "Utwee"])
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".bericht.begroeting")).to_have_count(2)
    assert [request["message"] for request in rasa.requests] == ["een", "twee"]


def test_a_conversation_that_the_service_no_longer_has_goes_on_in_a_new_one(page, rasa):
    say(page, "een")
    gone = rasa.requests[0]["sender"]
    page.evaluate("(id) => fetch(`/v1/gesprekken/${id}`, { method: 'DELETE' })", gone)
    say(page, "twee")
    assert [request["sender"] == gone for request in rasa.requests] == [True, False]
