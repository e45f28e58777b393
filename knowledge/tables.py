"""The tables and lists that stand directly under one heading of a Markdown text, without its sentences.

Cutting sentences takes seconds to set up; a check reads its rows with this while it starts.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from knowledge.document import plain
from knowledge.errors import KnowledgeError


def read_table(markdown: str, heading: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The rows of the one table under `heading`. Raises KnowledgeError unless it has exactly these columns."""
    tables = [node for node in _under(markdown, heading) if node.type == "table"]
    if len(tables) != 1:
        raise KnowledgeError(f"{len(tables)} tables stand under {heading!r}, expected one")
    header, *rows = [
        tuple(plain(cell) for cell in row.children) for part in tables[0].children for row in part.children
    ]
    if header != columns:
        raise KnowledgeError(f"the table under {heading!r} has the columns {header}, expected {columns}")
    return rows


def read_lists(markdown: str, heading: str) -> list[tuple[str, ...]]:
    """The items of every list under `heading`, list by list. Raises KnowledgeError when the heading is not there."""
    lists = [node for node in _under(markdown, heading) if node.type == "bullet_list"]
    return [tuple(plain(item) for item in node.children) for node in lists]


def _under(markdown: str, heading: str) -> list[SyntaxTreeNode]:
    """What stands between the heading and the next one."""
    _, *parts = re.split(r"(?m)^#+ ", markdown)
    found = [text for title, _, text in (part.partition("\n") for part in parts) if title.strip() == heading]
    if len(found) != 1:
        raise KnowledgeError(f"{len(found)} headings are {heading!r}, expected one")
    return SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(found[0])).children
