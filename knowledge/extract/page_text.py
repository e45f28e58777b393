"""Reads plain text: its encoding, its pages, headings, lists and paragraphs."""

import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from knowledge.extract import markdown
from knowledge.extract.repair import clean, hyphenated_words, join_lines
from knowledge.extract.result import Extraction, IntakeError
from knowledge.extract.running import remove_running_lines

BULLET = re.compile(r"[•▪‣◦●○■□➢➔→✓✔·*–-] +(?=\S)")
NUMBERED = re.compile(r"(\d{1,2})[.)] +(?=\S)")
LETTERED = re.compile(r"[a-z][.)] +(?=\S)")
_CONTENTS_LINE = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}) *\d+ *$")
_HEADING_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.? +[A-ZÀ-Ý]")
_NAMED = {"hoofdstuk": 1, "deel": 1, "bijlage": 1, "paragraaf": 2, "artikel": 2}
_UNDERLINE = re.compile(r"(={3,}|-{3,})")
LONG_LINE = 140  # characters; a text with lines this long has one paragraph a line


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: UTF-8 or UTF-16 where they fit, else the best guess."""
    for encoding, marks in (("utf-8-sig", None), ("utf-16", (b"\xff\xfe", b"\xfe\xff"))):
        if marks is None or data.startswith(marks):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    best = from_bytes(data, cp_isolation=["cp1252", "iso8859_15", "mac_roman", "cp850"]).best()
    if best is None:
        raise IntakeError("De tekencodering van het bestand is niet te herkennen; sla het op als UTF-8.")
    return str(best), best.encoding


def text_markdown(data: bytes) -> Extraction:
    """Lines become paragraphs; lone numbered or underlined lines become headings."""
    raw, encoding = decode(data)
    text, dropped = clean(raw)
    pages, removed = remove_running_lines([page.splitlines() for page in text.split("\f")])
    lines = [line.strip() for page in pages for line in page]
    contents = sum(is_contents_line(line) for line in lines)
    lines = [line for line in lines if not is_contents_line(line)]
    blocks = list(_blocks(lines, hyphenated_words("\n".join(lines))))
    notes = [] if encoding == "utf-8-sig" else [f"Gelezen met tekencodering {encoding}: controleer letters als ë en é."]
    notes += removed
    if contents:
        notes.append(f"Weggelaten: {contents} regel(s) van een inhoudsopgave.")
    if dropped:
        notes.append(f"Weggelaten: {dropped} onleesbare teken(s).")
    title = blocks[0].removeprefix("# ") if blocks and blocks[0].startswith("# ") else None
    return Extraction(markdown.join_blocks(blocks), title, tuple(notes))


def is_contents_line(line: str) -> bool:
    """A line of a table of contents: words, leaders, a page number."""
    return _CONTENTS_LINE.search(line) is not None


def heading_depth(text: str) -> int | None:
    """How deep a heading stands by its number (`3.2.7 Ruimte` is 3) or name (`Artikel 4` is 2); None without one."""
    if match := _HEADING_NUMBER.match(text):
        return match[1].count(".") + 1
    word, _, rest = text.partition(" ")
    return _NAMED.get(word.lower()) if re.match(r"[\dIVX]", rest) else None


def list_item(text: str) -> str:
    """A paragraph that may start with a bullet, number or letter, as Markdown."""
    if match := BULLET.match(text):
        return "- " + markdown.paragraph(text[match.end() :])
    if match := NUMBERED.match(text):
        return f"{match[1]}. " + markdown.paragraph(text[match.end() :])
    if LETTERED.match(text):
        return "- " + markdown.paragraph(text)
    return markdown.paragraph(text)


def starts_item(line: str) -> bool:
    return any(pattern.match(line) for pattern in (BULLET, NUMBERED, LETTERED))


def _blocks(lines: list[str], known: frozenset[str]) -> Iterator[str]:
    lengths = sorted(len(line) for line in lines if line)
    one_a_line = bool(lengths) and lengths[len(lengths) * 3 // 4] > LONG_LINE
    first = True
    for group in _groups(lines, one_a_line):
        if level := _heading_level(group, first):
            yield markdown.heading(level, group[0])
        else:
            yield list_item(join_lines(group, known))
        first = False


def _groups(lines: list[str], one_a_line: bool) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if group and (not line or one_a_line or starts_item(line)):
            yield group
            group = []
        if line:
            group.append(line)
            if len(group) == 2 and _UNDERLINE.fullmatch(line):
                yield group
                group = []


def _heading_level(group: list[str], first: bool) -> int | None:
    line = group[0]
    if len(group) == 2 and (underline := _UNDERLINE.fullmatch(group[1])):
        return 1 if first else 2 if underline[1][0] == "=" else 3
    if len(group) > 1 or len(line) > 100 or line[-1] in ".,;:" or BULLET.match(line) or LETTERED.match(line):
        return None
    if depth := heading_depth(line):
        return depth + 1
    if first:
        return 1
    return 2 if line.isupper() and len(line) > 3 else None
