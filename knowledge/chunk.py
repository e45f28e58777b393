"""Cuts a document into passages along its headings, blocks and sentences."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.document import Block, Document, Section, Sentence


@dataclass(frozen=True)
class Chunk:
    """One passage: whole sentences of one section, in their order, at most `max_characters` long.

    `id` is a hash of the document, the heading path and the text, so a rebuild of unchanged text keeps every id.
    `line` is where it starts in the Markdown. `header`: the column names, where the passage is part of a table.
    """

    id: str
    document: str
    gemeente: str
    section: str
    path: tuple[str, ...]
    line: int
    sentences: tuple[Sentence, ...]
    text: str
    header: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Piece:
    """Sentences that stay on one line of the passage: (part of) one item."""

    sentences: tuple[Sentence, ...]
    line: int
    text: str


def chunk_document(document: Document, max_characters: int) -> list[Chunk]:
    """Every sentence of the document, in order, each in exactly one chunk."""
    return [chunk for section in document.sections for chunk in _chunk_section(document, section, max_characters)]


def _chunk_section(document: Document, section: Section, max_characters: int) -> Iterator[Chunk]:
    for header, pieces in _runs(section.blocks, max_characters):
        for group in _pack(pieces, max_characters):
            text = "\n".join(piece.text for piece in group)
            key = "\n".join((document.id, *section.path, text))
            yield Chunk(
                id=hashlib.sha256(key.encode()).hexdigest()[:16],
                document=document.id,
                gemeente=document.gemeente,
                section=section.anchor,
                path=section.path,
                line=group[0].line,
                sentences=tuple(sentence for piece in group for sentence in piece.sentences),
                text=text,
                header=header,
            )


def _runs(blocks: Iterable[Block], limit: int) -> Iterator[tuple[tuple[str, ...], list[_Piece]]]:
    """Tables stand apart (their rows need their header); everything else runs on."""
    prose: list[_Piece] = []
    for block in blocks:
        pieces = [piece for item in block.items for piece in _pieces(item.sentences, item.line, item.marker, limit)]
        if block.kind != "tabel":
            prose += pieces
            continue
        if prose:
            yield (), prose
            prose = []
        yield block.header, pieces
    if prose:
        yield (), prose


def _pieces(sentences: tuple[Sentence, ...], line: int, marker: str, limit: int) -> Iterator[_Piece]:
    prefix = f"{marker} " if marker not in ("", "-") else ""
    for group in _pack([_Piece((s,), line, s.text) for s in sentences], limit - len(prefix)):
        text = prefix + " ".join(piece.text for piece in group)
        yield _Piece(tuple(s for piece in group for s in piece.sentences), line, text[:limit])
        prefix = ""


def _pack(pieces: list[_Piece], limit: int) -> Iterator[list[_Piece]]:
    """Groups of about equal length, each at most `limit` characters with its line ends."""
    total = sum(len(piece.text) + 1 for piece in pieces)
    target = total / max(1, -(-total // limit))
    group: list[_Piece] = []
    length = done = count = 0
    for piece in pieces:
        size = len(piece.text) + 1
        past_target = done + length + size / 2 > target * (count + 1)
        if group and (length + size > limit or past_target):
            yield group
            done, count, group, length = done + length, count + 1, [], 0
        group.append(piece)
        length += size
    if group:
        yield group
