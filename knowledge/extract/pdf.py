"""Reads a PDF: lines with their place and type size, ruled tables, and what has no text."""

import io
import statistics
from collections import Counter
from collections.abc import Iterator

import pdfplumber
from pdfminer.layout import LTChar, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from knowledge.extract.layout import layout_markdown
from knowledge.extract.lines import Line, Table
from knowledge.extract.repair import clean, join_lines
from knowledge.extract.result import Extraction, IntakeError

MAX_PAGES = 1500
_IMAGE_SHARE = 0.03  # of the page; smaller pictures are logos and ornaments
_LAYOUT: dict[str, float] = {"line_margin": 0.7, "boxes_flow": 0.5}
_TABLE_TEXT = {"text_x_tolerance_ratio": 0.15}  # fixed distances glue the words of small type together
_UNREADABLE_SHARE = 0.2


def pdf_markdown(data: bytes) -> Extraction:
    """Raises IntakeError for a PDF with a password, without text (a scan), with too many pages, or damaged."""
    try:
        with pdfplumber.open(io.BytesIO(data), laparams=_LAYOUT) as pdf:
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
        lines = []
        for line, dropped in _lines(page, number):
            unreadable += dropped
            letters += len(line.text)
            lines.append(line)
        if not lines:
            empty.append(number)
        if any(_share(page, image) >= _IMAGE_SHARE for image in page.images):
            pictured.append(number)
        poor_tables += [number] * sum(not table.whole for table in tables)
        content += _with_tables(lines, tables)
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


def _lines(page: Page, number: int) -> Iterator[tuple[Line, int]]:
    """The lines in reading order, each with how many unreadable characters it lost."""
    layout: LTPage = page.layout
    base = page.height + page.mediabox[1]
    boxes = [box for box in layout if isinstance(box, LTTextBox)]
    for index, box in enumerate(boxes):
        for part in box:
            characters = [c for c in part if isinstance(c, LTChar)] if isinstance(part, LTTextLine) else []
            upright = [c for c in characters if c.upright]
            if len(upright) * 2 <= len(characters):
                continue
            text, dropped = clean(part.get_text())
            shown = [c for c in upright if c.get_text().strip()]
            if not text.strip() or not shown:
                continue
            size = round(statistics.median_high(c.size for c in shown) * 2) / 2
            bold = sum(_is_bold(c.fontname) for c in shown) > 0.8 * len(shown)
            yield (
                Line(text.strip(), size, bold, number, index, part.x0, part.x1, base - part.y1, base - part.y0),
                dropped,
            )


def _is_bold(font: str) -> bool:
    return any(weight in font.lower() for weight in ("bold", "black", "heavy", "demi", "-bd"))


def _tables(page: Page, number: int) -> list[Table]:
    """Tables drawn with lines, at least two by two."""
    tables = []
    for found in page.find_tables(_TABLE_TEXT):
        cells = [
            [join_lines(clean(cell or "")[0].splitlines()) for cell in row]
            for row in found.extract(x_tolerance_ratio=0.15)
        ]
        rows = [row for row in cells if any(row)]
        if len(rows) < 2 or max(map(len, rows)) < 2 or sum(bool(cell) for row in rows for cell in row) < 3:
            continue
        whole = all(cell is not None for row in found.extract() for cell in row) and all(rows[0])
        tables.append(Table(rows, number, found.bbox, whole))
    return tables


def _with_tables(lines: list[Line], tables: list[Table]) -> list[Line | Table]:
    """Each table stands where its first line stood; the lines inside it are dropped."""
    content: list[Line | Table] = []
    waiting = list(tables)
    for line in lines:
        table = next((table for table in tables if table.contains(line)), None)
        if table is None:
            content.append(line)
        elif table in waiting:
            waiting.remove(table)
            content.append(table)
    return content + waiting


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
