"""Everything that can be found: the documents, their passages, the cards, and the questions that nothing answers."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import yaml

from knowledge.bron import Bron
from knowledge.cards import CARDS, Card, load_cards
from knowledge.chunk import Chunk, chunk_document
from knowledge.document import Document, Section, Sentence
from knowledge.register import SOURCES, RegisterEntry, load_documents, load_register
from knowledge.table_cards import table_cards


@dataclass(frozen=True)
class Change:
    """The cards at the positions `start` up to `stop` give way to `new`."""

    start: int
    stop: int
    new: tuple[Card, ...]


@dataclass(frozen=True)
class Corpus:
    """`unanswered`: questions that are known to have no answer here; what is like them is not answered either."""

    documents: Mapping[str, Document]
    register: Mapping[str, RegisterEntry]
    chunks: tuple[Chunk, ...]
    cards: tuple[Card, ...]
    unanswered: tuple[str, ...] = ()

    def fingerprint(self) -> str:
        """Changes when any passage or card text does; an index belongs to exactly one fingerprint."""
        digest = hashlib.sha256()
        for chunk in self.chunks:
            digest.update(f"{chunk.id}\n".encode())
        for card in self.cards:
            digest.update(json.dumps([card.id, card.antwoord, card.vragen]).encode())
        digest.update(json.dumps(self.unanswered).encode())
        return digest.hexdigest()

    def bron(self, document: str, section: Section, sentence: Sentence, citaat: str = "") -> Bron:
        """The citation of a sentence, or of the words `citaat` that begin in it."""
        known, url = self.documents[document], f"/bronnen/{document}#{sentence.anchor}"
        return Bron(document, known.titel, known.gemeente, section.name, citaat or sentence.text, url)

    def changed(self, change: Change) -> "Corpus":
        return replace(self, cards=(*self.cards[: change.start], *change.new, *self.cards[change.stop :]))

    def question_rows(self, change: Change) -> tuple[int, int]:
        """Which rows of all questions, one card after another, give way."""
        before = sum(len(card.vragen) for card in self.cards[: change.start])
        return before, before + sum(len(card.vragen) for card in self.cards[change.start : change.stop])

    def section(self, chunk: Chunk) -> Section:
        return self._sections[chunk.document, chunk.section]

    @cached_property
    def _sections(self) -> dict[tuple[str, str], Section]:
        return {(document.id, s.anchor): s for document in self.documents.values() for s in reversed(document.sections)}


def load_corpus(max_passage_characters: int, sources: Path = SOURCES, cards: Path = CARDS) -> Corpus:
    """Reads everything from its source files. Raises KnowledgeError for the first thing that is wrong."""
    documents = load_documents(sources)
    chunks = [chunk for document in documents.values() for chunk in chunk_document(document, max_passage_characters)]
    written, from_tables = load_cards(documents, cards), table_cards(documents, cards.parent / "table_cards")
    unanswered = yaml.safe_load((cards.parent / "unanswered.yml").read_text(encoding="utf-8"))["vragen"]
    return Corpus(documents, load_register(sources), tuple(chunks), (*written, *from_tables), tuple(unanswered))
