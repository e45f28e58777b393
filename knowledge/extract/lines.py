"""The lines and tables of a typeset document, before they become text."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.extract.reading import Row, Word, cells, regions, rows
from knowledge.extract.repair import clean
from knowledge.extract.running import EDGE, is_page_number, removed_note, running_lines, shape

_MIN_ROWS = 3
_TABLE_LETTERS = 40  # a table counts as a line of text this long when columns are looked for


@dataclass(frozen=True)
class Line:
    """A line of type; lengths in points from the top left of its page. `box`: the column that holds it."""

    text: str
    size: float
    bold: bool
    page: int
    box: int
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Table:
    """Rows of cells; `bbox` is x0, top, x1, bottom. `whole`: no merged cells, a complete first row."""

    rows: list[list[str]]
    page: int
    bbox: tuple[float, float, float, float]
    whole: bool

    def contains(self, word: Word) -> bool:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        return self.bbox[0] <= x <= self.bbox[2] and self.bbox[1] <= y <= self.bbox[3]


def page_content(words: Sequence[Word], tables: Sequence[Table], page: int) -> Iterator[Line | Table]:
    """Lines and tables in reading order; a table takes part in the layout as one large word."""
    stands_for = {_as_word(table): table for table in tables}
    for box, region in enumerate(regions([*words, *stands_for])):
        waiting: list[Row] = []
        for row in rows(region):
            ruled = [word for word in row if word in stands_for]
            if not ruled:
                waiting.append(row)
                continue
            yield from _unruled_tables(waiting, page, box)
            yield from (stands_for[word] for word in ruled)
            beside = [word for word in row if word not in stands_for]
            waiting = rows(beside)
        yield from _unruled_tables(waiting, page, box)


def _as_word(table: Table) -> Word:
    x0, top, x1, bottom = table.bbox
    return Word("\ufffc" * _TABLE_LETTERS, 10, False, x0, x1, top, bottom)


def _unruled_tables(found: Sequence[Row], page: int, box: int) -> Iterator[Line | Table]:
    """Three rows or more of equally many short cells, one under another, are a table without lines."""
    parts = [cells(row) for row in found]
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and _same_columns(parts[at], parts[end]):
            end += 1
        if end - at >= _MIN_ROWS:
            region = [word for row in found[at:end] for word in row]
            bbox = (min(w.x0 for w in region), region[0].top, max(w.x1 for w in region), region[-1].bottom)
            yield Table([[_text(cell) for cell in row] for row in parts[at:end]], page, bbox, whole=False)
            at = end
        else:
            for cell in parts[at]:
                yield _line(cell, page, box)
            at += 1


def _same_columns(one: list[Row], other: list[Row]) -> bool:
    return len(one) == len(other) >= 2 and all(
        abs(a[0].x0 - b[0].x0) < a[0].size or abs(a[-1].x1 - b[-1].x1) < a[0].size
        for a, b in zip(one, other, strict=True)
    )


def _text(words: Row) -> str:
    return clean(" ".join(word.text for word in words))[0]


def _line(words: Row, page: int, box: int) -> Line:
    letters = [size for word in words for size in [word.size] * len(word.text)]
    bold = sum(len(word.text) for word in words if word.bold) > 0.8 * len(letters)
    x0, x1 = words[0].x0, words[-1].x1
    main = max(words, key=lambda word: word.bottom - word.top)
    return Line(_text(words), statistics.median_high(letters), bold, page, box, x0, x1, main.top, main.bottom)


def without_running_lines(content: Sequence[Line | Table], pages: int) -> tuple[list[Line | Table], list[str]]:
    """Without page numbers and what stands on several pages in the same place and size: headers and footers."""
    edges: list[Line] = []
    for page in range(1, pages + 1):
        lines = sorted((x for x in content if isinstance(x, Line) and x.page == page), key=lambda x: x.top)
        edges += {*lines[:EDGE], *lines[-EDGE:]}
    keys = {line: (shape(line.text, line.page), line.size, round(line.top / 4)) for line in edges}
    per_page = [{key for line, key in keys.items() if line.page == page} for page in range(1, pages + 1)]
    repeated = running_lines(per_page) if pages > 1 else set()
    gone = {line for line, key in keys.items() if key in repeated or is_page_number(line.text)}
    notes = removed_note({line.text for line in gone if not is_page_number(line.text)})
    return [part for part in content if not (isinstance(part, Line) and part in gone)], notes
