"""The editorial layer: questions as people ask them, short answers, and the sentences these stand on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from knowledge.document import Document, Section, Sentence
from knowledge.errors import KnowledgeError

CARDS = Path(__file__).parent / "cards"


@dataclass(frozen=True)
class Citation:
    """Exact words of one section, and the sentences in which they stand."""

    section: Section
    citaat: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Card:
    """`soort` is `geen_antwoord` for a known gap: the answer then says what the documents do not tell.

    `kort`: the decisive facts alone, for where the answer has no room; empty where nobody wrote one. `namen`: of a card
    about one thing, such as a row of a table (`tabel` says which), the names that people know it by: it is told to who
    names it, never about something else.
    """

    id: str
    document: str
    gemeente: str
    soort: Literal["antwoord", "geen_antwoord"]
    antwoord: str
    citations: tuple[Citation, ...]
    vragen: tuple[str, ...]
    kort: str = ""
    tabel: str = ""
    namen: tuple[str, ...] = ()


def load_cards(documents: Mapping[str, Document], folder: Path = CARDS) -> list[Card]:
    """All cards, in the order of their files.

    Raises KnowledgeError naming file, card and fault: an unknown document or section, a citation that does not stand
    in the source, an id used twice.
    """
    cards = [card for path in sorted(folder.rglob("*.yml")) for card in _load_file(path, documents)]
    seen: set[str] = set()
    for card in cards:
        if card.id in seen:
            raise KnowledgeError(f"knowledge/cards: the id {card.id} is used twice")
        seen.add(card.id)
    return cards


def _load_file(path: Path, documents: Mapping[str, Document]) -> Iterator[Card]:
    where = "/".join(path.parts[-3:])
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        document = documents[content["document"]]
        entries: list[dict[str, Any]] = content["kaarten"]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise KnowledgeError(f"{where} is not a card file with a known document and kaarten: {error}") from error
    for entry in entries:
        try:
            yield read_card(entry, document)
        except (KeyError, TypeError, ValueError) as error:
            raise KnowledgeError(f"{where}, card {entry.get('id')}: {error}") from error


def read_card(entry: Mapping[str, Any], document: Document) -> Card:
    """One card as it stands in a file. Raises KeyError, TypeError or ValueError saying what is wrong with it."""
    if unknown := set(entry) - {"id", "soort", "antwoord", "kort", "namen", "citaten", "vragen"}:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    soort = entry.get("soort", "antwoord")
    if soort not in ("antwoord", "geen_antwoord"):
        raise ValueError(f"unknown soort {soort}")
    citations = tuple(find_citation(document, str(c["sectie"]), c["citaat"]) for c in entry.get("citaten") or [])
    if soort == "antwoord" and not citations:
        raise ValueError("an answer needs a citation")
    antwoord, vragen = " ".join(entry["antwoord"].split()), tuple(map(str, entry["vragen"]))
    kort = " ".join(entry.get("kort", "").split())
    owner, namen = (document.id, document.gemeente), tuple(entry.get("namen", ()))
    return Card(entry["id"], *owner, soort, antwoord, citations, vragen, kort, namen=namen)


def find_citation(document: Document, sectie: str, citaat: str) -> Citation:
    """Where the words stand: in a section whose heading (or one above it) starts with `sectie`.

    Raises ValueError when no such section holds them.
    """
    wanted = squeeze(citaat)
    found_section = False
    for section in document.sections:
        if not section.within(sectie):
            continue
        found_section = True
        sentences = list(section.sentences())
        if (hit := _covering(sentences, wanted)) is not None:
            return Citation(section, " ".join(citaat.split()), hit)
    reason = "does not stand there word for word" if found_section else "has no such section"
    raise ValueError(f"{document.id} {sectie} {reason}: {citaat!r}")


def _covering(sentences: list[Sentence], wanted: str) -> tuple[Sentence, ...] | None:
    text, spans = "", []
    for sentence in sentences:
        start = len(text)
        text += squeeze(sentence.text)
        spans.append((start, len(text)))
    at = text.find(wanted) if wanted else -1
    if at < 0:
        return None
    return tuple(s for s, (start, end) in zip(sentences, spans, strict=True) if start < at + len(wanted) and end > at)


def squeeze(text: str) -> str:
    """White space aside, and table separators with it: what "word for word" means here."""
    return re.sub(r"[\s|]+", "", text)
