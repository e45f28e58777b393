"""Cards for the rows of the policy's tables, from templates: what stands in a table is never typed a second time.

A template file (`table_cards/*.yml`) names a document, its table's columns (`kolommen`: placeholder -> column name,
all of them, in order) and its `kaarten`. Each of those fits the table of one section and makes one card a row, for
all rows or those that `alleen` or `behalve` picks by the first cell. Texts hold {placeholders}: a column, or {naam},
what people call the row: every address of a list of them (`scheiding`), or the cell and its nicknames (`ook`).
`namen`: more names of the row, which nobody asks by.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.cards import Card, Citation, find_citation
from knowledge.document import Block, Document, Item, Section, slug
from knowledge.errors import KnowledgeError

TEMPLATES = Path(__file__).parent / "table_cards"


@dataclass(frozen=True)
class Row:
    """One row of a table: the words for the placeholders, and the names that people know it by."""

    section: Section
    item: Item
    cells: Mapping[str, str]
    fields: Mapping[str, str]
    names: tuple[str, ...]


def table_cards(documents: Mapping[str, Document], folder: Path = TEMPLATES) -> list[Card]:
    """A card for every row that a template picks, in the order of the files and the tables.

    Raises KnowledgeError naming file and fault: a table that is not there or has other columns, a citation that does
    not stand in the source, a placeholder that nothing fills, a row picked that the table does not have.
    """
    cards: list[Card] = []
    for path in sorted(folder.glob("*.yml")):
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            cards += _cards(content, documents[content["document"]], path.stem)
        except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            raise KnowledgeError(f"knowledge/table_cards/{path.name}: {error}") from error
    return cards


def _cards(content: Mapping[str, Any], document: Document, tabel: str) -> Iterator[Card]:
    for template in content["kaarten"]:
        for row in _picked(_rows(content, template["sectie"], document), template):
            citations = tuple(_citation(wanted, row, document) for wanted in template["citaten"])
            antwoord, kort = (
                " ".join(template.get(form, "").format(**row.fields).split()) for form in ("antwoord", "kort")
            )
            id_ = template["id"].format(nummer=row.item.cells[0], slug=slug(row.item.cells[0]))
            vragen = tuple(_questions(template["vragen"], row))
            owner = (document.id, document.gemeente)
            namen = (*row.names, *(name.format(**row.fields) for name in template.get("namen", ())))
            yield Card(id_, *owner, "antwoord", antwoord, citations, vragen, kort, tabel, namen)


def _rows(content: Mapping[str, Any], sectie: str, document: Document) -> Iterator[Row]:
    columns: dict[str, str] = content["kolommen"]
    section, table = _table(document, sectie, tuple(columns.values()))
    for item in table.items:
        cells = dict(zip(columns, item.cells, strict=True))
        names, fields = _names(cells, content["naam"]), dict(cells)
        if "scheiding" in content["naam"]:
            column = content["naam"]["kolom"]
            fields[column] = shortened(cells[column].split(content["naam"]["scheiding"]))
        yield Row(section, item, cells, fields, names)


def _table(document: Document, sectie: str, columns: tuple[str, ...]) -> tuple[Section, Block]:
    found = [
        (section, block)
        for section in document.sections
        for block in section.blocks
        if section.heading.startswith(sectie) and block.kind == "tabel" and block.header == columns
    ]
    if len(found) != 1:
        raise ValueError(f"{document.id} has {len(found)} tables under {sectie} with the columns {columns}")
    return found[0]


def _picked(rows: Iterator[Row], template: Mapping[str, Any]) -> list[Row]:
    every = list(rows)
    only, without = template.get("alleen"), template.get("behalve", [])
    if unknown := {*(only or []), *without} - {row.item.cells[0] for row in every}:
        raise ValueError(f"no rows {sorted(unknown)} in the table of {template['sectie']}")
    return [r for r in every if r.item.cells[0] not in without and (only is None or r.item.cells[0] in only)]


def _names(cells: Mapping[str, str], naam: Mapping[str, Any]) -> tuple[str, ...]:
    cell = cells[naam["kolom"]]
    if "scheiding" not in naam:
        return (cell, *naam["ook"].get(cell, []))
    return tuple(dict.fromkeys(name for part in cell.split(naam["scheiding"]) for name in range_ends(part)))


def range_ends(address: str) -> tuple[str, ...]:
    """`Javastraat 119 A t/m D` -> `Javastraat 119 A`, `Javastraat 119 D`: how people write one of them."""
    if (match := re.fullmatch(r"(.+) (\S+) t/m (\S+)", address)) is None:
        return (address,)
    return f"{match[1]} {match[2]}", f"{match[1]} {match[3]}"


def shortened(addresses: Sequence[str]) -> str:
    """`Esstraat 18, Esstraat 20` -> `Esstraat 18, 20`: a street is named once where its numbers follow each other."""
    kept, street = list[str](), ""
    for address in addresses:
        match = re.match(r"\D+", address)
        before, street = street, match[0] if match else ""
        kept.append(address.removeprefix(before) if street == before else address)
    return ", ".join(kept)


def _questions(templates: Sequence[str], row: Row) -> Iterator[str]:
    """Every form of asking and every name at least once, never the same pair twice."""
    for turn in range(max(len(templates), len(row.names))):
        name, template = row.names[turn % len(row.names)], templates[turn % len(templates)]
        yield template.format(naam=name, **row.fields)


def _citation(wanted: Mapping[str, str], row: Row, document: Document) -> Citation:
    """A cell of this row (`kolom`), or words of the running text (`sectie` and `citaat`)."""
    if "kolom" in wanted:
        return Citation(row.section, row.cells[wanted["kolom"]], row.item.sentences)
    return find_citation(document, wanted["sectie"], wanted["citaat"])
