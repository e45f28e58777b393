"""The pages: what they say, their anchors, and that they need nothing from another party."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from api.routes import bronnen
from knowledge.bron import Bron
from knowledge.cards import Card, Citation
from knowledge.findings import Finding


class Page(HTMLParser):
    """Collects the ids, the addresses and the inline code of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self.lang: str | None = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.lang = values.get("lang") if tag == "html" else self.lang
        self.ids += [values["id"]] if "id" in values else []
        self.addresses += [values[name] for name in ("src", "href") if name in values]
        if (tag == "script" and "src" not in values) or tag == "style" or "style" in values:
            self.inline.append(tag)
        self.inline += [name for name in values if name.startswith("on")]


def test_home_leads_to_chat(client):
    reply = client.get("/", follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (307, "/chat")


@pytest.mark.parametrize(
    "path", ["/chat", "/voorbeeld", "/toegankelijkheid", "/docs", "/bronnen", "/bronnen/voorbeeld"]
)
def test_a_page_is_dutch_and_runs_and_loads_only_what_is_ours(client, path):
    reply = client.get(path)
    assert reply.status_code == 200
    page = Page(reply.text)
    assert page.lang == "nl"
    assert page.inline == []
    policy = reply.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy
    own = [
        address
        for address in page.addresses
        if not address.startswith(("#", "mailto:", "https://loket.example", "https://gemeente.example"))
    ]
    assert all(re.match(r"/(?!/)", address) for address in own)
    assert all(client.get(address).status_code == 200 for address in own)


@pytest.mark.parametrize("path", ["/chat", "/v1/checks", "/weg"])
def test_every_reply_has_the_security_headers(client, path):
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_contact_details_are_shown_only_when_they_are_set(client):
    text = client.get("/chat").text
    assert "https://loket.example" in text
    assert "tel:" not in text


def test_the_source_page_has_an_anchor_for_every_section_passage_and_sentence(client, library):
    ids = Page(client.get("/bronnen/voorbeeld").text).ids
    document = library.corpus.documents["voorbeeld"]
    wanted = {section.anchor for section in document.sections}
    wanted |= {sentence.anchor for section in document.sections for sentence in section.sentences()}
    wanted |= {chunk.sentences[0].anchor for chunk in library.corpus.chunks}
    assert wanted <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_source_page_shows_the_words_and_never_runs_them(client):
    html = client.get("/bronnen/voorbeeld").text
    assert "De markt begint om negen uur." in html
    assert "<td>4 meter</td>" in html
    assert "<b>" not in html


def test_the_source_page_says_what_the_document_is_worth(client):
    html = client.get("/bronnen/voorbeeld").text
    for text in (
        "beleidskader",
        "1 maart 2020",
        "noemt geen einddatum",
        "De kaarten staan niet",
        "Heet nu omgevingsplan.",
    ):
        assert text in html
    assert "Geldig vanaf" not in html


def test_the_source_page_says_what_is_wrong_in_the_text(client, monkeypatch):
    citaat = Bron("voorbeeld", "Voorbeeldvisie", "enschede", "1 Markt", "Een kraam is", "/bronnen/voorbeeld#1")
    finding = Finding("kraam", "voorbeeld", "Twee breedtes", (citaat,), "Er staan er twee.", "Wij volgen 1.", ("fout",))
    monkeypatch.setattr(bronnen, "_findings", lambda: (finding, replace(finding, document="ander", titel="Elders")))
    html = client.get("/bronnen/voorbeeld").text
    for text in (
        "Wat ons opviel in de tekst: 1 punt",
        "Twee breedtes",
        "Een kraam is</a>",
        "Er staan er twee.",
        "Wij volgen 1.",
    ):
        assert text in html
    assert "Elders" not in html
    monkeypatch.setattr(bronnen, "_findings", lambda: ())
    assert "Wat ons opviel" not in client.get("/bronnen/voorbeeld").text


def test_the_index_of_documents_leads_to_each_of_them(client):
    html = client.get("/bronnen").text
    for text in ('href="/bronnen/voorbeeld">Voorbeeldvisie</a>', "Gemeente Enschede", "1 maart 2020", "beleidskader"):
        assert text in html


def test_a_section_says_which_cards_and_checks_use_it(client, library, monkeypatch, tmp_path):
    section = library.documents["voorbeeld"].sections[1]
    citation = Citation(section, "De markt begint om negen uur.", tuple(section.sentences())[:1])
    card = Card("markt", "voorbeeld", "enschede", "antwoord", "Om negen uur.", (citation,), ("Hoe laat begint het?",))
    library.cards = (card, replace(card, id="elders", document="ander", vragen=("Van een ander document",)))
    values = tmp_path / "kraam.yml"
    values.write_text(
        "gemeente: enschede\ndocument: voorbeeld\ntitel: Voorbeeldvisie\nsectie: 1 Markten\n"
        "waarden: [{citaat: De markt begint om negen uur.}]\n"
    )
    services = client.app.state.services
    checks = {"kraam": replace(services.checks["kraam"], bestanden=(values,))}
    client.app.state.services = replace(services, checks=checks)
    html = client.get("/bronnen/voorbeeld").text
    assert html.count("De assistent gebruikt dit deel") == 1
    assert "Voor deze controle: Hoe breed is mijn kraam?." in html
    assert "<li>Hoe laat begint het?</li>" in html
    assert "Van een ander document" not in html
