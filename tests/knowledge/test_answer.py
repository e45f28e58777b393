"""What is said follows from the ranking: a card, a quote, or an honest no; and every word of it has its source."""

from dataclasses import replace

import pytest

from knowledge.answer import Reden, compose
from knowledge.antwoord import Antwoord
from knowledge.cards import Citation
from knowledge.corpus import Corpus
from knowledge.message import Language
from knowledge.register import OldTerm
from knowledge.replies import in_language, replies
from knowledge.retrieve import Ranking, Retriever
from knowledge.settings import Settings
from tests.knowledge.small_world import small_corpus, small_retriever

SETTINGS = Settings("ingebouwd", 1200, answer_threshold=0.5, extract_threshold=0.5, sure_threshold=0.6, near_share=0.5)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return small_corpus(tmp_path_factory.mktemp("bron"))


@pytest.fixture(scope="module")
def retriever(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    return small_retriever(corpus, tmp_path_factory.mktemp("index") / "index")


def ask(vraag: str, gemeente: str | None, corpus: Corpus, retriever: Retriever) -> Antwoord:
    return compose(retriever.rank(vraag, gemeente, 3), corpus, SETTINGS, name_town=gemeente is None).antwoord


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


def test_a_row_of_a_table_is_not_quoted_without_its_header(corpus: Corpus, retriever: Retriever) -> None:
    ranking = retriever.rank("kantoren langs kanaal welkom", "noord", 3)
    passage = ranking.passages[0]
    row = replace(passage.chunk.sentences[passage.sentences[0]], text="64 | West | Kanaalstraat 69")
    table = replace(passage, chunk=replace(passage.chunk, sentences=(row,)), sentences=(0,))
    antwoord = compose(replace(ranking, passages=(table,)), corpus, SETTINGS, name_town=False).antwoord
    assert antwoord == compose(replace(ranking, passages=()), corpus, SETTINGS, name_town=False).antwoord
    assert antwoord.soort == "geen_antwoord"


def ranked(corpus: Corpus, *shares: tuple[str, float]) -> Ranking:
    cards = {card.id: card for card in corpus.cards}
    return Ranking(tuple((cards[name], share) for name, share in shares), (), confidence=0.9, quote_confidence=0.0)


def test_a_card_almost_as_likely_is_told_too(corpus: Corpus) -> None:
    antwoord = compose(
        ranked(corpus, ("noord-kapper", 0.5), ("zuid-kapper", 0.25)), corpus, SETTINGS, name_town=True
    ).antwoord
    first, second = antwoord.tekst.split(replies().ook)
    assert first == "Gemeente Noord: U mag dertig meter gebruiken."
    assert second == "Gemeente Zuid: U mag veertig meter gebruiken."
    assert [bron.gemeente for bron in antwoord.bronnen] == ["noord", "zuid"]


def test_a_card_much_less_likely_is_not(corpus: Corpus) -> None:
    antwoord = compose(
        ranked(corpus, ("noord-kapper", 0.5), ("zuid-kapper", 0.24)), corpus, SETTINGS, name_town=False
    ).antwoord
    assert antwoord.tekst == "U mag dertig meter gebruiken."


def test_every_citation_of_every_card_told_is_given(corpus: Corpus) -> None:
    first, second = (card for card in corpus.cards if card.soort == "antwoord")
    sentences = [
        Citation(section, sentence.text, (sentence,))
        for section in corpus.documents[second.document].sections
        for sentence in section.sentences()
    ]
    many = replace(second, citations=tuple(sentences * 5))
    antwoord = compose(Ranking(((first, 0.5), (many, 0.5)), (), 0.9, 0.0), corpus, SETTINGS, name_town=False).antwoord
    cited = [*first.citations, *sentences]
    assert [bron.citaat for bron in antwoord.bronnen] == [citation.citaat for citation in cited]


@pytest.mark.parametrize(
    ("further", "told"),
    [
        ("Dertig meter mag u gebruiken.", False),
        ("Dertig meter mag u gebruiken, en 40 met een vergunning.", True),
        ("U mag er wonen.", True),
    ],
)
def test_a_further_card_that_repeats_the_first_is_not_told(corpus: Corpus, further: str, told: bool) -> None:
    first, second = (card for card in corpus.cards if card.soort == "antwoord")
    ranking = Ranking(((first, 0.5), (replace(second, antwoord=further, kort=""), 0.5)), (), 0.9, 0.0)
    composed = compose(ranking, corpus, SETTINGS, name_town=False)
    assert (further in composed.antwoord.tekst) is told
    assert composed.cards[1] is (Reden.VERTELD if told else Reden.AL_GEZEGD)


def test_a_second_card_must_fit(corpus: Corpus) -> None:
    first, second = (card for card in corpus.cards if card.soort == "antwoord")
    room = 700 - len(first.antwoord) - len(replies().ook)
    for length, told in ((room, 700), (room + 1, len(first.antwoord))):
        ranking = Ranking(((first, 0.5), (replace(second, antwoord="a" * length), 0.5)), (), 0.9, 0.0)
        assert len(compose(ranking, corpus, SETTINGS, name_town=False).antwoord.tekst) == told


def test_a_second_card_that_does_not_fit_is_told_in_short(corpus: Corpus) -> None:
    first, second = (card for card in corpus.cards if card.soort == "antwoord")
    ranking = Ranking(((first, 0.5), (replace(second, antwoord="a" * 690, kort="Veertig meter."), 0.5)), (), 0.9, 0.0)
    tekst = compose(ranking, corpus, SETTINGS, name_town=False).antwoord.tekst
    assert tekst == f"{first.antwoord}{replies().ook}Veertig meter."


def test_a_term_of_old_law_is_marked(corpus: Corpus) -> None:
    old = replace(corpus.register["noord-visie"], oud_recht=(OldTerm("dertig meter", "Dit is oud."),))
    corpus = replace(corpus, register={**corpus.register, "noord-visie": old})
    antwoord = compose(ranked(corpus, ("noord-kapper", 0.5)), corpus, SETTINGS, name_town=False).antwoord
    assert antwoord.tekst == "U mag dertig meter gebruiken." + replies().oude_term.format(
        term="dertig meter", opmerking="Dit is oud."
    )


@pytest.mark.parametrize(
    ("antwoord", "marked"),
    [
        ("Het staat in het bestemmingsplan.", True),
        ("De bestemmingsplannen gelden.", True),
        ("Een binnenplanse vergunning is nodig.", True),
        ("Bijlage II van het Bor geldt.", True),
        ("Borne ligt ten westen van Hengelo.", False),  # no word that begins alike
        ("Er is een omgevingsplan.", False),
    ],
)
def test_only_the_term_itself_is_marked(corpus: Corpus, antwoord: str, marked: bool) -> None:
    terms = ("bestemmingsplan", "Bor", "binnenplans afwijken")
    old = replace(corpus.register["noord-visie"], oud_recht=tuple(OldTerm(term, "Dit is oud.") for term in terms))
    corpus = replace(corpus, register={**corpus.register, "noord-visie": old})
    card = replace(corpus.cards[0], antwoord=antwoord)
    tekst = compose(Ranking(((card, 0.5),), (), 0.9, 0.0), corpus, SETTINGS, name_town=False).antwoord.tekst
    assert ("Dit is oud." in tekst) is marked


@pytest.mark.parametrize(("asked_in", "first"), [("en", "(The policy"), ("de", "(Die Regeln"), ("nl", "Dat mag.")])
def test_another_language_is_answered_in_dutch_and_says_so(asked_in: Language, first: str) -> None:
    antwoord = in_language(Antwoord("melding", "Dat mag."), asked_in)
    assert antwoord.tekst.startswith(first)
    assert antwoord.tekst.endswith("Dat mag.")


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
