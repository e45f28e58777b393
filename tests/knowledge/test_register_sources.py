"""What the register says about a document can be found in that document."""

from typing import Any

import pytest
import yaml

from knowledge.document import parse_document
from knowledge.register import SOURCES

ENTRIES = yaml.safe_load((SOURCES / "register.yml").read_text(encoding="utf-8"))


@pytest.fixture(params=ENTRIES, ids=[entry["document"] for entry in ENTRIES])
def entry(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


def markdown(entry: dict[str, Any]) -> str:
    return (SOURCES / f"{entry['document']}.md").read_text(encoding="utf-8")


def test_every_source_file_exists(entry: dict[str, Any]) -> None:
    names = {entry["document"] + suffix for suffix in (".md", ".txt", ".repairs.yml")}
    assert set(entry["bron"].values()) == names
    assert all((SOURCES / name).exists() for name in names)


def test_citations_stand_in_the_section_they_name(entry: dict[str, Any]) -> None:
    document = parse_document(entry["document"], entry["titel"], entry["gemeente"], markdown(entry))
    assert entry["bindend"]["citaten"]
    for citation in entry["bindend"]["citaten"]:
        sections = [section for section in document.sections if section.heading == citation["sectie"]]
        assert any(citation["citaat"] == sentence.text for each in sections for sentence in each.sentences()), citation


def test_old_terms_occur_in_the_text(entry: dict[str, Any]) -> None:
    text = markdown(entry).lower()
    assert [old["term"] for old in entry["oud_recht"] if old["term"].lower() not in text] == []


def test_dates_the_text_does_not_give_are_empty(entry: dict[str, Any]) -> None:
    for key in ("vastgesteld", "geldig_van", "geldig_tot"):
        assert entry[key] is None or entry[key] in markdown(entry)
