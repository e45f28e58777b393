"""Every document restored to Markdown says what its extraction says, no word more or less."""

import re
from itertools import pairwise

import pytest

from tests.knowledge import fidelity
from tests.knowledge.fidelity import Document


@pytest.fixture(params=fidelity.document_ids())
def document(request: pytest.FixtureRequest) -> Document:
    return fidelity.load(request.param)


def test_markdown_holds_the_words_of_the_extraction(document: Document) -> None:
    lacking, surplus = fidelity.difference(document)
    assert not lacking | surplus, f"\nthe Markdown lacks: {dict(lacking)}\nthe Markdown has extra: {dict(surplus)}"


def test_every_block_is_one_run_of_the_extraction(document: Document) -> None:
    """The words within a paragraph, a list item or a table cell stand in the order of the source."""
    broken = fidelity.broken_blocks(document)
    assert not broken, "not one run of words in the extraction:\n" + "\n".join(broken)


def test_every_seam_is_real(document: Document) -> None:
    """Both sides of a seam stand apart in the extraction and together in the Markdown."""
    source = " ".join(fidelity.words(fidelity.remaining_extraction(document)))
    restored = " ".join(fidelity.words(fidelity.markdown_text(document)))
    for entry in document.entries("seams"):
        before, after = (" ".join(fidelity.words(side)) for side in entry["text"].split("|"))
        assert before in source, entry
        assert after in source, entry
        assert f"{before} {after}" in restored, entry
        assert f"{before} {after}" not in source, entry


def test_every_left_out_entry_exists(document: Document) -> None:
    lines = document.extraction.split("\n")
    for first, last in fidelity.line_ranges(document):
        assert 1 <= first <= last <= len(lines), (first, last)
        assert fidelity.words(" ".join(lines[first - 1 : last])), f"lines {first}-{last} hold no words"
    for entry in document.entries("left_out"):
        if "text" in entry:
            assert fidelity.left_out_count(document, entry["text"]) >= entry.get("times", 1), entry


def test_every_added_text_stands_in_the_markdown(document: Document) -> None:
    restored = " ".join(fidelity.words(fidelity.markdown_text(document)))
    for entry in document.entries("added"):
        assert " ".join(fidelity.words(entry["text"])) in restored, entry


def test_every_kept_hyphen_ends_a_line(document: Document) -> None:
    at_line_ends = fidelity.line_end_hyphens(document)
    assert not [form for form in document.entries("kept_hyphens") if form.lower() not in at_line_ends]


def test_the_repairs_list_is_explained(document: Document) -> None:
    assert set(document.repairs) <= fidelity.SECTIONS
    for section in fidelity.SECTIONS - {"kept_hyphens"}:
        assert all(entry.get("reason", "").strip() for entry in document.entries(section)), section


def test_numbered_headings_ascend(document: Document) -> None:
    numbers = fidelity.heading_numbers(document)
    assert numbers
    assert numbers == sorted(set(numbers))


def test_markdown_is_clean(document: Document) -> None:
    """One title, no heading level skipped, no broken glyphs, no hard wraps left by a hyphen."""
    levels = [len(marks) for marks in re.findall(r"^(#+) ", document.markdown, flags=re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not re.findall(r"[\ufffd\u00ad\u2002-\u200b\t]", document.markdown)
    assert not re.findall(r"\w-\n", document.markdown)
