"""The findings (knowledge/sources/bevindingen.yml): what a critical reader sees in the texts, what we do with it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.bron import Bron
from knowledge.document import slug
from knowledge.errors import KnowledgeError
from knowledge.register import SOURCES, RegisterEntry, load_register


@dataclass(frozen=True)
class Finding:
    """One finding, in plain Dutch. `citaten`: the very words; `checks`: the names of the checks that it touches."""

    id: str
    document: str
    titel: str
    citaten: tuple[Bron, ...]
    probleem: str
    behandeling: str
    checks: tuple[str, ...]


def load_findings(folder: Path = SOURCES) -> tuple[Finding, ...]:
    """In the order of the file; none without a file. Raises KnowledgeError naming what is missing or malformed."""
    path = folder / "bevindingen.yml"
    if not path.exists():
        return ()
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or []
        register = load_register(folder)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path.name} cannot be read: {error}") from error
    findings: dict[str, Finding] = {}
    for number, each in enumerate(raw, 1):
        try:
            found = _finding(each, register)
        except (KeyError, TypeError) as error:
            raise KnowledgeError(f"{path.name}, finding {number}: wrong or missing {error}") from error
        if found.id in findings:
            raise KnowledgeError(f"{path.name}: {found.id} stands twice")
        findings[found.id] = found
    return tuple(findings.values())


def finding(name: str) -> Finding:
    """The finding with this id. Raises KnowledgeError when there is none."""
    found = next((each for each in load_findings() if each.id == name), None)
    if found is None:
        raise KnowledgeError(f"bevindingen.yml has no finding {name!r}")
    return found


def _finding(raw: dict[str, Any], register: dict[str, RegisterEntry]) -> Finding:
    entry = register[raw["document"]]
    citaten = tuple(
        Bron(
            document=entry.document,
            titel=entry.titel,
            gemeente=entry.gemeente,
            sectie=each["sectie"],
            citaat=" ".join(each["citaat"].split()),
            url=f"/bronnen/{entry.document}#{slug(each['sectie'])}",
        )
        for each in raw["citaten"]
    )
    return Finding(
        raw["id"], entry.document, raw["titel"], citaten, raw["probleem"], raw["behandeling"], tuple(raw["checks"])
    )
