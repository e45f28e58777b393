"""A small register and its texts, into which a test takes a document."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge import intake

TODAY = date(2026, 3, 2)
REGISTER = """# Kop van het register, blijft staan.
- document: oud-stuk  # met een opmerking
  titel: 'Oud stuk'
  gemeente: oud
  status: geldig
  vastgesteld: null

# Bij het volgende stuk.
- document: ander-stuk
  titel: "Ander stuk"
  gemeente: oud
  status: >-
    lang
    verhaal
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "register.yml").write_text(REGISTER, encoding="utf-8")
    for name in ("oud-stuk", "ander-stuk"):
        (folder / f"{name}.md").write_text(f"# {name}\n\nTekst.\n", encoding="utf-8")
    return folder


Add = Callable[..., intake.IntakeReport]


@pytest.fixture
def add(sources: Path, tmp_path: Path) -> Add:
    """Writes content to a file of that name and takes it in."""

    def call(
        name: str, content: bytes | str, gemeente: str | None = "Almelo", **options: object
    ) -> intake.IntakeReport:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        options = {"build": lambda: None, "sources": sources, "today": TODAY, **options}
        return intake.add(file, gemeente, **options)  # type: ignore[arg-type]

    return call


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def body(sources: Path, report: intake.IntakeReport) -> list[str]:
    return [line for line in (sources / f"{report.document}.md").read_text(encoding="utf-8").splitlines() if line]
