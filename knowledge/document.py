"""A policy document: its sections, blocks and sentences, read from Markdown, each with an anchor of its own."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from knowledge.sentences import split_sentences

BlockKind = Literal["alinea", "opsomming", "tabel"]
CELL_SEPARATOR = " | "


@dataclass(frozen=True)
class Sentence:
    """The smallest citable unit: a sentence, a list item without one, or a row of a table."""

    anchor: str
    text: str


@dataclass(frozen=True)
class Item:
    """A paragraph, a list item or a table row. `cells` only for rows; `marker` ("-", "1.") only for list items."""

    sentences: tuple[Sentence, ...]
    line: int
    marker: str = ""
    depth: int = 0
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True)
class Block:
    """A paragraph (one item), a list, or a table (`header` has its column names)."""

    kind: BlockKind
    items: tuple[Item, ...]
    header: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One heading and what stands directly under it. `path`: the headings above it, outermost first, itself last."""

    anchor: str
    heading: str
    level: int
    path: tuple[str, ...]
    line: int
    blocks: tuple[Block, ...]

    @cached_property
    def name(self) -> str:
        """How a citation names this place: the nearest numbered heading, then its own heading."""
        numbered = next((heading for heading in reversed(self.path) if re.match(r"\d+(\.\d+)*\s", heading)), None)
        return self.heading if numbered in (None, self.heading) else f"{numbered} / {self.heading}"

    def within(self, begin: str) -> bool:
        """Whether its heading or one above it begins so; a number does not go on ("3.2" is not 3.21)."""
        return any(heading.startswith(begin) and not re.match(r"\.?\d", heading[len(begin) :]) for heading in self.path)

    def sentences(self) -> Iterator[Sentence]:
        for block in self.blocks:
            for item in block.items:
                yield from item.sentences


@dataclass(frozen=True)
class Document:
    """A whole document; `id` is its file stem and its place in every url."""

    id: str
    titel: str
    gemeente: str
    sections: tuple[Section, ...]


def slug(text: str) -> str:
    """`3.2.7 Ruimte voor werken-aan-huis` -> `3-2-7-ruimte-voor-werken-aan-huis`."""
    ascii_text = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


def parse_document(id_: str, titel: str, gemeente: str, markdown: str) -> Document:
    """Reads restored Markdown; text before the first heading belongs to a section named after the title."""
    return Document(id_, titel, gemeente, tuple(_Reader().sections(titel, markdown)))


class _Reader:
    def __init__(self) -> None:
        self._anchors: Counter[str] = Counter()

    def sections(self, titel: str, markdown: str) -> Iterator[Section]:
        root = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))
        path: list[tuple[int, str]] = [(1, titel)]
        line, anchor, blocks = 1, self._unique(slug(titel)), list[Block]()
        for node in root.children:
            if node.type == "heading":
                level, heading = int(node.tag[1]), plain(node).rstrip(":")
                if level == 1 and not blocks:  # the title itself, as the first line of the Markdown
                    continue
                yield self._section(anchor, path, line, blocks)
                path = [step for step in path if step[0] < level] + [(level, heading)]
                line, anchor, blocks = _line(node), self._unique(slug(heading)), []
            elif (block := self._block(node, anchor)) is not None:
                blocks.append(block)
        yield self._section(anchor, path, line, blocks)

    @staticmethod
    def _section(anchor: str, path: list[tuple[int, str]], line: int, blocks: list[Block]) -> Section:
        level, heading = path[-1]
        headings = tuple(text for depth, text in path if depth > 1) or (heading,)
        return Section(anchor, heading, level, headings, line, tuple(blocks))

    def _block(self, node: SyntaxTreeNode, section: str) -> Block | None:
        if node.type in ("bullet_list", "ordered_list"):
            return Block("opsomming", tuple(self._list_items(node, section, 0)))
        if node.type == "table":
            head, *body = node.children
            rows = tuple(self._row(row, section) for part in body for row in part.children)
            return Block("tabel", rows, tuple(plain(cell) for cell in head.children[0].children))
        text = plain(node)
        return Block("alinea", (self._item(text, section, _line(node)),)) if text else None

    def _list_items(self, node: SyntaxTreeNode, section: str, depth: int) -> Iterator[Item]:
        number = int(node.attrs.get("start", 1))
        for offset, child in enumerate(node.children):
            marker = f"{number + offset}." if node.type == "ordered_list" else "-"
            for part in child.children:
                if part.type in ("bullet_list", "ordered_list"):
                    yield from self._list_items(part, section, depth + 1)
                elif text := plain(part):
                    yield self._item(text, section, _line(part), marker, depth)
                    marker = ""  # a second paragraph of the same list item

    def _row(self, node: SyntaxTreeNode, section: str) -> Item:
        cells = tuple(plain(cell) for cell in node.children)
        sentence = self._sentence(CELL_SEPARATOR.join(cells), section)
        return Item((sentence,), _line(node), cells=cells)

    def _item(self, text: str, section: str, line: int, marker: str = "", depth: int = 0) -> Item:
        sentences = tuple(self._sentence(sentence, section) for sentence in split_sentences(text))
        return Item(sentences, line, marker, depth)

    def _sentence(self, text: str, section: str) -> Sentence:
        digest = hashlib.sha256(f"{section}\n{text}".encode()).hexdigest()[:10]
        return Sentence(self._unique(f"z-{digest}"), text)

    def _unique(self, anchor: str) -> str:
        self._anchors[anchor] += 1
        return anchor if self._anchors[anchor] == 1 else f"{anchor}-{self._anchors[anchor]}"


def plain(node: SyntaxTreeNode) -> str:
    """The words of a node without its markup."""
    if node.type in ("text", "code_inline", "code_block", "fence"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " "
    return " ".join("".join(plain(child) for child in node.children).split())


def _line(node: SyntaxTreeNode) -> int:
    """Line of the Markdown at which the node starts, counted from 1."""
    return node.map[0] + 1 if node.map else 0
