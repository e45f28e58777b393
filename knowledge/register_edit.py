"""Adds or replaces one entry in the text of the register; every other line stays as it was, comments included."""

from collections.abc import Mapping
from typing import Any

import yaml

from knowledge.errors import KnowledgeError


def with_entry(text: str, entry: Mapping[str, Any]) -> str:
    """The register with `entry`, in the place of the entry with the same `document`, or at the end.

    Raises KnowledgeError when the text is not a list of entries, each starting on a line of its own.
    """
    before = entries(text)
    lines = text.splitlines()
    new = yaml.safe_dump([dict(entry)], allow_unicode=True, sort_keys=False, width=110).splitlines()
    spans = _spans(text, lines)
    at = next((i for i, old in enumerate(before) if old["document"] == entry["document"]), None)
    if at is None:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += ["", *new] if lines else new
        expected = [*before, dict(entry)]
    else:
        start, end = spans[at]
        lines[start:end] = new
        expected = [*before[:at], dict(entry), *before[at + 1 :]]
    result = "\n".join(lines) + "\n"
    if entries(result) != expected:
        raise KnowledgeError("Het register heeft een vorm die niet kan worden bijgewerkt; voeg het document zelf toe.")
    return result


def entries(text: str) -> list[dict[str, Any]]:
    """The entries in the text of the register. Raises KnowledgeError (Dutch) when it is not a list of documents."""
    try:
        found = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise KnowledgeError("Het register (register.yml) is geen geldige YAML; herstel dat eerst.") from error
    if not isinstance(found, list) or not all(
        isinstance(e, dict) and {"document", "gemeente"} <= set(e) for e in found
    ):
        raise KnowledgeError("Het register (register.yml) is geen lijst van documenten; herstel dat eerst.")
    return found


def _spans(text: str, lines: list[str]) -> list[tuple[int, int]]:
    """First line, and the line after the last, of every entry; comments before the next entry belong to that one."""
    root = yaml.compose(text)
    if root is None:
        return []
    starts = [node.start_mark.line for node in root.value]
    spans = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        spans.append((start, end))
    return spans
