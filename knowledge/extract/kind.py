"""Decides what a file is by its content; the name must agree with it."""

import io
import re
import zipfile
from enum import Enum
from pathlib import PurePath

from knowledge.extract.result import IntakeError


class Kind(Enum):
    """The kinds of file that can be read; the value is how a message names them."""

    PDF = "PDF"
    DOCX = "Word (DOCX)"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "platte tekst"


_EXTENSIONS = {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
}
_READABLE = "PDF, Word (.docx), HTML (.html), Markdown (.md) en platte tekst (.txt)"
_OTHER_SIGNATURES = {
    b"\xd0\xcf\x11\xe0": "een oud Word-bestand (.doc) of een Office-bestand met een wachtwoord",
    b"{\\rtf": "een RTF-bestand",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
    b"GIF8": "een afbeelding",
    b"II*\x00": "een afbeelding",
    b"MM\x00*": "een afbeelding",
    b"\x1f\x8b": "een ingepakt bestand",
    b"7z\xbc\xaf": "een ingepakt bestand",
    b"Rar!": "een ingepakt bestand",
}
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def detect_kind(name: str, data: bytes) -> Kind:
    """Raises IntakeError for an empty file, an unknown kind, or a name that says something else than the content."""
    if not data.strip():
        raise IntakeError(f"Het bestand {name} is leeg.")
    extension = PurePath(name).suffix.lower()
    named = _EXTENSIONS.get(extension)
    found = _by_content(name, data)
    if extension and named is None:
        raise IntakeError(f"Bestanden van het soort {extension} kunnen niet worden gelezen; wel {_READABLE}.")
    if found is Kind.TEXT and named in (Kind.HTML, Kind.MARKDOWN):
        return named
    if found is Kind.HTML and named is Kind.MARKDOWN:
        return named
    if named is not None and named is not found:
        raise IntakeError(
            f"Het bestand {name} heet {extension}, maar de inhoud is {found.value}: "
            "controleer het bestand of geef het de juiste naam."
        )
    return found


def _by_content(name: str, data: bytes) -> Kind:
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK"):
        return _inside_zip(name, data)
    for signature, description in _OTHER_SIGNATURES.items():
        if data.startswith(signature):
            raise IntakeError(f"Het bestand {name} is {description}; dat kan niet worden gelezen, wel {_READABLE}.")
    if b"\x00" in data and not data.startswith(_UTF16):
        raise IntakeError(f"Het bestand {name} bevat geen tekst die kan worden gelezen; wel leesbaar zijn {_READABLE}.")
    return Kind.HTML if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) else Kind.TEXT


def _inside_zip(name: str, data: bytes) -> Kind:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise IntakeError(f"Het bestand {name} is beschadigd en kan niet worden geopend.") from error
    if "word/document.xml" in names or any(n.startswith("word/") for n in names):
        return Kind.DOCX
    raise IntakeError(
        f"Het bestand {name} is geen Word-document maar een ander ingepakt bestand; lees wel: {_READABLE}."
    )
