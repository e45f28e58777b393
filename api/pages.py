"""Renders the pages on the server. Every text is escaped; no page needs anything from another party."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.settings import Settings
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.register import RegisterEntry

WEB = Path(__file__).parent / "web"
MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def _datum(waarde: date | str) -> str:
    return waarde if isinstance(waarde, str) else f"{waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


_environment = Environment(
    loader=FileSystemLoader(WEB), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_environment.filters["datum"] = _datum


def chat_page(settings: Settings) -> str:
    """The chat page as HTML."""
    return _environment.get_template("chat.html").render(settings=settings)


def source_page(
    document: Document, entry: RegisterEntry, findings: Sequence[Finding], titels: Mapping[str, str], settings: Settings
) -> str:
    """A document as HTML: what it is worth, what is wrong in it, its contents, anchors for every section and sentence.

    `titels`: the titles of the checks, by name.
    """
    return _environment.get_template("bron.html").render(
        document=document, entry=entry, findings=findings, titels=titels, settings=settings
    )
