"""Choosing citations: the sentences of a document that have the words somebody types."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analyse import fold
from knowledge.document import Document, Section, Sentence

MOST = 15  # sentences shown


@dataclass(frozen=True)
class Zin:
    """A sentence that can be cited; `anker` names it in its document."""

    anker: str
    sectie: str
    tekst: str


def find(document: Document, zoek: str) -> list[Zin]:
    """The sentences that have every word of `zoek`, in their order; none when nothing is typed."""
    words = fold(zoek).split()
    return [zin for zin in _every(document) if all(word in fold(zin.tekst) for word in words)][:MOST] if words else []


def chosen(document: Document, ankers: list[str]) -> list[Zin]:
    """Those with these anchors, in the order of the document; an anchor that does not exist is left out."""
    return [zin for zin in _every(document) if zin.anker in ankers]


def anchor_of(document: Document, sectie: str, citaat: str) -> str:
    """The anchor of the sentence with exactly these words; empty when there is none."""
    return next((zin.anker for zin in _every(document) if (zin.sectie, zin.tekst) == (sectie, citaat)), "")


def _every(document: Document) -> Iterator[Zin]:
    for section in document.sections:
        yield from (_zin(section, sentence) for sentence in section.sentences())


def _zin(section: Section, sentence: Sentence) -> Zin:
    return Zin(sentence.anchor, section.heading, sentence.text)
