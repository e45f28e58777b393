"""Every `citaat` in every file of actions/parameters stands word for word in its source, under the section it names."""

import re
from pathlib import Path

import pytest
import yaml

from actions.brongebruik import citaten_in
from actions.parameters import MAP
from knowledge.register import SOURCES, load_register

BESTANDEN = [bestand for bestand in sorted(MAP.glob("*/*.yml")) if "\ndocument:" in bestand.read_text("utf-8")]


def test_there_are_files() -> None:
    assert len(BESTANDEN) >= 6


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: f"{bestand.parent.name}/{bestand.stem}")
def test_citations_stand_in_the_source(bestand: Path) -> None:
    inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    bron = SOURCES / f"{inhoud['document']}.txt"
    ruw = re.sub(r"(?<=\w)-[^\S\n]*\n\s*(?=[a-z])", "", bron.read_text(encoding="utf-8"))
    tekst = " ".join(re.sub(r"(?<=\w-)\s*\n\s*(?=[A-Z])", "", ruw).split())  # before a capital the hyphen is meant
    markdown = (SOURCES / f"{inhoud['document']}.md").read_text(encoding="utf-8")
    koppen = {re.sub(r"^#+ ", "", regel).strip() for regel in markdown.splitlines() if regel.startswith("#")}
    gevonden = list(citaten_in(inhoud, inhoud["sectie"]))
    assert [citaat for citaat, _ in gevonden if citaat not in tekst] == []
    assert {sectie for _, sectie in gevonden} - koppen == set()
    entry = load_register()[inhoud["document"]]
    assert (inhoud["titel"], inhoud["gemeente"], bestand.parent.name) == (entry.titel, entry.gemeente, entry.gemeente)
