"""A document keeps every word of its Markdown, under the right heading, each sentence with an anchor of its own."""

import re

import pytest

from knowledge.document import Document, parse_document, slug
from knowledge.register import SOURCES, load_documents
from knowledge.sentences import split_sentences

MARKDOWN = """# Proefvisie

Vooraf staat iets.

## 1 Wonen en werken

### 1.1 Aan huis

Eerste zin. Tweede zin met **nadruk**.

- Een punt
- Nog een punt:
  1. genummerd

| Naam | Oppervlakte |
| --- | --- |
| Josink Es | 6,4 ha |

#### Buiten kantooruren

Ook dit telt.
"""


@pytest.fixture
def document() -> Document:
    return parse_document("proef", "Proefvisie", "proefstad", MARKDOWN)


def test_sections_carry_the_headings_above_them(document: Document) -> None:
    assert [section.path for section in document.sections] == [
        ("Proefvisie",),
        ("1 Wonen en werken",),
        ("1 Wonen en werken", "1.1 Aan huis"),
        ("1 Wonen en werken", "1.1 Aan huis", "Buiten kantooruren"),
    ]


def test_a_section_is_named_after_its_number(document: Document) -> None:
    assert document.sections[2].name == "1.1 Aan huis"
    assert document.sections[3].name == "1.1 Aan huis / Buiten kantooruren"


def test_blocks_keep_their_kind_order_and_plain_words(document: Document) -> None:
    paragraph, list_, table = document.sections[2].blocks
    assert [sentence.text for sentence in paragraph.items[0].sentences] == ["Eerste zin.", "Tweede zin met nadruk."]
    assert [(item.marker, item.depth, item.text) for item in list_.items] == [
        ("-", 0, "Een punt"),
        ("-", 0, "Nog een punt:"),
        ("1.", 1, "genummerd"),
    ]
    assert table.header == ("Naam", "Oppervlakte")
    assert table.items[0].cells == ("Josink Es", "6,4 ha")


def test_lines_point_into_the_markdown(document: Document) -> None:
    lines = MARKDOWN.splitlines()
    assert lines[document.sections[2].line - 1] == "### 1.1 Aan huis"
    assert lines[document.sections[3].blocks[0].items[0].line - 1] == "Ook dit telt."


def test_the_same_sentence_twice_has_two_anchors() -> None:
    document = parse_document("proef", "T", "g", "## A\n\nDat mag.\n\nDat mag.\n")
    anchors = [sentence.anchor for section in document.sections for sentence in section.sentences()]
    assert len(anchors) == len(set(anchors)) == 2


def test_slug_is_readable_and_keeps_the_number() -> None:
    assert slug("3.2.7 Ruimte voor werken-aan-huis") == "3-2-7-ruimte-voor-werken-aan-huis"
    assert slug("Thema’s: één idee") == "themas-een-idee"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dat mag. Dit niet.", 2),
        ("Het gaat o.a. om kantoren. Meer niet.", 2),
        ("Dit is m.b.t. Enschede bedoeld.", 1),
        ("Er is circa 1.200 m² vrij. Dat is genoeg!", 2),
        ("1. Eerst dit.", 1),
        ("Zie art. 4 van bijlage II Bor. Klaar.", 2),
        ("‘Mag dat?’ Ja.", 2),
        ("geen hoofdletter. maar wel een punt", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    sentences = split_sentences(text)
    assert len(sentences) == count
    assert " ".join(sentences) == text


def test_no_word_of_the_real_documents_is_lost() -> None:
    for document in load_documents().values():
        markdown = (SOURCES / f"{document.id}.md").read_text(encoding="utf-8")
        headings = [section.heading for section in document.sections]
        headers = [cell for s in document.sections for b in s.blocks for cell in b.header]
        sentences = [sentence.text for section in document.sections for sentence in section.sentences()]
        found = sorted(re.findall(r"[^\W\d_]+", " ".join([*headings, *headers, *sentences])))
        plain = re.sub(r"\\(?=[*|])", "", markdown)
        titles = re.findall(r"^# (.*)$", plain, flags=re.MULTILINE)
        body = re.sub(r"^# .*$", "", plain, flags=re.MULTILINE)
        wanted = sorted(re.findall(r"[^\W\d_]+", body + " " + document.titel))
        assert titles
        assert found == wanted
