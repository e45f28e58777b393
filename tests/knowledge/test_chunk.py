"""Passages hold every sentence once, stay within the limit, and keep their ids over a rebuild."""

import pytest

from knowledge.chunk import Chunk, chunk_document
from knowledge.document import Document, parse_document
from knowledge.register import load_documents

LIMIT = 1200


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return load_documents()


@pytest.fixture(scope="module")
def chunks(documents: dict[str, Document]) -> list[Chunk]:
    return [chunk for document in documents.values() for chunk in chunk_document(document, LIMIT)]


def test_every_sentence_stands_in_exactly_one_passage(documents: dict[str, Document], chunks: list[Chunk]) -> None:
    wanted = [(d.id, s.anchor) for d in documents.values() for section in d.sections for s in section.sentences()]
    assert [(chunk.document, s.anchor) for chunk in chunks for s in chunk.sentences] == wanted


def test_no_passage_is_longer_than_the_interface_allows(chunks: list[Chunk]) -> None:
    assert max(len(chunk.text) for chunk in chunks) <= LIMIT


def test_a_passage_holds_the_words_of_its_sentences(chunks: list[Chunk]) -> None:
    for chunk in chunks:
        assert all(sentence.text in chunk.text for sentence in chunk.sentences)


def test_ids_are_unique_and_stable(documents: dict[str, Document], chunks: list[Chunk]) -> None:
    again = [chunk.id for document in documents.values() for chunk in chunk_document(document, LIMIT)]
    assert [chunk.id for chunk in chunks] == again
    assert len(set(again)) == len(again)


def test_an_id_follows_the_text_and_not_its_place() -> None:
    before = chunk_document(parse_document("d", "T", "g", "## A\n\nEen.\n\n## B\n\nTwee.\n"), LIMIT)
    after = chunk_document(parse_document("d", "T", "g", "## Nieuw\n\nNul.\n\n## A\n\nEen.\n\n## B\n\nDrie.\n"), LIMIT)
    assert before[0].id == after[1].id
    assert before[1].id != after[2].id


@pytest.mark.parametrize(("sentences", "passages"), [(12, 1), (13, 2)])
def test_a_section_is_split_only_past_the_limit(sentences: int, passages: int) -> None:
    """A sentence of 99 characters and its line end make 100; twelve of them are 1200, thirteen too many."""
    text = "\n\n".join(f"A{'b' * 97}." for _ in range(sentences))
    assert len(chunk_document(parse_document("d", "T", "g", f"## A\n\n{text}\n"), LIMIT)) == passages


def test_a_table_stands_apart_with_its_header() -> None:
    table = "## A\n\nTekst.\n\n| Naam | Ha |\n| --- | --- |\n| Es | 6,4 |\n\nMeer.\n"
    text, rows, more = chunk_document(parse_document("d", "T", "g", table), LIMIT)
    assert (text.header, rows.header, more.header) == ((), ("Naam", "Ha"), ())
    assert rows.text == "Es | 6,4"
