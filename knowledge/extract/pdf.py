"""Reads a PDF: lines with their place and type size, ruled tables, and what has no text."""

import io
import statistics
from collections import Counter
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from knowledge.extract.layout import layout_markdown
from knowledge.extract.lines import Line, Table, page_content
from knowledge.extract.reading import Word
from knowledge.extract.repair import clean, join_lines
from knowledge.extract.result import Extraction, IntakeError

MAX_PAGES = 1500
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_IMAGE_SHARE = 0.03  # of the page; smaller pictures are logos and ornaments
_SPACE = 0.15  # of the type size; fixed distances glue the words of small type together
_UNREADABLE_SHARE = 0.2


def pdf_markdown(data: bytes) -> Extraction:
    """Raises IntakeError for a PDF with a password, without text (a scan), with too many pages, or damaged."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return _read(pdf)
    except IntakeError:
        raise
    except Exception as error:  # pdfminer meets damage with every kind of exception
        causes = (error, *error.args) if isinstance(error, PdfminerException) else (error,)
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise IntakeError("De PDF is beveiligd met een wachtwoord; sla hem op zonder wachtwoord.") from error
        raise IntakeError("De PDF is beschadigd en kan niet worden gelezen.") from error


def _read(pdf: PDF) -> Extraction:
    if not pdf.pages:
        raise IntakeError("De PDF heeft geen pagina's die te lezen zijn.")
    if len(pdf.pages) > MAX_PAGES:
        raise IntakeError(f"De PDF heeft {len(pdf.pages)} pagina's; het maximum is {MAX_PAGES}.")
    content: list[Line | Table] = []
    empty, pictured, poor_tables = [], [], []
    unreadable = letters = 0
    for number, page in enumerate(pdf.pages, start=1):
        tables = _tables(page, number)
        words, dropped = _words(page, tables)
        unreadable += dropped
        letters += sum(len(word.text) for word in words) + sum(len(c) for t in tables for row in t.rows for c in row)
        if not words and not tables:
            empty.append(number)
        if any(_share(page, image) >= _IMAGE_SHARE for image in page.images):
            pictured.append(number)
        found = list(page_content(words, tables, number))
        poor_tables += [number for part in found if isinstance(part, Table) and not part.whole]
        content += found
        page.close()
    if not letters:
        raise IntakeError("De PDF bevat geen tekst (waarschijnlijk een scan): maak eerst met OCR een PDF met tekst.")
    if unreadable > _UNREADABLE_SHARE * (letters + unreadable):
        raise IntakeError("De tekst in de PDF is onleesbaar opgeslagen: maak eerst met OCR een PDF met tekst.")
    body, title, notes = layout_markdown(content, len(pdf.pages))
    for text, where in (
        ("Geen tekst gevonden op", empty),
        ("Niet gelezen: afbeelding op", pictured),
        ("Controleer de tabel op", poor_tables),
    ):
        if where:
            notes.append(f"{text} pagina {_ranges(where)}.")
    if unreadable:
        notes.append(f"Weggelaten: {unreadable} onleesbare teken(s).")
    return Extraction(body, title, tuple(notes))


def _words(page: Page, tables: list[Table]) -> tuple[list[Word], int]:
    """The upright words outside the tables, and how many unreadable characters they lost."""
    upright = page.filter(lambda thing: thing.get("upright", True))
    words, dropped = [], 0
    for raw in upright.extract_words(x_tolerance_ratio=_SPACE, return_chars=True):
        text, lost = clean(_with_raised_digits(raw["chars"]) or raw["text"])
        dropped += lost
        size = round(statistics.median_high(letter["size"] for letter in raw["chars"]) * 2) / 2
        bold = 2 * sum(_is_bold(letter["fontname"]) for letter in raw["chars"]) > len(raw["chars"])
        word = Word(text.strip(), size, bold, raw["x0"], raw["x1"], raw["top"], raw["bottom"])
        if word.text and not any(table.contains(word) for table in tables):
            words.append(word)
    return words, dropped


def _with_raised_digits(letters: list[dict[str, Any]]) -> str | None:
    """`m2` with a small raised 2 is `m²`, and a note number after a word `¹`; None for a word without."""
    main = max(letters, key=lambda letter: letter["size"])
    raised = [
        letter["size"] < 0.9 * main["size"] and letter["bottom"] < main["bottom"] - 0.1 * main["size"]
        for letter in letters
    ]
    if not any(up and letter["text"].isdigit() for up, letter in zip(raised, letters, strict=True)):
        return None
    return "".join(
        letter["text"].translate(_RAISED) if up else letter["text"] for up, letter in zip(raised, letters, strict=True)
    )


def _is_bold(font: str) -> bool:
    return any(weight in font.lower() for weight in ("bold", "black", "heavy", "demi", "-bd"))


def _tables(page: Page, number: int) -> list[Table]:
    """Tables drawn with lines, at least two by two."""
    tables = []
    for found in page.find_tables():
        cells = [
            [join_lines(clean(cell or "")[0].splitlines()) for cell in row]
            for row in found.extract(x_tolerance_ratio=_SPACE)
        ]
        rows = [row for row in cells if any(row)]
        if len(rows) < 2 or max(map(len, rows)) < 2 or sum(bool(cell) for row in rows for cell in row) < 3:
            continue
        whole = all(cell is not None for row in found.extract() for cell in row) and all(rows[0])
        tables.append(Table(rows, number, found.bbox, whole))
    return tables


def _share(page: Page, image: dict[str, float]) -> float:
    return abs(image["width"] * image["height"]) / (page.width * page.height)


def _ranges(numbers: list[int]) -> str:
    """[1, 2, 3, 7] -> `1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(Counter(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
