"""Renders the pages on the server. Every text is escaped; no page needs anything from another party."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.brongebruik import Gebruik
from api.klok import hier
from api.oordelen import toon
from api.settings import Settings, Thema
from knowledge.document import Document
from knowledge.findings import Finding
from knowledge.register import RegisterEntry

WEB = Path(__file__).parent / "web"
STATEMENT = WEB / "toegankelijkheid.json"  # written by the tests: `make accessibility`
THEMAS = get_args(Thema)  # the looks of web/static/chat/thema.js
# How the example page can be seen: the `thema` of the widget; empty is with the design tokens of the page itself.
VOORBEELDEN = {
    "enschede": "Zoals Enschede",
    "hengelo": "Zoals Hengelo",
    "enschede donker": "Donker",
    "enschede contrast": "Hoog contrast",
    "": "Eigen huisstijl van de pagina",
}
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
_environment.filters["toon"] = toon
_environment.filters["moment"] = lambda moment: f"{_datum(hier(moment))}, {hier(moment):%H:%M}"
_environment.filters["klok"] = lambda moment: f"{hier(moment):%H:%M}"
_environment.filters["getal2"] = lambda getal: f"{getal:.2f}".replace(".", ",")


def render(template: str, **context: object) -> str:
    """A template of `web/` as HTML. Raises UndefinedError for a value that the template needs and does not get."""
    return _environment.get_template(template).render(**context)


def chat_page(settings: Settings, gemeente: str | None = None, ingebed: bool = False) -> str:
    """The chat page as HTML, for one municipality or for all; `ingebed` is without the head and foot of a page."""
    thema = gemeente if gemeente in THEMAS else settings.thema
    return render("chat.html", settings=settings, gemeente=gemeente, thema=thema, ingebed=ingebed)


def example_page(settings: Settings, stijl: str, adres: str) -> str:
    """A page like that of a municipality, with the widget in one of the `VOORBEELDEN`; `adres`: of this service."""
    return render("voorbeeld.html", settings=settings, stijl=stijl, stijlen=VOORBEELDEN, adres=adres)


def accessibility_page(settings: Settings) -> str:
    """The accessibility statement, from what the last kept run of the tests found."""
    gemeten = json.loads(STATEMENT.read_text(encoding="utf-8"))
    return render(
        "toegankelijkheid.html", settings=settings, gemeten=gemeten, datum=date.fromisoformat(gemeten["datum"])
    )


def sources_page(documents: Mapping[str, Document], entries: Iterable[RegisterEntry], settings: Settings) -> str:
    """Every document of the register, with what each is worth."""
    return render("bronnen.html", documents=documents, entries=list(entries), settings=settings)


def source_page(
    document: Document,
    entry: RegisterEntry,
    findings: Sequence[Finding],
    titels: Mapping[str, str],
    gebruik: Mapping[str, Gebruik],
    settings: Settings,
) -> str:
    """A document as HTML: what it is worth, what is wrong in it, its contents, anchors for every section and sentence.

    `titels`: the titles of the checks, by name; `gebruik`: which cards and checks use a section, by its anchor.
    """
    return render(
        "bron.html",
        document=document,
        entry=entry,
        findings=findings,
        titels=titels,
        gebruik=gebruik,
        settings=settings,
    )
