"""Makes headings, paragraphs and lists of the lines of a typeset document, by their size and place."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from knowledge.extract import markdown
from knowledge.extract.lines import Line, Table, without_running_lines
from knowledge.extract.page_text import BULLET, heading_depth, is_contents_line, list_item, starts_item
from knowledge.extract.repair import hyphenated_words, join_lines

_HEADING_SIZE = 1.1  # times the body size
_NOTE_SIZE = 0.88
_MAX_HEADING = 160  # characters
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")


@dataclass
class _Group:
    """Lines that are one paragraph, list item or heading."""

    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]


def layout_markdown(content: Sequence[Line | Table], pages: int) -> tuple[str, str | None, list[str]]:
    """Lines and tables in reading order -> the Markdown body, the title if there is one, Dutch notes."""
    content, notes = without_running_lines(content, pages)
    contents = [part for part in content if isinstance(part, Line) and is_contents_line(part.text)]
    if contents:
        notes.append(f"Weggelaten: {len(contents)} regel(s) van een inhoudsopgave.")
    content = [part for part in content if isinstance(part, Table) or not is_contents_line(part.text)]
    lines = [part for part in content if isinstance(part, Line)]
    if not lines:
        return "\n\n".join(markdown.table(part.rows) for part in content if isinstance(part, Table)), None, notes
    body_size = _body_size(lines)
    bold_counts = not sum(len(line.text) for line in lines if line.bold) > 0.5 * sum(len(line.text) for line in lines)
    parts = _continued(list(_groups(content, body_size, bold_counts)), body_size, bold_counts)
    known = hyphenated_words("\n".join(line.text for line in lines))
    styles = sorted(
        {_style(part.last) for part in parts if isinstance(part, _Group) and _is_heading(part, body_size, bold_counts)},
        reverse=True,
    )
    blocks, title = [], None
    for part in parts:
        if isinstance(part, Table):
            blocks.append(markdown.table(part.rows))
            continue
        text = join_lines([line.text for line in part.lines], known)
        if _is_heading(part, body_size, bold_counts):
            level = 1 + styles.index(_style(part.last))
            if depth := heading_depth(text):
                level = depth + 1
            elif title is None and part.lines[0].page == 1 and level == 1:
                title = text
            blocks.append(markdown.heading(max(level, 2) if text != title else 1, text))
        else:
            blocks.append(list_item(text))
    return markdown.join_blocks(blocks), title, notes


def _body_size(lines: Sequence[Line]) -> float:
    counts: Counter[float] = Counter()
    for line in lines:
        counts[line.size] += len(line.text)
    return counts.most_common(1)[0][0]


def _style(line: Line) -> tuple[float, bool]:
    return line.size, line.bold


def _stands_out(line: Line, body_size: float, bold_counts: bool) -> bool:
    return line.size >= _HEADING_SIZE * body_size or (bold_counts and line.bold and line.size >= body_size)


def _is_heading(group: _Group, body_size: float, bold_counts: bool) -> bool:
    if not _stands_out(group.lines[0], body_size, bold_counts) or BULLET.match(group.lines[0].text):
        return False
    length, end = sum(len(line.text) for line in group.lines), group.last.text[-1]
    larger = group.last.size >= _HEADING_SIZE * body_size
    return length <= _MAX_HEADING and end not in (".,;" if larger else ".,;:") and (larger or len(group.lines) <= 2)


def _groups(content: Sequence[Line | Table], body_size: float, bold_counts: bool) -> Iterator[_Group | Table]:
    lines = [part for part in content if isinstance(part, Line)]
    right = {(line.page, line.box): 0.0 for line in lines}
    for key in right:
        ends = sorted(line.x1 for line in lines if (line.page, line.box) == key)
        right[key] = ends[ceil(0.85 * (len(ends) - 1))]  # a few lines that stick out do not set the margin
    gaps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and 0 < b.top - a.top < 3 * a.size]
    leading = statistics.median_low(gaps) if gaps else body_size * 1.3
    group = _Group()
    for part in content:
        if isinstance(part, Table):
            if group.lines:
                yield group
            yield part
            group = _Group()
            continue
        if group.lines and _breaks(group, part, leading, right, body_size, bold_counts):
            yield group
            group = _Group()
        group.lines.append(part)
    if group.lines:
        yield group


def _breaks(
    group: _Group, line: Line, leading: float, right: dict[tuple[int, int], float], body_size: float, bold_counts: bool
) -> bool:
    """Does `line` begin something new after `group`?"""
    last = group.last
    if last.page != line.page or line.top <= last.top or starts_item(line.text):
        return True
    outstanding = _stands_out(line, body_size, bold_counts)
    if outstanding != _stands_out(last, body_size, bold_counts) or (outstanding and _style(line) != _style(last)):
        return True
    if abs(line.size - last.size) > 0.15 * last.size:
        return True
    if line.top - last.top > (1.75 * line.size if outstanding else max(1.3 * leading, 1.3 * line.size)):
        return True
    if outstanding:
        return heading_depth(line.text) is not None
    if not _ENDS.search(last.text):
        return False
    indented = line.x0 > group.lines[0].x0 + 0.8 * line.size and not starts_item(group.lines[0].text)
    back_from_list = starts_item(group.lines[0].text) and line.x0 < group.lines[0].x0 - 2
    first_word = len(line.text.split()[0]) + 1
    would_have_fitted = last.x1 + first_word * (last.x1 - last.x0) / max(1, len(last.text)) < right[last.page, last.box]
    return indented or back_from_list or (would_have_fitted and not line.text[0].islower())


def _continued(parts: list[_Group | Table], body_size: float, bold_counts: bool) -> list[_Group | Table]:
    """Joins a paragraph that runs on in the next column or page; footnotes between move behind it."""
    result: list[_Group | Table] = []
    for part in parts:
        at = len(result) - 1
        while at >= 0 and isinstance(note := result[at], _Group) and note.last.size <= _NOTE_SIZE * body_size:
            at -= 1
        before = result[at] if at >= 0 else None
        if (
            isinstance(part, _Group)
            and isinstance(before, _Group)
            and part.last.size > _NOTE_SIZE * body_size
            and (before.last.page, before.last.box) != (part.lines[0].page, part.lines[0].box)
            and not _is_heading(before, body_size, bold_counts)
            and not _ENDS.search(before.last.text)
            and part.lines[0].text[0].islower()
            and not starts_item(part.lines[0].text)
        ):
            before.lines += part.lines
        else:
            result.append(part)
    return result
