"""Writes Markdown that a CommonMark reader gives back as the same plain words."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

# Only what CommonMark would read as markup; every other character stays as it is.
_INLINE = re.compile(r"[\\`*\[\]]|<(?=[A-Za-z/!?])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=~)")
_LINE_START = re.compile(r"^(?:(#{1,6})(?=\s|$)|([>+])|([-=])(?=[\s=-]|$)|(\d{1,9})([.)])(?=\s|$))")
_ITEM = re.compile(r"- |\d+\. ")
_HEADING = re.compile(r"(#{1,6}) (.+)")


def escape(text: str) -> str:
    """Plain words as Markdown text."""
    return _INLINE.sub(lambda match: "\\" + match[0], text)


def paragraph(text: str) -> str:
    """One paragraph, on one line."""
    escaped = escape(text)
    return _LINE_START.sub(lambda m: f"{m[4]}\\{m[5]}" if m[4] else "\\" + m[0], escaped)


def heading(level: int, text: str) -> str:
    return f"{'#' * min(level, 6)} {escape(text).rstrip('#').rstrip()}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A GFM table; the first row is its header."""
    width = max(len(row) for row in rows)
    cells = [[escape(" ".join(cell.split())).replace("|", "\\|") for cell in row] for row in rows]
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def join_blocks(blocks: Sequence[str]) -> str:
    """Blocks with an empty line between, list items directly under each other."""
    text = ""
    for before, block in pairwise(["", *blocks]):
        listed = _ITEM.match(before) and _ITEM.match(block)
        text += ("\n" if listed else "\n\n" if text else "") + block
    return text


def compose(titel: str, body: str) -> str:
    """The file as it is stored: `# titel`, then the body with its headings from level 2 on, none skipping a level.

    A single first heading of level 1 that repeats the title is not written twice.
    """
    lines = body.splitlines()
    levels = [len(match[1]) for line in lines if (match := _HEADING.fullmatch(line))]
    first = next((i for i, line in enumerate(lines) if _HEADING.fullmatch(line)), None)
    if first is not None and levels[0] == 1 and levels.count(1) == 1 and _same(lines[first], heading(1, titel)):
        del lines[first], levels[0]
    return f"{heading(1, titel)}\n\n" + "\n".join(_levelled(lines, 2 - min(levels, default=2))).strip() + "\n"


def _levelled(lines: Iterable[str], shift: int) -> Iterable[str]:
    above = 1
    for line in lines:
        if match := _HEADING.fullmatch(line):
            above = min(len(match[1]) + shift, above + 1, 6)
            line = f"{'#' * above} {match[2]}"
        yield line


def _same(one: str, other: str) -> bool:
    """Do two headings have the same words, however they are escaped?"""
    return one.replace("\\", "").casefold().split() == other.replace("\\", "").casefold().split()
