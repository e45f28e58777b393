"""What is said follows from the ranking: a card, a quote, or an honest no; and every word of it has its source."""

import pytest

from knowledge.answer import compose, replies
from knowledge.antwoord import Antwoord
from knowledge.corpus import Corpus
from knowledge.retrieve import Retriever
from knowledge.settings import Settings
from tests.knowledge.small_world import small_corpus, small_retriever

SETTINGS = Settings("ingebouwd", 1200, answer_threshold=0.5, extract_threshold=0.5)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return small_corpus(tmp_path_factory.mktemp("bron"))


@pytest.fixture(scope="module")
def retriever(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    return small_retriever(corpus, tmp_path_factory.mktemp("index") / "index")


def ask(vraag: str, gemeente: str | None, corpus: Corpus, retriever: Retriever) -> Antwoord:
    return compose(retriever.rank(vraag, gemeente, 3), corpus, SETTINGS, name_town=gemeente is None)


def test_a_card_answers_with_its_citation(corpus: Corpus, retriever: Retriever) -> None:
    antwoord = ask("kapper aan huis meters", "noord", corpus, retriever)
    assert (antwoord.soort, antwoord.tekst) == ("antwoord", "U mag dertig meter gebruiken.")
    (bron,) = antwoord.bronnen
    assert bron.citaat == "Een kapper aan huis mag dertig meter gebruiken."
    assert (bron.gemeente, bron.sectie) == ("noord", "1 Werken aan huis")
    anchors = [s.anchor for section in corpus.documents["noord-visie"].sections for s in section.sentences()]
    assert bron.url in {f"/bronnen/noord-visie#{anchor}" for anchor in anchors}


def test_the_municipality_decides_which_card(corpus: Corpus, retriever: Retriever) -> None:
    assert ask("kapper aan huis meters", "zuid", corpus, retriever).tekst == "U mag veertig meter gebruiken."


def test_the_municipality_is_named_when_nobody_named_one(corpus: Corpus, retriever: Retriever) -> None:
    antwoord = ask("kapper aan huis meters", None, corpus, retriever)
    assert antwoord.tekst == "Gemeente Noord: U mag dertig meter gebruiken."


def test_a_known_gap_is_an_honest_no(corpus: Corpus, retriever: Retriever) -> None:
    antwoord = ask("leges vergunning prijs", "noord", corpus, retriever)
    assert (antwoord.soort, antwoord.tekst) == ("geen_antwoord", "De leges staan niet in dit beleid.")
    assert antwoord.knoppen == (replies().knop_medewerker,)


def test_without_a_card_the_policy_itself_is_quoted(corpus: Corpus, retriever: Retriever) -> None:
    antwoord = ask("kantoren langs kanaal welkom", "noord", corpus, retriever)
    assert (antwoord.soort, antwoord.tekst) == ("antwoord", "Kantoren langs het kanaal zijn welkom.")
    assert antwoord.bronnen[0].sectie == "2 Kantoren"


@pytest.mark.parametrize("vraag", ["paspoort verlengen", "xyzzy", "🙂", ""])
def test_what_nobody_wrote_about_is_refused(vraag: str, corpus: Corpus, retriever: Retriever) -> None:
    antwoord = ask(vraag, "noord", corpus, retriever)
    assert antwoord.soort == "geen_antwoord"
    assert antwoord.tekst == replies().geen_antwoord


def test_an_unknown_municipality_has_no_answers(corpus: Corpus, retriever: Retriever) -> None:
    ranking = retriever.rank("kapper aan huis meters", "oost", 3)
    assert (ranking.cards, ranking.passages) == ((), ())
    assert ask("kapper aan huis meters", "oost", corpus, retriever).soort == "geen_antwoord"


def test_an_answer_without_a_source_cannot_exist() -> None:
    with pytest.raises(ValueError, match="at least one Bron"):
        Antwoord("antwoord", "Dat mag.")


def test_an_answer_of_701_characters_cannot_exist() -> None:
    assert len(Antwoord("melding", "a" * 700).tekst) == 700
    with pytest.raises(ValueError, match="at most 700"):
        Antwoord("melding", "a" * 701)
