"""Turns a file of any supported kind into Markdown, and says what it could not read."""

from pathlib import Path

from knowledge.extract.html import html_markdown, markdown_markdown
from knowledge.extract.kind import Kind, detect_kind
from knowledge.extract.page_text import text_markdown
from knowledge.extract.pdf import pdf_markdown
from knowledge.extract.result import Extraction, IntakeError
from knowledge.extract.word import docx_markdown

__all__ = ["Extraction", "IntakeError", "Kind", "extract"]

_READERS = {
    Kind.PDF: pdf_markdown,
    Kind.DOCX: docx_markdown,
    Kind.HTML: html_markdown,
    Kind.MARKDOWN: markdown_markdown,
    Kind.TEXT: text_markdown,
}


def extract(path: Path, data: bytes) -> tuple[Kind, Extraction]:
    """Reads `data`, the content of `path` (whose name is only used for its extension and in messages).

    Raises IntakeError, with one Dutch sentence, for content that cannot become readable text.
    """
    kind = detect_kind(path.name, data)
    extraction = _READERS[kind](data)
    if not any(character.isalnum() for character in extraction.markdown):
        raise IntakeError(f"In het bestand {path.name} staat geen leesbare tekst.")
    return kind, extraction
