"""Cards can be published, replaced and withdrawn while the library is in use."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.cards import load_cards
from knowledge.fusion import Floats
from knowledge.library import Library
from knowledge.settings import Settings
from tests.knowledge.small_world import small_corpus, small_retriever

SETTINGS = Settings("ingebouwd", 1200, answer_threshold=0.5, extract_threshold=0.9, sure_threshold=0.6, near_share=0.5)
NEW = """
document: noord-visie
kaarten:
  - id: noord-kanaal
    antwoord: Kantoren zijn welkom langs het kanaal.
    citaten: [{sectie: "2", citaat: Kantoren langs het kanaal zijn welkom.}]
    vragen: [waar mag een kantoor komen, kantoor beginnen kanaal]
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    corpus = small_corpus(tmp_path / "bron")
    return Library(small_retriever(corpus, tmp_path / "index"), SETTINGS)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "gepubliceerd"
    folder.mkdir()
    (folder / "noord-kanaal.yml").write_text(NEW, encoding="utf-8")
    return folder


def test_a_published_card_answers_from_the_next_question_on(library: Library, published: Path) -> None:
    assert library.answer("waar mag een kantoor komen", "noord").soort == "geen_antwoord"
    library.publish(load_cards(library.documents, published))
    antwoord = library.answer("waar mag een kantoor komen", "noord")
    assert antwoord.tekst == "Kantoren zijn welkom langs het kanaal."
    assert antwoord.bronnen[0].citaat == "Kantoren langs het kanaal zijn welkom."
    assert library.answer("kapper aan huis meters", "noord").tekst == "U mag dertig meter gebruiken."
    assert library.answer("kapper in zuid meters", "zuid").tekst == "U mag veertig meter gebruiken."


def test_what_is_published_is_as_if_it_had_always_been_there(library: Library, tmp_path: Path, published: Path) -> None:
    corpus = replace(small_corpus(tmp_path / "weer"))
    new = load_cards(corpus.documents, published)
    changed = replace(corpus.cards[0], vragen=("mag een kapper thuis knippen",))
    whole = replace(corpus, cards=(changed, *corpus.cards[1:], *new))
    library.publish([*new, changed])
    assert library.cards == whole.cards
    fresh = Library(small_retriever(whole, tmp_path / "vers"), SETTINGS)
    for vraag in ("waar mag een kantoor komen", "kapper thuis knippen", "leges vergunning prijs", "paspoort"):
        ours, theirs = library.explain(vraag), fresh.explain(vraag)
        assert ours.antwoord == theirs.antwoord
        assert [k.kaart.id for k in ours.delen[0].kaarten] == [k.kaart.id for k in theirs.delen[0].kaarten]
        assert ours.delen[0].vertrouwen == pytest.approx(theirs.delen[0].vertrouwen, abs=0.02)


def test_a_card_with_a_known_id_takes_its_place_until_it_is_withdrawn(library: Library) -> None:
    own = library.cards[0]
    library.publish([replace(own, antwoord="U mag nu dertig meter gebruiken.")])
    assert library.answer("kapper aan huis meters", "noord").tekst == "U mag nu dertig meter gebruiken."
    assert len(library.cards) == 3
    library.withdraw(own.id)
    assert library.answer("kapper aan huis meters", "noord").tekst == own.antwoord


def test_a_card_keeps_the_names_of_the_one_it_replaces(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path)
    first, *rest = corpus.cards
    named = replace(corpus, cards=(replace(first, namen=("meters",)), *rest))
    library = Library(small_retriever(named, tmp_path / "index"), SETTINGS)
    library.publish([replace(first, antwoord="U mag nu dertig meter gebruiken.")])
    assert library.answer("kapper aan huis meters", "noord").tekst == "U mag nu dertig meter gebruiken."
    assert library.answer("kapsalon thuis ruimte", "noord").soort == "geen_antwoord"


def test_a_card_that_was_new_is_gone_when_withdrawn(library: Library, published: Path) -> None:
    before = library.cards
    library.publish(load_cards(library.documents, published))
    library.withdraw("noord-kanaal")
    assert library.cards == before
    assert library.answer("waar mag een kantoor komen", "noord").soort == "geen_antwoord"
    with pytest.raises(KeyError):
        library.withdraw("noord-kanaal")


def test_questions_are_answered_while_cards_are_published(library: Library) -> None:
    own = library.cards[0]
    texts = {own.antwoord, *(f"U mag {number} meter gebruiken." for number in range(20))}

    def publish(number: int) -> None:
        library.publish([replace(own, antwoord=f"U mag {number} meter gebruiken.")])

    with ThreadPoolExecutor(4) as pool:
        changes = [pool.submit(publish, number) for number in range(20)]
        answers = list(pool.map(lambda _: library.answer("kapper aan huis meters", "noord").tekst, range(60)))
        for change in changes:
            change.result()
    assert set(answers) <= texts


def test_each_question_of_a_message_is_explained(library: Library) -> None:
    found = library.explain("hoeveel meter mag een kapper aan huis? wat kost een vergunning?", "noord")
    assert [deel.vraag for deel in found.delen][1:] == [
        "hoeveel meter mag een kapper aan huis?",
        "wat kost een vergunning?",
    ]
    assert found.antwoord == library.answer("hoeveel meter mag een kapper aan huis? wat kost een vergunning?", "noord")


def test_a_place_without_policy_is_named_in_the_explanation(library: Library) -> None:
    found = library.explain("kapper aan huis in Almelo")
    assert found.delen[0].elders == "almelo"
    assert not any(kaart.aanvaard for kaart in found.delen[0].kaarten)


ZUID = """
document: zuid-visie
kaarten:
  - id: zuid-leges
    antwoord: U betaalt veertig euro.
    citaten: [{sectie: "1", citaat: Een kapper aan huis mag veertig meter gebruiken.}]
    vragen: [prijs van een vergunning, leges vergunning bedrag]
"""


def test_the_answer_of_one_municipality_goes_before_what_is_missing_in_another(
    library: Library, published: Path
) -> None:
    assert library.answer("leges vergunning prijs").soort == "geen_antwoord"
    (published / "noord-kanaal.yml").write_text(ZUID, encoding="utf-8")
    library.publish(load_cards(library.documents, published))
    answered = library.answer("leges vergunning prijs")
    assert (answered.soort, answered.tekst) == ("antwoord", "Gemeente Zuid: U betaalt veertig euro.")
    assert library.answer("leges vergunning prijs", "noord").soort == "geen_antwoord"


def test_the_vector_of_a_question_is_made_once_for_a_message(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    made = library._retriever._embedder.query
    asked: list[str] = []

    def query(text: str) -> Floats:
        asked.append(text)
        return made(text)

    monkeypatch.setattr(library._retriever._embedder, "query", query)
    parts = "hoeveel meter mag mijn kapper?", "waar mag een kantoor komen?"
    library.answer(" ".join(parts))
    assert sorted(asked) == sorted([*parts, " ".join(parts)])
