"""Reading order of a page: columns one after the other, rows from top to bottom, rows of cells as a table.

The method is a recursive cut of the page along its white space (XY-cut; Nagy and Seth, 1984), with one rule added:
a gutter only counts where running text stands on both sides of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

_MIN_GUTTER = 8.0  # points; wider than a stretched space in justified text
_MIN_LINES = 3  # of text on each side of a gutter
_MIN_BAND = 20.0  # points; three lines of the smallest type do not fit in less
_MIN_LETTERS = 18  # mean letters on a line; shorter is a table or a list of names
_EDGE = 0.15  # of the width of the region: no gutter this close to its edges
_APART = 2.2  # times the type size: words further apart on a row are separate cells


@dataclass(frozen=True)
class Word:
    """A word and its box, in points from the top left of the page; `bold`: most of its letters are."""

    text: str
    size: float
    bold: bool
    x0: float
    x1: float
    top: float
    bottom: float


Row = list[Word]


def regions(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words in groups without columns, in reading order."""
    split = _gutter(words)
    if split is None:
        if words:
            yield words
        return
    for part in split:
        yield from regions(part)


def rows(words: Sequence[Word]) -> list[Row]:
    """Words on one height, from left to right; a raised number joins the row it overlaps."""
    found: list[Row] = []
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        row = next((row for row in reversed(found[-3:]) if _overlap(row, word)), None)
        if row is None:
            found.append([word])
        else:
            row.append(word)
    return [sorted(row, key=lambda word: word.x0) for row in found]


def cells(row: Row) -> list[Row]:
    """The pieces of a row that stand clearly apart."""
    parts = [[row[0]]]
    for word in row[1:]:
        last = parts[-1][-1]
        if word.x0 - last.x1 > _APART * max(word.size, last.size) and not _is_label(parts[-1]):
            parts.append([])
        parts[-1].append(word)
    return parts


def _is_label(part: Row) -> bool:
    """A bullet, number or letter that belongs to what follows it, however far."""
    return len(part) == 1 and len(part[0].text) <= 6 and (part[0].text[-1] in ".)" or not part[0].text.isalnum())


def _overlap(row: Row, word: Word) -> bool:
    main = max(row, key=lambda other: other.bottom - other.top)
    shared = min(main.bottom, word.bottom) - max(main.top, word.top)
    return shared > 0.5 * min(main.bottom - main.top, word.bottom - word.top)


def _gutter(words: Sequence[Word]) -> tuple[list[Word], ...] | None:
    """Above, left, right and below of the gutter with the most text beside it; None where there are no columns."""
    if len(words) < 2 * _MIN_LINES:
        return None
    start, end = min(word.x0 for word in words), max(word.x1 for word in words)
    margin = _EDGE * (end - start)
    best, most = None, 0
    for x in sorted({4 * ceil(word.x1 / 4) for word in words if start + margin < word.x1 < end - margin}):
        crossing = sorted((word.top, word.bottom) for word in words if word.x0 < x + _MIN_GUTTER and word.x1 > x + 0.5)
        upper = float("-inf")
        for top, bottom in [*crossing, (float("inf"), float("inf"))]:
            if top - upper < _MIN_BAND:
                upper = max(upper, bottom)
                continue
            beside = [word for word in words if word.top >= upper - 1 and word.bottom <= top + 1]
            sides = [[w for w in beside if w.x1 <= x + 0.5], [w for w in beside if w.x0 >= x + _MIN_GUTTER]]
            left, right = (_run(side, other) for side, other in (sides, sides[::-1]))
            if len(left) + len(right) > most and _is_text(left) and _is_text(right):
                best, most = (left, right), len(left) + len(right)
            upper = max(upper, bottom)
    if best is None:
        return None
    taken = {id(word) for side in best for word in side}
    first = min(word.top for side in best for word in side)
    rest = [word for word in words if id(word) not in taken]
    return [w for w in rest if w.top < first], *best, [w for w in rest if w.top >= first]


def _run(side: list[Word], other: list[Word]) -> list[Word]:
    """The words of a column without what stands under a gap below the end of the other column."""
    floor = max((word.bottom for word in other), default=0.0)
    ceiling = min((word.top for word in other), default=0.0)
    ordered = sorted(side, key=lambda word: word.top)
    lower = next(
        (b.top for a, b in pairwise(ordered) if b.top > floor and b.top - a.bottom > 0.9 * a.size),
        float("inf"),
    )
    upper = max(
        (b.top for a, b in pairwise(ordered) if a.bottom < ceiling and b.top - a.bottom > 0.9 * a.size),
        default=float("-inf"),
    )
    return [word for word in side if upper <= word.top < lower]


def _is_text(side: list[Word]) -> bool:
    found = rows(side)
    return len(found) >= _MIN_LINES and sum(len(word.text) for word in side) >= _MIN_LETTERS * len(found)
