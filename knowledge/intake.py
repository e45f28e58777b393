"""Takes a new policy document into the sources, the register and the index: all of it, or nothing."""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.document import parse_document, slug
from knowledge.errors import KnowledgeError
from knowledge.extract import Extraction, IntakeError, Kind, extract
from knowledge.extract.markdown import compose
from knowledge.register import SOURCES
from knowledge.register_edit import entries, with_entry
from knowledge.write_all import locked, write_all

MAX_BYTES = 100_000_000
MAX_ID = 80  # characters; it is part of file names and addresses
_EXTENSION = {Kind.PDF: "pdf", Kind.DOCX: "docx", Kind.HTML: "html", Kind.MARKDOWN: "md", Kind.TEXT: "txt"}


@dataclass(frozen=True)
class IntakeReport:
    """What was taken in, and what the administrator should look at (`notes`, Dutch sentences)."""

    document: str
    titel: str
    gemeente: str
    kind: Kind
    sections: int
    words: int
    replaced: bool
    notes: tuple[str, ...]

    def text(self) -> str:
        """The report as it is printed."""
        done = "Vervangen" if self.replaced else "Toegevoegd"
        lines = [
            f"{done}: {self.titel}",
            f"  gemeente {self.gemeente}, document {self.document}, gelezen als {self.kind.value}",
            f"  {self.sections} onderdelen, {self.words} woorden",
        ]
        if self.notes:
            lines += ["Let op:", *(f"  - {note}" for note in self.notes)]
        else:
            lines.append("Er is niets weggelaten.")
        lines.append(f"Controleer de tekst in {self.document}.md en vul in het register in wat nog leeg is.")
        return "\n".join(lines)


def add(
    file: Path,
    gemeente: str | None,
    titel: str | None = None,
    document: str | None = None,
    vervang: bool = False,
    *,
    build: Callable[[], object],
    sources: Path = SOURCES,
    today: date | None = None,
) -> IntakeReport:
    """Reads `file`, writes it to `sources` under an id of its own, registers it and builds the index anew.

    The id is a slug of `document`, or else of municipality and title; one that exists is refused unless `vervang`.
    Raises IntakeError (or KnowledgeError for a broken register) with one Dutch sentence, and then nothing has
    changed on disk; when `build` raises, the files are put back as they were.
    """
    place = slug((gemeente or "").strip().removeprefix("gemeente ").removeprefix("Gemeente "))
    if not place:
        raise IntakeError("Geef de naam van de gemeente op met --gemeente NAAM.")
    data = _read(file)
    kind, extraction = extract(file, data)
    title = " ".join((titel or extraction.title or file.stem).split())
    id_ = _shorten(slug(document if document is not None else f"{place}-{title.removeprefix('Gemeente ')}"))
    if not id_ or not slug(title):
        raise IntakeError(
            "De titel of de naam van het document heeft geen letters of cijfers; geef --titel of --document op."
        )
    text = compose(title, extraction.markdown)
    notes = _notes(file, text, titel, extraction)
    digest = hashlib.sha256(data).hexdigest()
    with locked(sources):
        register = _register(sources)
        present = {entry["document"]: entry["gemeente"] for entry in entries(register)}
        replaced = _check_new(id_, digest, vervang, sources, present)
        if place not in present.values():
            notes.append(f"{place} is een nieuwe gemeente in het register.")
        original = f"originals/{id_}.{_EXTENSION[kind]}"
        entry = _entry(id_, title, place, today or date.today(), original, digest, [_origin(file, kind), *notes])
        register = with_entry(register, entry)
        changes: dict[Path, bytes | None] = dict.fromkeys((sources / "originals").glob(f"{id_}.*"))
        changes[sources / original] = data
        changes[sources / f"{id_}.md"] = text.encode()
        changes[sources / "register.yml"] = register.encode()  # last: until then nothing refers to the rest
        write_all(changes, build)
    parsed = parse_document(id_, title, place, text)
    return IntakeReport(id_, title, place, kind, len(parsed.sections), len(text.split()), replaced, tuple(notes))


def run(args: argparse.Namespace, build: Callable[[], object]) -> int:
    """0 and the report on standard output, or 2 and one Dutch sentence on standard error."""
    try:
        report = add(args.file, args.gemeente, args.titel, args.document, args.vervang, build=build)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 2
    print(report.text())
    return 0


def _read(file: Path) -> bytes:
    try:
        if not file.exists():
            raise IntakeError(f"Het bestand {file} bestaat niet.")
        if not file.is_file():
            raise IntakeError(f"{file} is geen bestand.")
        if (size := file.stat().st_size) > MAX_BYTES:
            raise IntakeError(
                f"Het bestand {file.name} is te groot ({size // 10**6} MB); het maximum is {MAX_BYTES // 10**6} MB."
            )
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise IntakeError(f"Het bestand {file} kan niet worden gelezen: controleer de rechten en de naam.") from error


def _register(sources: Path) -> str:
    try:
        return (sources / "register.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise IntakeError(f"Het register ({sources / 'register.yml'}) kan niet worden gelezen.") from error


def _shorten(id_: str) -> str:
    return id_ if len(id_) <= MAX_ID else id_[: MAX_ID + 1].rpartition("-")[0] or id_[:MAX_ID]


def _check_new(id_: str, digest: str, vervang: bool, sources: Path, present: Iterable[str]) -> bool:
    """True when an entry will be replaced; refuses what is there already and what was restored by hand."""
    for known in present:
        originals = (sources / "originals").glob(f"{known}.*")
        same = any(hashlib.sha256(original.read_bytes()).hexdigest() == digest for original in originals)
        if same and (known != id_ or not vervang):
            raise IntakeError(f"Dit bestand staat al in het register als {known}; met --vervang leest u het opnieuw.")
    if id_ not in present:
        if (sources / f"{id_}.md").exists():
            raise IntakeError(f"Er staat al een bestand {id_}.md bij de bronnen; kies een andere naam met --document.")
        return False
    if not vervang:
        raise IntakeError(
            f"Het document {id_} staat al in het register; gebruik --vervang of kies een naam met --document."
        )
    if (sources / f"{id_}.repairs.yml").exists():
        raise IntakeError(
            f"De tekst van {id_} is met de hand hersteld en wordt niet vervangen; kies een naam met --document."
        )
    return True


def _notes(file: Path, text: str, titel: str | None, extraction: Extraction) -> list[str]:
    notes = list(extraction.notes)
    if not titel and not extraction.title:
        notes.append(f"Geen titel gevonden: de bestandsnaam {file.stem} is gebruikt.")
    if "\n## " not in text:
        notes.append("Geen koppen gevonden: een verwijzing kan dan geen paragraaf noemen.")
    return notes


def _origin(file: Path, kind: Kind) -> str:
    return f"Automatisch ingelezen uit {file.name} ({kind.value}); niet met de hand nagekeken."


def _entry(
    id_: str, titel: str, gemeente: str, today: date, original: str, digest: str, remarks: list[str]
) -> Mapping[str, Any]:
    """A register entry; what a file cannot tell about itself is null."""
    unknown = ("vastgesteld", "geldig_van", "geldig_tot", "oud_recht", "bindend", "licentie")
    return {
        "document": id_,
        "titel": titel,
        "gemeente": gemeente,
        "status": f"toegevoegd op {today.isoformat()}",
        **dict.fromkeys(unknown),
        "bron": {"tekst": f"{id_}.md", "origineel": original, "sha256": digest},
        "opmerkingen": remarks,
    }
