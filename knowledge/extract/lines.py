"""The lines and tables of a typeset document, before they become text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.extract.running import EDGE, is_page_number, removed_note, running_lines, shape

_LABEL = re.compile(r"(?:[•▪‣◦●○■□➢➔→✓✔·*–-]|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)]|o)")


@dataclass(frozen=True)
class Line:
    """A line of type; lengths in points from the top left of its page. `box`: the block that holds it."""

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

    def contains(self, line: Line) -> bool:
        x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
        return self.bbox[0] <= x <= self.bbox[2] and self.bbox[1] <= y <= self.bbox[3]


def with_labels(content: Sequence[Line | Table]) -> list[Line | Table]:
    """A bullet or number set apart from its text goes back to the front of it."""
    labels: dict[Line, Line] = {}
    lines = [part for part in content if isinstance(part, Line)]
    for label in lines:
        if _LABEL.fullmatch(label.text):
            beside = [x for x in lines if x.page == label.page and x is not label and _same_row(x, label)]
            beside = [x for x in beside if 0 <= x.x0 - label.x1 < 4 * label.size]
            if beside:
                labels[label] = min(beside, key=lambda x: x.x0)
    texts = {target: label for label, target in labels.items()}
    result: list[Line | Table] = []
    for part in content:
        if isinstance(part, Line) and part in labels:
            continue
        if isinstance(part, Line) and part in texts:
            mark = "•" if texts[part].text == "o" else texts[part].text
            part = replace(part, text=f"{mark} {part.text}", x0=texts[part].x0)
        result.append(part)
    return result


def _same_row(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


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


def unruled(lines: Sequence[Line]) -> list[str]:
    """Pages where short pieces stand side by side on three rows or more: likely a table without lines."""
    suspect = []
    for page in sorted({line.page for line in lines}):
        rows: list[list[Line]] = []
        for line in sorted((x for x in lines if x.page == page), key=lambda x: x.top):
            if rows and _same_row(rows[-1][0], line):
                rows[-1].append(line)
            else:
                rows.append([line])
        if sum(len(row) >= 2 and all(len(x.text) <= 30 for x in row) for row in rows) >= 3:
            suspect.append(page)
    if not suspect:
        return []
    where = ", ".join(map(str, suspect))
    return [f"Controleer pagina {where}: tekst naast elkaar, mogelijk een tabel zonder lijnen."]
