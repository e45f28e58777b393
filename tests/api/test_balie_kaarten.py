"""A card from an open question to an answer: written, reviewed, published, and taken back."""

from dataclasses import replace

import pytest
from staff import PASSWORD, csrf, log_in, make_account, try_password
from starlette.testclient import TestClient

from api.kaarten.regels import faults, hints
from api.storage import audit, kaarten

VRAGEN = "Hoe laat begint de markt?\nWanneer opent de markt?\n\nHoe laat open?\nHoe laat open?"


@pytest.fixture
def anker(library):
    return next(library.documents["voorbeeld"].sections[1].sentences()).anchor


@pytest.fixture
def editor(client, storage):
    return log_in(client, storage, "jansen", "redacteur")


@pytest.fixture
def colleague(app, storage):
    make_account(storage, "pietersen", "redacteur")
    with TestClient(app) as other:
        try_password(other, "pietersen", PASSWORD)
        other.token = csrf(other, "/balie/kaarten/nieuw")
        yield other


def write(client, token, anker, wat="aanbieden", kaart="nieuw", **more):
    form = {
        "csrf": token,
        "document": "voorbeeld",
        "vragen": VRAGEN,
        "antwoord": "De markt begint om negen uur.",
        "anker": [anker],
        "wat": wat,
        **more,
    }
    return client.post(f"/balie/kaarten/{kaart}", data=form)


def kaart_id(reply):
    return reply.url.path.rpartition("/")[2]


def review(client, token, kaart, revisie=1, besluit="publiceer"):
    form = {"csrf": token, "besluit": besluit, "opmerking": "Goed zo."}
    return client.post(f"/balie/kaarten/{kaart}/{revisie}/beoordelen", data=form)


def test_a_card_is_written_reviewed_by_a_colleague_and_used_from_the_next_question_on(
    client, storage, library, editor, colleague, anker
):
    kaart = kaart_id(write(client, editor, anker))
    assert kaart.startswith("balie-hoe-laat-begint-de-markt-")
    assert library.cards == ()
    assert "Wacht op beoordeling" in client.get(f"/balie/kaarten/{kaart}").text

    page = review(colleague, colleague.token, kaart).text
    assert "geldt nu" in page
    assert "Vindt de assistent deze kaart?" in page
    (card,) = library.cards
    assert card.id == kaart
    assert card.vragen == ("Hoe laat begint de markt?", "Wanneer opent de markt?", "Hoe laat open?")
    assert card.citations[0].citaat == "De markt begint om negen uur."
    with storage.read() as session:
        trail = [(line.wie, line.wat) for line in audit.lines(session, f"kaart/{kaart}")]
    assert trail == [("pietersen", "kaart gepubliceerd"), ("jansen", "kaart ter_beoordeling")]


def test_nobody_reviews_an_own_card_unless_the_municipality_has_only_one_editor(client, library, editor, anker):
    kaart = kaart_id(write(client, editor, anker))
    assert "Een andere redacteur moet haar beoordelen." in review(client, editor, kaart).text
    assert library.cards == ()
    object.__setattr__(client.app.state.services.settings, "four_eyes", False)
    review(client, editor, kaart)
    assert len(library.cards) == 1


def test_taking_back_brings_the_version_before_it_and_then_nothing(client, library, editor, colleague, anker):
    kaart = kaart_id(write(client, editor, anker))
    review(colleague, colleague.token, kaart)
    write(client, editor, anker, kaart=kaart, antwoord="Om negen uur begint de markt.")
    assert library.cards[0].antwoord == "De markt begint om negen uur."  # the new version waits
    review(colleague, colleague.token, kaart, 2)
    assert library.cards[0].antwoord == "Om negen uur begint de markt."

    client.post(f"/balie/kaarten/{kaart}/2/intrekken", data={"csrf": editor})
    assert library.cards[0].antwoord == "De markt begint om negen uur."
    client.post(f"/balie/kaarten/{kaart}/1/intrekken", data={"csrf": editor})
    assert library.cards == ()
    assert client.post(f"/balie/kaarten/{kaart}/1/intrekken", data={"csrf": editor}).status_code == 404


def test_an_earlier_version_can_be_put_back(client, library, editor, colleague, anker):
    kaart = kaart_id(write(client, editor, anker))
    review(colleague, colleague.token, kaart)
    write(client, editor, anker, kaart=kaart, antwoord="Om negen uur begint de markt.")
    review(colleague, colleague.token, kaart, 2)
    assert "geldt nu" in client.post(f"/balie/kaarten/{kaart}/1/terugzetten", data={"csrf": editor}).text
    assert library.cards[0].antwoord == "De markt begint om negen uur."
    assert client.post(f"/balie/kaarten/{kaart}/9/terugzetten", data={"csrf": editor}).status_code == 404


def test_a_declined_card_is_not_used(client, library, editor, colleague, anker):
    kaart = kaart_id(write(client, editor, anker))
    assert "Afgewezen" in review(colleague, colleague.token, kaart, besluit="wijs_af").text
    assert library.cards == ()
    assert review(colleague, colleague.token, kaart).status_code == 404


def test_another_replica_takes_over_what_was_published_and_taken_back(client, storage, library, editor, anker):
    with storage.write() as session:
        content = {
            "id": "k",
            "document": "voorbeeld",
            "antwoord": "Om negen uur.",
            "citaten": [{"sectie": "1 Markten", "citaat": "De markt begint om negen uur."}],
            "vragen": ["a", "b", "c"],
        }
        version = kaarten.add(session, "k", content, "elders", "gepubliceerd")
        broken = content | {"citaten": [{"sectie": "1 Markten", "citaat": "Dit staat er niet."}]}
        kaarten.add(session, "stuk", broken, "elders", "gepubliceerd")
    published = client.app.state.services.published
    published.sync()
    assert [card.id for card in library.cards] == ["k"]
    before = library.cards
    published.sync()
    assert library.cards is before
    with storage.write() as session:
        kaarten.retract(session, session.merge(version), "elders")
        kaarten.retract(session, kaarten.find(session, "stuk", 1), "elders")
    published.sync()
    assert library.cards == ()


def test_a_draft_may_be_unfinished_but_for_review_everything_must_be_right(client, editor, anker):
    assert "Schrijf minstens één vraag op." in write(client, editor, anker, wat="concept", vragen="").text
    html = write(client, editor, "weg", antwoord="", vragen="Eén vraag?").text
    for text in ("Vul een antwoord in.", "minstens 3 manieren", "Kies minstens één zin", "<title>Fout: "):
        assert text in html
    kaart = kaart_id(write(client, editor, "weg", wat="concept", antwoord="", vragen="Eén vraag?"))
    assert "Concept" in client.get(f"/balie/kaarten/{kaart}").text


CONTENT = {
    "document": "voorbeeld",
    "vragen": ["a", "b", "c"],
    "citaten": [{"sectie": "1 Markten", "citaat": "De markt begint om negen uur."}],
}


@pytest.mark.parametrize(
    ("antwoord", "fine"),
    [
        (" ".join(["woord"] * 19) + " einde.", True),  # 20 words
        (" ".join(["woord"] * 20) + " einde.", False),
        ("Kort. " * 116 + "Eind", True),  # 700 characters
        ("Kort. " * 116 + "Einde", False),
    ],
)
def test_an_answer_has_700_characters_and_a_sentence_20_words_at_most(library, antwoord, fine):
    assert ("antwoord" not in faults({**CONTENT, "antwoord": antwoord}, library.documents)) is fine


def test_a_citation_that_no_longer_stands_in_the_source_is_a_fault(library):
    content = {**CONTENT, "antwoord": "Goed.", "citaten": [{"sectie": "1 Markten", "citaat": "Iets anders."}]}
    assert "woord voor woord" in faults(content, library.documents)["citaten"]
    assert faults({**content, "document": "weg"}, library.documents) == {"document": "Kies een document."}


def test_what_makes_an_answer_hard_to_read_is_said_while_typing(client, editor):
    def said(antwoord, vragen=""):
        return client.post(
            "/balie/kaarten/controle", data={"csrf": editor, "antwoord": antwoord, "vragen": vragen}
        ).text

    assert "Deze zin heeft meer dan 20 woorden" in said("Dit is een zin " + "met nog een woord " * 4 + "erbij.")
    assert "Schrijftaal: ‘indien’." in said("Indien u wacht, helpen wij u.")
    assert "‘ruimtevragers’" in said("De planologische ruimtevragers wachten lang.", "wat is de markt?")
    easy = said("De planologische ruimtevragers wachten lang.", "wie zijn planologische ruimtevragers?")
    assert "niveau B1" in easy  # who asks in a word knows it
    assert hints("", [], ()) == ["0 van 700 tekens."]


def test_sentences_are_found_by_their_words_and_chosen_ones_stay(client, editor, library, anker):
    form = {"csrf": editor, "document": "voorbeeld", "zoek": "KRAAM meter"}
    html = client.post("/balie/kaarten/zinnen", data=form).text
    assert html.count("<input") == 1
    assert "hoogstens" in html
    html = client.post("/balie/kaarten/zinnen", data={**form, "anker": [anker]}).text
    assert html.count("checked") == 1
    assert "Geen zinnen met deze woorden." in client.post("/balie/kaarten/zinnen", data={**form, "zoek": "fiets"}).text


def test_a_card_of_the_repository_can_be_improved(client, library, editor, anker, colleague):
    write(client, editor, anker)
    services = client.app.state.services
    with services.storage.read() as session:
        (version,) = kaarten.latest(session)
    review(colleague, colleague.token, version.kaart_id)
    library.cards = (replace(library.cards[0], id="eigen-kaart"),)
    html = client.get("/balie/kaarten/eigen-kaart").text
    assert "Wanneer opent de markt?" in html
    assert "checked" in html
    assert client.get("/balie/kaarten/weg").status_code == 404


def test_an_employee_does_not_write_cards(client, storage):
    token = log_in(client, storage)
    assert client.get("/balie/kaarten").status_code == 403
    assert client.post("/balie/kaarten/nieuw", data={"csrf": token}).status_code == 403
    assert "Kaarten" not in client.get("/balie/checks").text
