"""Compare a restored Markdown document with the extraction it came from, word for word.

A document has three files in knowledge/sources: `{id}.txt` (the extraction, never edited), `{id}.md` (restored) and
`{id}.repairs.yml`, the list of every difference in words between the two:

    left_out:      what the Markdown leaves out: `lines` [first, last] of the .txt, or a `text` with `times`
    repaired:      damage undone: `from` -> `to`, `times`
    added:         words only the Markdown has: `text`
    kept_hyphens:  line-end hyphens that belong to the word ("publiek-private", "zonne- en")
    seams:         text joined from two places, "words before | words after"

Every entry but a kept hyphen has a `reason`; `times` is 1 when absent. The lines are taken out first, then line-end
hyphens are joined, then `repaired` and the left-out texts are applied, in the order of the list.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SOURCES = Path(__file__).parents[2] / "knowledge" / "sources"
SECTIONS = {"left_out", "repaired", "added", "kept_hyphens", "seams"}

_WORD = re.compile(r"[^\W_]+")
# A word goes on in lower case, so a hyphen before a capital or a digit is a real one and needs no listing.
_LINE_END_HYPHEN = re.compile(r"(\w+)-[^\S\n]*\n\s*([a-zà-ÿ]\w*)")
_HEADING_NUMBER = re.compile(r"^#+ (\d+(?:\.\d+)*) ")


@dataclass(frozen=True)
class Document:
    """One restored document: its texts and its repairs list."""

    id: str
    extraction: str
    markdown: str
    repairs: Mapping[str, list[Any]]

    def entries(self, section: str) -> list[Any]:
        return list(self.repairs.get(section) or [])


def document_ids() -> list[str]:
    """Ids of every extraction; each one must have its Markdown and its repairs list."""
    return sorted(path.stem for path in SOURCES.glob("*.txt"))


def load(document_id: str) -> Document:
    """Read the three files of a document; FileNotFoundError when one is absent."""
    repairs = yaml.safe_load((SOURCES / f"{document_id}.repairs.yml").read_text("utf-8"))
    return Document(document_id, _read(document_id, "txt"), _read(document_id, "md"), repairs)


def words(text: str) -> list[str]:
    """The lower-cased runs of letters and digits."""
    return _WORD.findall(text.lower())


def squeeze(text: str) -> str:
    """One space for every run of white space and unreadable glyphs (U+FFFD)."""
    return re.sub(r"[\s\ufffd]+", " ", text)


def remaining_extraction(document: Document) -> str:
    """The extraction with its repairs applied: what the Markdown should hold, in the extraction's own order."""
    text = apply_repairs(document, joined_extraction(document))
    for entry in document.entries("left_out"):
        if "text" in entry:
            text = _occurrences(entry["text"]).sub(" ", text, count=entry.get("times", 1))
    return text


def joined_extraction(document: Document) -> str:
    """The extraction without the left-out lines, its line-end hyphens joined, white space squeezed."""
    lines = document.extraction.split("\n")
    for first, last in line_ranges(document):
        lines[first - 1 : last] = [""] * (last - first + 1)
    kept = {form.lower() for form in document.entries("kept_hyphens")}

    def join(match: re.Match[str]) -> str:
        head, tail = match.groups()
        for form in (f"{head}-{tail}", f"{head}- {tail}"):
            if form.lower() in kept:
                return form
        return head + tail

    return squeeze(_LINE_END_HYPHEN.sub(join, "\n".join(lines)))


def apply_repairs(document: Document, text: str) -> str:
    """Apply `repaired` in order; AssertionError when an entry does not occur exactly `times`."""
    for entry in document.entries("repaired"):
        found, expected = text.count(entry["from"]), entry.get("times", 1)
        assert found == expected, f"{entry['from']!r} stands {found} times in the extraction, not {expected}"
        text = text.replace(entry["from"], entry["to"])
    return text


def line_ranges(document: Document) -> list[tuple[int, int]]:
    """The left-out line ranges, first and last line counted from 1."""
    return [(entry["lines"][0], entry["lines"][1]) for entry in document.entries("left_out") if "lines" in entry]


def line_end_hyphens(document: Document) -> set[str]:
    """Every word pair around a line-end hyphen of the extraction, in both kept forms, lower-cased."""
    pairs = _LINE_END_HYPHEN.findall(document.extraction)
    return {f"{head}-{gap}{tail}".lower() for head, tail in pairs for gap in ("", " ")}


def left_out_count(document: Document, text: str) -> int:
    """How often a left-out text stands in the repaired extraction, as whole words."""
    return len(_occurrences(text).findall(apply_repairs(document, joined_extraction(document))))


def markdown_text(document: Document) -> str:
    """The Markdown without HTML tags."""
    return re.sub(r"</?[a-z][^>]*>", " ", document.markdown)


def difference(document: Document) -> tuple[Counter[str], Counter[str]]:
    """Words the Markdown lacks, and words it has too many, after all repairs."""
    expected = Counter(words(remaining_extraction(document)))
    for entry in document.entries("added"):
        expected.update(words(entry["text"]))
    actual = Counter(words(markdown_text(document)))
    return expected - actual, actual - expected


def broken_blocks(document: Document) -> list[str]:
    """Lines (or table cells) of the Markdown that do not stand in the extraction as one run of words."""
    source = f" {' '.join(words(remaining_extraction(document)))} "
    added = {_run(entry["text"]) for entry in document.entries("added")}
    return [run for run in _runs(document) if run not in added and f" {run} " not in source]


def heading_numbers(document: Document) -> list[tuple[int, ...]]:
    """The numbers of the numbered headings, in the order of the Markdown."""
    matches = (_HEADING_NUMBER.match(line) for line in document.markdown.splitlines())
    return [tuple(int(part) for part in match[1].split(".")) for match in matches if match]


def _runs(document: Document) -> Iterator[str]:
    """The words of every line or table cell, cut at the listed seams."""
    seams = [[_run(side) for side in entry["text"].split("|")] for entry in document.entries("seams")]
    for line in markdown_text(document).splitlines():
        for block in line.split("|") if line.startswith("|") else [line]:
            run = f" {_run(block)} "
            for before, after in seams:
                run = run.replace(f" {before} {after} ", f" {before} | {after} ")
            yield from (part.strip() for part in run.split("|") if part.strip())


def _run(text: str) -> str:
    return " ".join(words(text))


def _occurrences(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(squeeze(text).strip())}(?!\w)")


def _read(document_id: str, suffix: str) -> str:
    return unicodedata.normalize("NFC", (SOURCES / f"{document_id}.{suffix}").read_text("utf-8"))
