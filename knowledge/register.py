"""The register: which policy documents there are and what each of them is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge.document import Document, parse_document
from knowledge.errors import KnowledgeError

SOURCES = Path(__file__).parent / "sources"


@dataclass(frozen=True)
class OldTerm:
    """A term of superseded law that the document still uses, and what a reader must know about it (Dutch)."""

    term: str
    opmerking: str


@dataclass(frozen=True)
class Uncertain:
    """What cannot be known for certain from the extraction: the rows (`nummers`) of a table (`plaats`), and why."""

    plaats: str
    nummers: tuple[int, ...]
    uitleg: str


@dataclass(frozen=True)
class RegisterEntry:
    """One document as the register describes it. Dates are None where the document does not tell."""

    document: str
    titel: str
    gemeente: str
    status: str
    vastgesteld: date | str | None
    geldig_van: date | str | None
    geldig_tot: date | str | None
    oud_recht: tuple[OldTerm, ...]
    licentie: str
    opmerkingen: tuple[str, ...]
    onzeker: tuple[Uncertain, ...] = ()


def load_register(folder: Path = SOURCES) -> dict[str, RegisterEntry]:
    """By document id. Raises KnowledgeError naming the entry and key that is missing or malformed."""
    try:
        entries = yaml.safe_load((folder / "register.yml").read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"knowledge/sources/register.yml cannot be read: {error}") from error
    register = {}
    for number, raw in enumerate(entries or [], 1):
        try:
            entry = _entry(raw)
        except (KeyError, TypeError, AttributeError) as error:
            raise KnowledgeError(f"knowledge/sources/register.yml, entry {number}: wrong or missing {error}") from error
        register[entry.document] = entry
    return register


def _entry(raw: dict[str, Any]) -> RegisterEntry:
    remarks = raw.get("opmerkingen") or []
    return RegisterEntry(
        document=raw["document"],
        titel=raw["titel"],
        gemeente=raw["gemeente"],
        status=raw["status"],
        vastgesteld=raw.get("vastgesteld"),
        geldig_van=raw.get("geldig_van"),
        geldig_tot=raw.get("geldig_tot"),
        oud_recht=tuple(OldTerm(old["term"], old["opmerking"]) for old in raw.get("oud_recht") or []),
        licentie=raw.get("licentie") or "",
        opmerkingen=tuple([remarks] if isinstance(remarks, str) else remarks),
        onzeker=tuple(
            Uncertain(each["plaats"], tuple(each["nummers"]), each["uitleg"]) for each in raw.get("onzeker") or []
        ),
    )


def load_documents(folder: Path = SOURCES) -> dict[str, Document]:
    """Every registered document, parsed, by id. Raises KnowledgeError for one whose Markdown is missing."""
    documents = {}
    for entry in load_register(folder).values():
        path = folder / f"{entry.document}.md"
        if not path.exists():
            raise KnowledgeError(f"{path.name} stands in the register but not in knowledge/sources")
        documents[entry.document] = parse_document(
            entry.document, entry.titel, entry.gemeente, path.read_text(encoding="utf-8")
        )
    return documents
