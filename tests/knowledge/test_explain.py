"""Staff see what was weighed for an answer: every card and passage looked at, told or not, and why."""

import pytest

from knowledge.answer import Reden, compose
from knowledge.corpus import Corpus
from knowledge.explain import Weging, weging
from knowledge.replies import replies
from knowledge.retrieve import RankedPassage, Ranking
from knowledge.settings import Settings
from tests.knowledge.small_world import small_corpus

SETTINGS = Settings("ingebouwd", 1200, answer_threshold=0.5, extract_threshold=0.6, sure_threshold=0.6, near_share=0.5)
SHARES = (("noord-kapper", 0.5), ("zuid-kapper", 0.25), ("noord-leges", 0.2))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return small_corpus(tmp_path_factory.mktemp("bron"))


def weighed(corpus: Corpus, confidence: float, quote: float, elders: str | None = None) -> Weging:
    cards = {card.id: card for card in corpus.cards}
    passages = tuple(RankedPassage(chunk, score, (0,)) for chunk, score in zip(corpus.chunks, (0.7, 0.3), strict=False))
    ranking = Ranking(tuple((cards[name], share) for name, share in SHARES), passages, confidence, quote)
    composed = compose(ranking, corpus, SETTINGS, name_town=False)
    return weging("vraag?", "noord", elders, ranking, composed, SETTINGS)


def test_cards_that_are_told_and_one_too_far_behind(corpus: Corpus) -> None:
    found = weighed(corpus, 0.5, 0.9)
    assert [kaart.aanvaard for kaart in found.kaarten] == [True, True, False]
    assert found.kaarten[1].reden == "Verteld. De score 0,25 haalt de drempel 0,25."
    assert found.kaarten[2].reden == "Niet verteld. De score 0,20 haalt de drempel 0,25 niet."
    assert not any(passage.aanvaard for passage in found.passages)
    assert found.antwoord.soort == "antwoord"


def test_a_quote_when_no_card_is_sure_enough(corpus: Corpus) -> None:
    found = weighed(corpus, 0.49, 0.6)
    assert {kaart.reden for kaart in found.kaarten} == {"Niet verteld. Het vertrouwen 0,49 haalt de drempel 0,50 niet."}
    assert [passage.aanvaard for passage in found.passages] == [True, False]
    assert found.passages[0].reden == "Geciteerd. Het vertrouwen 0,60 haalt de drempel 0,60, en geen kaart paste."
    assert found.passages[0].url == found.antwoord.bronnen[0].url


def test_nothing_is_told_when_nothing_is_sure(corpus: Corpus) -> None:
    found = weighed(corpus, 0.49, 0.59)
    assert not any(each.aanvaard for each in (*found.kaarten, *found.passages))
    assert found.antwoord.soort == "geen_antwoord"


def test_a_place_without_policy_goes_before_everything(corpus: Corpus) -> None:
    found = weighed(corpus, 0.9, 0.9, elders="almelo")
    assert {each.reden for each in (*found.kaarten, *found.passages)} == {replies().redenen["andere_plaats"]}
    assert not any(each.aanvaard for each in (*found.kaarten, *found.passages))


def test_every_reason_has_its_words() -> None:
    assert set(replies().redenen) == {*Reden, "andere_plaats"}
