"""Published cards as card files, in the format of knowledge/cards: an editor's work comes into the repository."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

FILE = "van-de-balie.yml"  # of a document: where its cards stand that no file had
WIDTH = 110  # after which a line is broken; the entries are indented


class _Folded(str):
    """A text of several sentences."""


class _Dumper(yaml.SafeDumper):
    """Writes as the card files are: such a text over several lines, a list further in than its name."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_Dumper.add_representer(_Folded, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">"))


def write(contents: Iterable[Mapping[str, Any]], folder: Path) -> list[Path]:
    """Each in place of the card with its id, in whatever file of its document that stands, or added to `FILE`.

    `contents`: the keys of a card in a file, and its document. Returns the files that were written. What else stands
    in a file, comments too, stays as it is.
    """
    written = dict[Path, None]()
    for content in contents:
        path, text = _with(content, folder / content["document"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written[path] = None
    return list(written)


def _with(content: Mapping[str, Any], folder: Path) -> tuple[Path, str]:
    """The file in which the card belongs, and its text with the card in it."""
    standing = re.compile(rf"^  - id: {re.escape(content['id'])}\n(?:    .*\n|\n(?=    ))*", re.MULTILINE)
    for path in sorted(folder.glob("*.yml")):
        text, found = standing.subn(lambda match: _entry(_named(content, match[0])), path.read_text(encoding="utf-8"))
        if found:
            return path, text
    path = folder / FILE
    before = path.read_text(encoding="utf-8") if path.exists() else f"document: {content['document']}\nkaarten:"
    return path, f"{before.rstrip()}\n\n{_entry(content)}".replace("kaarten:\n\n", "kaarten:\n")


def _named(content: Mapping[str, Any], before: str) -> dict[str, Any]:
    """With the names of the card that it takes the place of: these are not written at /balie."""
    (card,) = yaml.safe_load(before)
    return dict(content) | {key: card[key] for key in ("namen",) if key in card}


def _entry(content: Mapping[str, Any]) -> str:
    card = {key: value for key, value in content.items() if key != "document"}
    card["antwoord"] = _Folded(" ".join(content["antwoord"].split()))
    text = yaml.dump([card], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return indent(text, "  ")
