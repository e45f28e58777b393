"""Finds what is printed on every page: headers, footers and page numbers."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

EDGE = 3  # lines at the top and at the bottom of a page that may be a header or footer
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|pag\.?|p\.|blz\.?|bladzijde)\s*)?[-–|]?\s*\d{1,3}\s*(?:(?:van|/)\s*\d{1,3}|[-–|])?", re.I
)
_NUMBER_AT_END = re.compile(r"^\d{1,3}\b(?![.,]\d)|(?<![.,\d])\d{1,3}$")


def is_page_number(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def running_lines(edges: Iterable[set[K]]) -> set[K]:
    """What stands at the edges of at least three pages, or of both pages of a short document."""
    pages = list(edges)
    counts = Counter(key for page in pages for key in page)
    needed = max(2, min(3, len(pages)))
    return {key for key, count in counts.items() if count >= needed}


def shape(text: str, page: int) -> str:
    """A line with its page number made relative, so that it is the same on every page.

    Only a number that counts along with the pages becomes the same: `Artikel 3` is not a footer.
    """
    line = re.sub(r"\s*(?:van|/)\s*\d{1,3}$", "", " ".join(text.split()))
    return _NUMBER_AT_END.sub(lambda match: f"#{int(match[0]) - page}", line).casefold()


def remove_running_lines(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The pages of a plain text without what repeats at their edges, and Dutch notes on what went."""
    if len(pages) < 2:
        return list(pages), []
    edges = [_edges(page) for page in pages]
    shapes = [{i: shape(page[i], number) for i in edges[number]} for number, page in enumerate(pages)]
    repeated = running_lines(set(found.values()) for found in shapes)
    removed, kept = set(), []
    for page, found in zip(pages, shapes, strict=True):
        gone = {i for i, key in found.items() if key in repeated or is_page_number(page[i])}
        removed |= {page[i].strip() for i in gone if not is_page_number(page[i])}
        kept.append([line for i, line in enumerate(page) if i not in gone])
    return kept, removed_note(removed)


def removed_note(removed: Iterable[str]) -> list[str]:
    """Names each kind of line once, by its first appearance in the alphabet."""
    examples = {re.sub(r"\d+", "#", text).casefold(): text for text in sorted(removed, reverse=True)}
    names = ", ".join(f"“{text}”" for text in sorted(examples.values()))
    return [f"Weggelaten als kop- of voetregel: {names}."] if names else []


def _edges(page: Sequence[str]) -> set[int]:
    filled = [i for i, line in enumerate(page) if line.strip()]
    return {*filled[:EDGE], *filled[-EDGE:]}
