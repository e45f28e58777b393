"""Reads HTML, and Markdown by way of HTML: the words and their structure; scripts, menus and layout are dropped."""

import re

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString
from markdown_it import MarkdownIt
from markdownify import MarkdownConverter

from knowledge.extract.page_text import decode
from knowledge.extract.repair import clean
from knowledge.extract.result import Extraction

_NOT_TEXT = ["script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas"]
_NOT_TEXT += ["audio", "video", "head", "nav", "aside", "footer", "button", "input", "select", "textarea", "hr"]
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# A citation is plain words: emphasis and links would only stand in its way.
_INLINE = ["a", "abbr", "b", "strong", "i", "em", "u", "s", "del", "span", "code", "kbd", "samp", "q", "blockquote"]
_INLINE += ["sub", "sup", "mark"]
_FRONT_MATTER = re.compile(r"\A\ufeff?---\r?\n.*?\r?\n(?:---|\.\.\.)\r?\n", re.S)


def html_markdown(data: bytes) -> Extraction:
    """The main part of a web page."""
    return convert_html(BeautifulSoup(*decode_html(data)))


def markdown_markdown(data: bytes) -> Extraction:
    """Markdown in our own form: one paragraph a line, `#` headings, no raw HTML."""
    text, _ = decode(data)
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(_FRONT_MATTER.sub("", text))
    return convert_html(BeautifulSoup(rendered, "html.parser"))


def decode_html(data: bytes) -> tuple[str, str]:
    """The page as text, by its own declared encoding where that works, and the parser to use."""
    declared = re.search(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", data[:4096], re.I)
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii")), "html.parser"
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)[0], "html.parser"


def convert_html(soup: BeautifulSoup, notes: tuple[str, ...] = ()) -> Extraction:
    """Cleans the tree and writes it as Markdown."""
    page_title = soup.title.get_text(" ", strip=True) if soup.title else ""
    root = _main_part(soup)
    images = len(root.find_all("img"))
    _drop_what_is_not_text(root)
    found = list(notes)
    if images:
        found.append(f"Niet gelezen: {images} afbeelding(en).")
    found += _flatten_tables(root)
    _normalise(root)
    dropped = 0
    for node in list(root.find_all(string=True)):
        text, unreadable = clean(str(node))
        dropped += unreadable
        node.replace_with(NavigableString(re.sub(r"\s+", " ", text.replace("\u00ad", ""))))
    if dropped:
        found.append(f"Weggelaten: {dropped} onleesbare teken(s).")
    top = root.find("h1")
    title = (top.get_text(" ", strip=True) if top else "") or page_title
    converter = MarkdownConverter(
        heading_style="ATX", bullets="-", strip=_INLINE, escape_misc=True, table_infer_header=True, autolinks=False
    )
    lines = [line.rstrip() for line in converter.convert_soup(root).splitlines()]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Extraction(body, " ".join(title.split()) or None, tuple(found))


def _main_part(soup: BeautifulSoup) -> Tag:
    for main in (soup.find("main"), soup.find(True, {"role": "main"})):
        if isinstance(main, Tag) and main.get_text(strip=True):
            return main
    articles = soup.find_all("article")
    return articles[0] if len(articles) == 1 else soup.body or soup


def _drop_what_is_not_text(root: Tag) -> None:
    for comment in root.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in list(root.find_all(True)):
        if tag.decomposed:
            continue
        hidden = tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style", "")))
        page_header = (
            tag.name == "header" and not tag.find_parent(["article", "section", "main"]) and not tag.find("h1")
        )
        if tag.name in _NOT_TEXT or hidden or page_header:
            tag.decompose()


def _flatten_tables(root: Tag) -> list[str]:
    """A table cell becomes one line of words; what cannot be a plain table is reported."""
    merged = nested = 0
    for table in root.find_all("table"):
        if table.decomposed:
            continue
        nested += bool(table.find("table"))
        cells = list(table.find_all(["td", "th"]))
        merged += any(cell.get(span, "1") not in ("1", "") for cell in cells for span in ("rowspan", "colspan"))
        for cell in cells:
            if not cell.decomposed:
                words = " ".join(cell.get_text(" ").split())
                cell.clear()
                cell.append(words)
                cell.attrs.pop("rowspan", None)
    notes = []
    if merged:
        notes.append(f"Controleer {merged} tabel(len) met samengevoegde cellen.")
    if nested:
        notes.append(f"Controleer {nested} tabel(len) met een tabel erin.")
    return notes


def _normalise(root: Tag) -> None:
    """Elements that Markdown does not have become paragraphs."""
    for tag in root.find_all("br"):
        tag.replace_with(" ")
    for tag in root.find_all(["img", "picture"]):
        tag.decompose()
    for tag in root.find_all(["dt", "dd", "pre", "summary", "figcaption", "caption", "address", "legend"]):
        tag.name = "p"
    for tag in root.find_all("p", recursive=True):
        if tag.parent is not None and tag.parent.name == "table":  # a caption
            tag.parent.insert_before(tag.extract())
