"""Lexical scores are shares of the query: 0 for nothing, near 1 for a text that answers to all of it."""

import bm25s
import numpy as np
import pytest

from knowledge.analyse import grams, lemmas, word_grams
from knowledge.lexical import K1, B, Floats, LexicalIndex

TEXTS = ["Maximum vloeroppervlak voor een bedrijf aan huis", "Kantoren langs de singel", "Detailhandel mag niet"]
MORE = ["Een bedrijf aan huis", "De kantoren", "Een kavel van een hectare", "Bedrijven langs het kanaal"]


@pytest.fixture(scope="module")
def by_grams() -> LexicalIndex:
    return LexicalIndex({"text": map(grams, TEXTS)})


def shares(index: LexicalIndex, query: str) -> Floats:
    return index.shares(set(grams(query)))["text"]


def test_a_compound_is_found_by_its_parts(by_grams: LexicalIndex) -> None:
    assert shares(by_grams, "oppervlakte van de vloer").argmax() == 0
    assert shares(by_grams, "singelkantoor").argmax() == 1


def test_a_typing_error_costs_little(by_grams: LexicalIndex) -> None:
    right, wrong = shares(by_grams, "detailhandel")[2], shares(by_grams, "detailhandal")[2]
    assert 0.5 * right < wrong < right


def test_inflection_is_looked_up() -> None:
    found = LexicalIndex({"text": map(lemmas, TEXTS)}).shares(set(lemmas("kantoor")))["text"]
    assert found[1] > 0
    assert found[0] == found[2] == 0


def test_what_no_text_holds_lowers_the_share(by_grams: LexicalIndex) -> None:
    assert shares(by_grams, "kantoren singel almelo")[1] < shares(by_grams, "kantoren singel")[1] <= 1


def test_nothing_asked_finds_nothing(by_grams: LexicalIndex) -> None:
    assert not by_grams.shares(set())["text"].any()
    assert not shares(by_grams, "xyzzy").any()


def test_it_ranks_as_bm25s_does() -> None:
    every = [grams(text) for text in (*TEXTS, *MORE)]
    known = {term: number for number, term in enumerate(dict.fromkeys(term for text in every for term in text))}
    theirs = bm25s.BM25(method="lucene", k1=K1, b=B)
    theirs.index(([[known[term] for term in text] for text in every], known), show_progress=False)
    query = set(grams("bedrijven aan huis, langs de singel"))
    wanted = theirs.get_scores_from_ids([known[term] for term in query if term in known])
    found = LexicalIndex({"text": every}).shares(query)["text"]
    assert found.max() < 1  # no share was cut off
    np.testing.assert_allclose(found / found.max(), wanted / wanted.max(), atol=1e-6)


def test_each_field_has_its_own_statistics() -> None:
    both = LexicalIndex({"one": map(grams, TEXTS), "two": map(grams, MORE)})
    query = set(grams("bedrijf langs de singel in Almelo"))
    for name, texts in (("one", TEXTS), ("two", MORE)):
        alone = LexicalIndex({name: map(grams, texts)})
        np.testing.assert_allclose(both.shares(query)[name], alone.shares(query)[name], atol=1e-6)


@pytest.mark.parametrize(("start", "stop"), [(0, 1), (1, 3), (3, 3), (0, 3)])
@pytest.mark.parametrize("new", [[], ["Drones boven de singel", "Een bedrijf"]])
def test_texts_replaced_are_as_if_they_had_always_been_there(start: int, stop: int, new: list[str]) -> None:
    before = LexicalIndex({"text": map(grams, TEXTS), "other": map(grams, MORE)})
    query = set(grams("drones, kantoren en een bedrijf langs de singel"))
    old = before.shares(query)["text"].copy()
    after = before.spliced({"text": (start, stop, map(grams, new))}).shares(query)
    wanted = LexicalIndex({"text": map(grams, [*TEXTS[:start], *new, *TEXTS[stop:]]), "other": map(grams, MORE)})
    for name, found in after.items():
        np.testing.assert_allclose(found, wanted.shares(query)[name], atol=1e-6)
    np.testing.assert_array_equal(before.shares(query)["text"], old)


def test_how_much_of_a_question_a_text_holds(by_grams: LexicalIndex) -> None:
    words = [word_grams("kantoren"), word_grams("almelo")]
    share, least = by_grams.covered(words, 1)
    assert 0 < share < 1
    assert least < 0.2  # of "almelo" only its ending
    assert by_grams.covered(words[:1], 1) == (1, 1)
    assert by_grams.covered(words[:1], 1, hidden=set(words[0])) == (0, 0)
    assert by_grams.covered([], 1) == (0, 0)
