"""What the register says of a new document, and of one that takes the place of another."""

from pathlib import Path

import pytest
import yaml

from knowledge.extract import IntakeError
from knowledge.register import load_documents, load_register
from tests.knowledge import intake_files as files
from tests.knowledge.intake_world import REGISTER, Add, body, snapshot


def test_register_entry(add: Add, sources: Path) -> None:
    report = add("parkeren.md", files.MARKDOWN, "Hof van Twente", titel="Parkeren: hoe?", document="Parkeer Nota")
    text = (sources / "register.yml").read_text(encoding="utf-8")
    assert text.startswith(REGISTER)
    entry = yaml.safe_load(text)[-1]
    assert list(entry) == [
        *("document", "titel", "gemeente", "status", "vastgesteld", "geldig_van", "geldig_tot"),
        *("oud_recht", "bindend", "licentie", "bron", "opmerkingen"),
    ]
    assert entry["document"] == report.document == "parkeer-nota"
    assert entry["titel"] == "Parkeren: hoe?"
    assert entry["gemeente"] == "hof-van-twente"
    assert entry["status"] == "toegevoegd op 2026-03-02"
    assert all(entry[key] is None for key in ("vastgesteld", "geldig_van", "geldig_tot", "oud_recht", "bindend"))
    assert entry["opmerkingen"][1:] == list(report.notes)
    assert (sources / entry["bron"]["origineel"]).read_text(encoding="utf-8") == files.MARKDOWN
    assert list(load_documents(sources)) == ["oud-stuk", "ander-stuk", "parkeer-nota"]


def test_empty_register(add: Add, sources: Path) -> None:
    (sources / "register.yml").write_text("# nog leeg\n", encoding="utf-8")
    add("parkeren.md", files.MARKDOWN)
    assert (sources / "register.yml").read_text(encoding="utf-8").startswith("# nog leeg\n\n- document: almelo-")


def test_same_file_twice_is_refused(add: Add, sources: Path) -> None:
    add("parkeren.md", files.MARKDOWN)
    before = snapshot(sources)
    with pytest.raises(IntakeError, match="Dit bestand staat al in het register als almelo-parkeernota"):
        add("parkeren.md", files.MARKDOWN)
    with pytest.raises(IntakeError, match="Dit bestand staat al in het register als almelo-parkeernota"):
        add("kopie.md", files.MARKDOWN, document="iets-anders")
    assert snapshot(sources) == before


def test_same_id_is_refused(add: Add, sources: Path) -> None:
    add("parkeren.md", files.MARKDOWN)
    before = snapshot(sources)
    with pytest.raises(IntakeError, match="almelo-parkeernota staat al in het register; gebruik --vervang"):
        add("nieuw.txt", "Parkeernota\n\nNieuwe tekst.")
    assert snapshot(sources) == before


def test_vervang_replaces_entry_text_and_original(add: Add, sources: Path) -> None:
    add("een.md", files.MARKDOWN, document="nota")
    add("twee.txt", "Ander\n\nStuk.", document="nota-twee")
    register = (sources / "register.yml").read_text(encoding="utf-8")
    report = add("nieuw.txt", "Parkeernota\n\nNieuwe tekst.", document="nota", vervang=True)
    assert report.replaced
    assert body(sources, report) == ["# Parkeernota", "Nieuwe tekst."]
    assert sorted(path.name for path in (sources / "originals").iterdir()) == ["nota-twee.txt", "nota.txt"]
    after = (sources / "register.yml").read_text(encoding="utf-8")
    assert after.startswith(REGISTER)
    assert list(load_register(sources)) == ["oud-stuk", "ander-stuk", "nota", "nota-twee"]
    assert after[after.index("- document: nota-twee") :] == register[register.index("- document: nota-twee") :]


def test_vervang_keeps_the_comments_of_other_entries(add: Add, sources: Path) -> None:
    add("nieuw.txt", "Oud stuk\n\nNieuwe tekst.", "oud", document="oud-stuk", vervang=True)
    text = (sources / "register.yml").read_text(encoding="utf-8")
    assert text.startswith("# Kop van het register, blijft staan.\n- document: oud-stuk\n")
    assert text.endswith(REGISTER[REGISTER.index("\n# Bij het volgende stuk.") :])


def test_vervang_twice_gives_the_same(add: Add, sources: Path) -> None:
    add("een.md", files.MARKDOWN)
    before = snapshot(sources)
    with_new_place_note = add("een.md", files.MARKDOWN, vervang=True)
    assert with_new_place_note.replaced
    first = snapshot(sources)
    add("een.md", files.MARKDOWN, vervang=True)
    assert snapshot(sources) == first
    assert {name for name in first if first[name] != before[name]} <= {"register.yml"}


def test_vervang_spares_a_text_restored_by_hand(add: Add, sources: Path) -> None:
    (sources / "oud-stuk.repairs.yml").write_text("[]", encoding="utf-8")
    before = snapshot(sources)
    with pytest.raises(IntakeError, match="met de hand hersteld"):
        add("nieuw.txt", "Oud stuk\n\nNieuw.", document="oud-stuk", vervang=True)
    assert snapshot(sources) == before


def test_unregistered_markdown_is_not_overwritten(add: Add, sources: Path) -> None:
    (sources / "los.md").write_text("# Los\n", encoding="utf-8")
    with pytest.raises(IntakeError, match=r"Er staat al een bestand los\.md"):
        add("los.txt", "Los\n\nTekst.", document="los")
