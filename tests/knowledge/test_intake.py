"""A new document comes in whole, with an honest report, or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import intake
from knowledge.__main__ import main
from knowledge.errors import KnowledgeError
from knowledge.extract import IntakeError, word
from knowledge.register import load_documents, load_register
from tests.knowledge import intake_files as files
from tests.knowledge.intake_world import Add, snapshot

BAD_FILES = {
    "empty": ("leeg.txt", b" \n\t", "is leeg"),
    "encrypted pdf": ("geheim.pdf", files.encrypted_pdf, "beveiligd met een wachtwoord"),
    "scan": ("scan.pdf", files.scanned_pdf, "maak eerst met OCR"),
    "broken pdf": ("stuk.pdf", b"%PDF-1.7\nniets", "PDF is beschadigd|geen pagina's"),
    "cut pdf": ("half.pdf", lambda: files.report_pdf()[:1500], "PDF is beschadigd|geen pagina's"),
    "html named pdf": ("pagina.pdf", files.PAGE.encode(), "heet .pdf, maar de inhoud is HTML"),
    "text named docx": ("brief.docx", b"gewoon tekst", "heet .docx, maar de inhoud is platte tekst"),
    "pdf named txt": ("nota.txt", files.report_pdf, "heet .txt, maar de inhoud is PDF"),
    "unknown extension": ("tabel.xlsx", b"a;b", "Bestanden van het soort .xlsx"),
    "other zip": ("map.docx", lambda: files.zipped("xl/workbook.xml"), "is geen Word-document"),
    "old word": ("oud.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 100, r"oud Word-bestand \(.doc\)"),
    "picture": ("foto.pdf", lambda: files.picture().getvalue(), "is een afbeelding"),
    "binary": ("iets.txt", b"abc\x00\x01\x02", "geen tekst die kan worden gelezen"),
    "cut docx": ("half.docx", lambda: files.report_docx()[:900], "beschadigd"),
    "docx with broken parts": ("rot.docx", files.rotten_docx, "Word-bestand is beschadigd"),
    "docx without a body": ("kaal.docx", lambda: files.zipped("word/document.xml"), "Word-bestand is beschadigd"),
    "zip bomb": ("bom.docx", files.bomb_docx, "te groot om veilig te lezen"),
    "entities": ("entiteit.docx", files.entity_docx, "niet veilig te lezen"),
    "page without words": ("leeg.html", b"<html><body><script>x()</script></body></html>", "geen leesbare tekst"),
    "markdown without words": ("leeg.md", b"---\n\n***\n", "geen leesbare tekst"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_bad_file_is_refused_and_nothing_changes(add: Add, sources: Path, case: str) -> None:
    name, content, message = BAD_FILES[case]
    before = snapshot(sources)
    with pytest.raises(IntakeError, match=message) as caught:
        add(name, content if isinstance(content, bytes) else content())
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert snapshot(sources) == before


@pytest.mark.parametrize("gemeente", [None, "", "  ", "!?"])
def test_gemeente_is_required(add: Add, sources: Path, gemeente: str | None) -> None:
    with pytest.raises(IntakeError, match="Geef de naam van de gemeente op met --gemeente NAAM"):
        add("parkeren.md", files.MARKDOWN, gemeente)


@pytest.mark.parametrize("options", [{"document": "../.."}, {"document": ""}, {"titel": "?!"}])
def test_names_without_letters_are_refused(add: Add, sources: Path, options: dict[str, object]) -> None:
    before = snapshot(sources)
    with pytest.raises(IntakeError, match="heeft geen letters of cijfers"):
        add("parkeren.md", files.MARKDOWN, **options)
    assert snapshot(sources) == before


def test_id_cannot_leave_the_folder(add: Add, sources: Path) -> None:
    assert add("parkeren.md", files.MARKDOWN, document="../../etc/Nota").document == "etc-nota"


def test_long_title_gives_a_short_id(add: Add) -> None:
    report = add("lang.txt", "Tekst zonder titel.", titel="Omgevingsprogramma " * 12)
    assert len(report.document) <= intake.MAX_ID
    assert report.document.endswith("omgevingsprogramma")


def test_missing_file_folder_and_no_rights(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def take_in(path: Path) -> None:
        intake.add(path, "Almelo", build=lambda: None, sources=sources)

    with pytest.raises(IntakeError, match="bestaat niet"):
        take_in(tmp_path / "weg.pdf")
    with pytest.raises(IntakeError, match="is geen bestand"):
        take_in(tmp_path)
    locked = tmp_path / "dicht.txt"
    locked.write_text("tekst")

    def refuse(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(IntakeError, match="controleer de rechten"):
        take_in(locked)


def test_size_limit(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_BYTES", 100)
    assert add("past.txt", "a" * 100).words > 0
    with pytest.raises(IntakeError, match="te groot"):
        add("past-niet.txt", "a" * 101)


def test_unpacked_size_limit(add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    content = files.report_docx()
    size = files.unpacked_size(content)
    monkeypatch.setattr(word, "MAX_UNPACKED_BYTES", size - 1)
    with pytest.raises(IntakeError, match="te groot om veilig te lezen"):
        add("net-niet.docx", content)
    monkeypatch.setattr(word, "MAX_UNPACKED_BYTES", size)
    assert add("net.docx", content).titel == "Nota horeca"


def test_failing_build_puts_everything_back(add: Add, sources: Path) -> None:
    add("een.md", files.MARKDOWN, document="nota")
    before = snapshot(sources)

    def fail() -> None:
        assert "nota-nieuw" in load_register(sources) or "Nieuw" in (sources / "nota.md").read_text()
        raise RuntimeError("geen model")

    for options in ({"document": "nota-nieuw"}, {"document": "nota", "vervang": True}):
        with pytest.raises(IntakeError, match="niet toegevoegd, want dit ging mis: geen model"):
            add("nieuw.txt", "Nieuw\n\nTekst.", build=fail, **options)
        assert snapshot(sources) == before


def test_build_runs_after_everything_is_in_place(add: Add, sources: Path) -> None:
    seen: list[str] = []
    add("een.md", files.MARKDOWN, build=lambda: seen.extend(load_documents(sources)))
    assert seen == ["oud-stuk", "ander-stuk", "almelo-parkeernota"]


@pytest.mark.parametrize("text", [None, "document: x\n", "- los\n", "- titel: zonder id\n", "- [\n"])
def test_broken_register_is_refused(add: Add, sources: Path, text: str | None) -> None:
    (sources / "register.yml").unlink()
    if text is not None:
        (sources / "register.yml").write_text(text, encoding="utf-8")
    before = snapshot(sources)
    with pytest.raises(KnowledgeError, match="Het register"):
        add("een.md", files.MARKDOWN)
    assert snapshot(sources) == before


# The command


def command(*arguments: object, build: Callable[[], object] = lambda: None) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("knowledge.build.build", build)
        return main(["add", *map(os.fspath, arguments)])  # type: ignore[arg-type]


@pytest.fixture
def project_sources(sources: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    defaults = {**(intake.add.__kwdefaults__ or {}), "sources": sources}
    monkeypatch.setattr(intake.add, "__kwdefaults__", defaults)
    return sources


def test_command_prints_the_report(project_sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(files.scanned_pdf(text_page=True))
    assert command(file, "--gemeente", "Almelo", "--titel", "Half", "--document", "half") == 0
    out = capsys.readouterr().out
    assert out.startswith("Toegevoegd: Half\n  gemeente almelo, document half, gelezen als PDF\n")
    assert "  - Geen tekst gevonden op pagina 2-3.\n" in out
    assert command(file, "--gemeente", "Almelo", "--titel", "Half", "--document", "half", "--vervang") == 0
    assert capsys.readouterr().out.startswith("Vervangen: Half\n")


def test_command_error_is_one_sentence_and_code_2(
    project_sources: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path / "weg.pdf", "--gemeente", "Almelo") == 2
    assert command(tmp_path / "weg.pdf") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"Het bestand {tmp_path / 'weg.pdf'} bestaat niet.",
        "Geef de naam van de gemeente op met --gemeente NAAM.",
    ]
