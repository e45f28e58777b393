"""Reads a Word document (DOCX) by way of mammoth's HTML, with limits on what it unpacks."""

import io
import zipfile
from typing import Any

import mammoth  # type: ignore[import-untyped]
from bs4 import BeautifulSoup

from knowledge.extract.html import convert_html
from knowledge.extract.result import Extraction, IntakeError

MAX_UNPACKED_BYTES = 300_000_000  # a zip bomb is larger; policy documents with photographs stay well below
MAX_XML_BYTES = 60_000_000  # the text parts only: mammoth holds these in memory several times over
MAX_PARTS = 10_000

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Kop 1'] => h1:fresh
p[style-name='Kop 2'] => h2:fresh
p[style-name='Kop 3'] => h3:fresh
p[style-name='Kop 4'] => h4:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name^='toc '] => !
p[style-name^='TOC '] => !
"""
_CORRUPT = "Het Word-bestand is beschadigd en kan niet worden geopend."


def docx_markdown(data: bytes) -> Extraction:
    """Raises IntakeError for a damaged document or one that unpacks to something unreasonably large."""
    _check_parts(data)
    images = 0

    def skip_image(_image: Any) -> list[Any]:
        nonlocal images
        images += 1
        return []

    try:
        result = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=skip_image)
    except Exception as error:  # mammoth lets every error of zip, XML and missing parts through
        raise IntakeError(_CORRUPT) from error
    soup = BeautifulSoup(result.value, "html.parser")
    if (titles := soup.find_all("h1")) and len(titles) > 1 and _has_title_style(data):
        for tag in soup.find_all(["h1", "h2", "h3", "h4", "h5"]):
            if tag is not titles[0]:
                tag.name = f"h{int(tag.name[1]) + 1}"
    notes = (f"Niet gelezen: {images} afbeelding(en).",) if images else ()
    return convert_html(soup, notes)


def _has_title_style(data: bytes) -> bool:
    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    return b'w:pStyle w:val="Title"' in document or b'w:pStyle w:val="Titel"' in document


def _check_parts(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            xml = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
            if (
                len(parts) > MAX_PARTS
                or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES
                or sum(part.file_size for part in xml) > MAX_XML_BYTES
            ):
                raise IntakeError("Het Word-bestand wordt na uitpakken te groot om veilig te lezen.")
            if any(part.flag_bits & 1 for part in parts):
                raise IntakeError("Het Word-bestand is beveiligd met een wachtwoord; sla het op zonder wachtwoord.")
            for part in xml:
                if b"<!DOCTYPE" in archive.read(part)[:4096]:
                    raise IntakeError("Het Word-bestand bevat onderdelen die niet veilig te lezen zijn (DOCTYPE).")
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise IntakeError(_CORRUPT) from error
    except Exception as error:
        if isinstance(error, IntakeError):
            raise
        raise IntakeError(_CORRUPT) from error  # zlib.error and the like
