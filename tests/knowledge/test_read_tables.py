"""Tables and lists read straight from Markdown, the same cells as the parsed document has."""

import pytest

from knowledge.document import parse_document
from knowledge.errors import KnowledgeError
from knowledge.register import SOURCES, load_register
from knowledge.tables import read_lists, read_table

MARKDOWN = """# Markt

## 1 Kramen

| Kraam | Breedte\\* |
| --- | --- |
| Groente | **4** meter |

- Kaas & ham
- Vis

Daarnaast:

- Brood

### 1.1 Leeg
"""


def test_a_table_without_its_markup() -> None:
    assert read_table(MARKDOWN, "1 Kramen", ("Kraam", "Breedte*")) == [("Groente", "4 meter")]


def test_lists_one_by_one() -> None:
    assert read_lists(MARKDOWN, "1 Kramen") == [("Kaas & ham", "Vis"), ("Brood",)]
    assert read_lists(MARKDOWN, "1.1 Leeg") == []


@pytest.mark.parametrize(
    ("heading", "columns", "reason"),
    [
        ("2 Weg", ("Kraam", "Breedte*"), "0 headings are '2 Weg'"),
        ("1.1 Leeg", ("Kraam", "Breedte*"), "0 tables stand under '1.1 Leeg'"),
        ("1 Kramen", ("Kraam",), "has the columns"),
    ],
)
def test_what_is_not_there_is_named(heading: str, columns: tuple[str, ...], reason: str) -> None:
    with pytest.raises(KnowledgeError, match=reason):
        read_table(MARKDOWN, heading, columns)


@pytest.mark.parametrize("label", ["Behouden", "Impact verkleinen"])
def test_the_cells_of_the_parsed_document(label: str) -> None:
    markdown = (SOURCES / "enschede-visie-werklocaties.md").read_text(encoding="utf-8")
    document = parse_document("visie", "", "", markdown)
    (section,) = [each for each in document.sections if each.heading == label]
    cells = [item.cells for block in section.blocks for item in block.items]
    assert read_table(markdown, label, ("Nr.", "Stadsdeel", "Adres")) == cells


def test_the_register_says_what_is_uncertain() -> None:
    tabel_5, tabel_4 = load_register()["enschede-visie-werklocaties"].onzeker
    assert (tabel_5.plaats, tabel_5.nummers) == ("Tabel 5", (62, 63, 65, 66, 73, 76))
    assert (tabel_4.plaats, tabel_4.nummers) == ("Tabel 4", ())
    assert load_register()["hengelo-otb"].onzeker == ()
