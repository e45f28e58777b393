"""The search page of the staff site, and the source beside it."""

import pytest
from staff import log_in
from test_pages import Page

from knowledge.cards import Card, Citation

PART = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def employee(client, storage, library):
    section = library.documents["voorbeeld"].sections[1]
    citation = Citation(section, "De markt begint om negen uur.", tuple(section.sentences())[:1])
    library.cards = (
        Card("markt", "voorbeeld", "enschede", "antwoord", "Om negen uur.", (citation,), ("Hoe laat begint het?",)),
    )
    log_in(client, storage)


def test_the_page_shows_the_answer_and_what_was_weighed_for_it_with_the_reason(client):
    html = client.get("/balie/zoeken", params={"vraag": "Hoe laat begint de markt?"}).text
    for text in (
        "Dit antwoordt de assistent",
        "De markt begint om negen uur.",
        "Hoe laat begint het?",
        "Omdat het zo is.",
        "Een kaart gaat voor.",
        "0,90",
        'data-kopie="‘De markt begint om negen uur.’ (Voorbeeldvisie, gemeente Enschede, 1 Markten)"',
    ):
        assert text in html
    assert "<b>" not in html


def test_htmx_gets_the_results_and_the_source_of_the_first_citation(client):
    html = client.get("/balie/zoeken", params={"vraag": "markt"}, headers=PART).text
    assert "<html" not in html
    assert 'hx-swap-oob="innerHTML:#bron"' in html
    assert 'class="zin gemarkeerd"' in html
    back = client.get(
        "/balie/zoeken", params={"vraag": "markt"}, headers={**PART, "HX-History-Restore-Request": "true"}
    )
    assert "<html" in back.text


def test_a_question_without_an_answer_says_so_and_an_empty_one_asks_nothing(client):
    assert "De assistent geeft geen antwoord" in client.get("/balie/zoeken", params={"vraag": "Mag ik varen?"}).text
    assert "Typ een vraag" in client.get("/balie/zoeken", params={"vraag": "  "}).text


def test_a_document_goes_with_its_municipality(client, library, monkeypatch):
    asked = []
    explain = library.explain
    monkeypatch.setattr(library, "explain", lambda *args: asked.append(args) or explain(*args))
    client.get("/balie/zoeken", params={"vraag": "markt", "gemeente": "hengelo", "document": "voorbeeld"})
    client.get("/balie/zoeken", params={"vraag": "markt", "gemeente": "nergens", "document": "weg"})
    assert [gemeente for _, gemeente, _ in asked] == ["enschede", None]


def test_the_source_highlights_the_sentences_that_are_asked_for(client, library):
    section = library.documents["voorbeeld"].sections[1]
    first, second, *_ = [sentence.anchor for sentence in section.sentences()]
    html = client.get(f"/balie/bron/voorbeeld?anker={first}&anker={second}", headers=PART).text
    assert html.count('class="zin gemarkeerd"') == 2
    assert f'href="/bronnen/voorbeeld#{first}"' in html
    assert "1 Markten" in client.get(f"/balie/bron/voorbeeld?anker={section.anchor}").text


@pytest.mark.parametrize("path", ["/balie/bron/voorbeeld?anker=weg", "/balie/bron/weg?anker=x"])
def test_a_place_that_is_not_there_is_said_on_a_page(client, path):
    reply = client.get(path)
    assert (reply.status_code, "Deze plek staat niet in het document." in reply.text) == (404, True)


@pytest.mark.parametrize("path", ["/balie/zoeken?vraag=markt", "/balie/checks", "/balie/checks/kraam"])
def test_a_page_runs_and_loads_only_what_is_ours(client, path):
    page = Page(client.get(path).text)
    assert page.lang == "nl"
    assert page.inline == []
    assert all(address.startswith(("/", "#")) for address in page.addresses)
    own = [address for address in page.addresses if address.startswith("/static")]
    assert all(client.get(address).status_code == 200 for address in own)
