"""Every answer of the cards is B1, or stands in b1_exceptions.yml; and the measures measure what they say."""

from pathlib import Path

import pytest
import yaml

from knowledge.cards import Card
from knowledge.corpus import load_corpus
from knowledge.readability import (
    COMMON_WORDS,
    b1_faults,
    common_words,
    difficult_words,
    is_common,
    is_participle,
    length,
    own_words,
    passives,
    score,
)
from knowledge.sentences import split_sentences
from knowledge.settings import load_settings
from tests.knowledge import common_words as common_words_file

# Card id -> why it may stay as it is, for now or because the policy's own words leave no choice. Only ever shorter.
EXCEPTIONS: dict[str, str] = (
    yaml.safe_load((Path(__file__).parent / "b1_exceptions.yml").read_text(encoding="utf-8")) or {}
)
MAX_PASSIVE_SHARE = 0.10  # of all sentences: the limit of the writing aid Yoast SEO


@pytest.fixture(scope="module")
def cards() -> tuple[Card, ...]:
    return load_corpus(load_settings().max_passage_characters).cards


def offenders(cards: tuple[Card, ...]) -> dict[str, list[str]]:
    """Card id -> its faults. Of the words that people ask in, those of the card's own questions and the common ones
    are taken to be known to its reader."""
    common = common_words(cards)
    found = {card.id: b1_faults(card.antwoord, own_words(card.vragen) | common) for card in cards}
    return {id_: faults for id_, faults in found.items() if faults}


def test_every_answer_is_b1(cards: tuple[Card, ...]) -> None:
    found = offenders(cards)
    assert not {id_: faults for id_, faults in found.items() if id_ not in EXCEPTIONS}
    assert not set(EXCEPTIONS) - set(found), "these are B1 by now: take them out of b1_exceptions.yml"


def test_few_sentences_are_passive(cards: tuple[Card, ...]) -> None:
    sentences = [sentence for card in cards for sentence in split_sentences(card.antwoord)]
    assert len(passives(" ".join(sentences))) <= MAX_PASSIVE_SHARE * len(sentences)


# The measuring itself

HARD = "De effectuering geschiedt conform de vigerende provinciale instructieregels ter zake van perceelsontsluiting."
PLAIN = "U mag een deel van uw huis gebruiken. De rest blijft om in te wonen."


def test_plain_text_has_no_faults_and_hard_text_has_all_but_length() -> None:
    assert not b1_faults(PLAIN, ())
    formal, difficult, flesch_douma = b1_faults(HARD, ())
    assert formal == "Schrijftaal: ‘geschiedt’, ‘conform’. Kies een gewoner woord."
    assert difficult.startswith("Moeilijke woorden: ‘effectuering’, ")
    assert flesch_douma.startswith("Leesbaarheid ")


@pytest.mark.parametrize(("count", "faults"), [(20, 0), (21, 1)])
def test_a_sentence_has_twenty_words_at_most(count: int, faults: int) -> None:
    assert len(b1_faults("U mag " + "dat " * (count - 3) + "hier.", ())) == faults


def test_house_numbers_are_no_words() -> None:
    assert length("Dit is Esstraat 18, 20 A, 22 A t/m D.") == 3


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("De agenda wordt elk jaar bijgesteld.", True),
        ("Uw kapsalon wordt hier genoemd.", True),
        ("De stroom kan geleverd worden.", True),
        ("De bedrijven worden in dit gebied groter.", False),
        ("De gemeente heeft het plan opgesteld.", False),
    ],
)
def test_passive_is_a_form_of_worden_with_a_participle(sentence: str, passive: bool) -> None:
    assert bool(passives(sentence)) is passive


@pytest.mark.parametrize("word", ["gebied", "bedrijven", "gemeente", "worden", "verantwoordelijkheid"])
def test_what_looks_like_a_participle(word: str) -> None:
    assert not is_participle(word)


def test_two_passive_sentences_are_one_too_many() -> None:
    once = "Het plan wordt morgen opgesteld. "
    assert (b1_faults(once, ()), len(b1_faults(once * 2, ()))) == ([], 1)


def test_a_rare_word_is_difficult_until_explained_or_asked() -> None:
    assert difficult_words("Het gaat om planologisch gebruik.") == {"planologisch"}
    assert not difficult_words("Het gaat om planologisch (ruimtelijk) gebruik.")
    assert not difficult_words("Het gaat om planologisch gebruik.", {"planologisch"})
    assert not difficult_words("Dat is in Rigtersbleek.")


def test_a_compound_is_as_easy_as_its_parts() -> None:
    assert is_common("ondernemersvereniging")
    assert not is_common("xqondernemers")
    assert not is_common("huis-xqz")
    assert is_common("thema’s")
    assert is_common("m²")


def test_the_list_of_common_words_is_what_the_counts_say() -> None:
    """A test that fails after an upgrade of wordfreq: `python -m tests.knowledge.common_words` writes the list anew."""
    assert COMMON_WORDS.read_text(encoding="utf-8") == common_words_file.content()


def test_the_score_is_that_of_flesch_and_douma() -> None:
    assert score("De kat zit op de mat.") == pytest.approx(206.835 - 0.93 * 6 - 77)
    assert score("Het bedrijventerrein ligt hier.") == pytest.approx(206.835 - 0.93 * 4 - 77 * 8 / 4)
    assert score("Het bedrijventerrein ligt hier.", {"bedrijventerrein"}) == pytest.approx(
        206.835 - 0.93 * 4 - 77 * 5 / 4
    )
