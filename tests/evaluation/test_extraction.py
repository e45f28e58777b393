"""What the dialogue reads in a message has floors, over the table and over the phrasings held out from it."""

from pathlib import Path

import pytest
import yaml

from bot.components.entiteiten import entiteiten
from tests.evaluation.extraction import TABLES, Row, accuracy, rows

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))["extraction"]


@pytest.mark.parametrize("table", TABLES)
def test_enough_phrasings_are_read_right(table: str) -> None:
    read = list(rows(TABLES[table]))
    wrong = [(row.text, row.wanted, row.found) for row in read if not row.right]
    assert accuracy(read) >= FLOORS[table], wrong


def test_the_held_out_phrasings_are_others_and_a_quarter_of_all() -> None:
    known, *others = ({(row.group, row.text.lower().strip(" .!?")) for row in rows(path)} for path in TABLES.values())
    assert len(known) >= 250
    assert len(set.union(*others) - known) >= 0.25 * len(known.union(*others))
    for number, table in enumerate(others[1:], start=1):  # a later round repeats nothing of those before it
        assert not table & known.union(*others[:number])


@pytest.mark.parametrize("table", TABLES)
def test_no_phrasing_stands_twice_in_a_group(table: str) -> None:
    lines = TABLES[table].read_text(encoding="utf-8").splitlines()
    assert len(list(rows(TABLES[table]))) == sum(line.startswith('  "') for line in lines)


@pytest.mark.parametrize(
    "text", ["12 " * 600, "een " * 500, "honderd" * 285, "\x00\ufffd" * 900, "👍" * 1000, "1" * 2000]
)
def test_whatever_is_typed_is_read_without_harm(text: str) -> None:
    assert isinstance(entiteiten(text), list)


def test_one_fact_too_many_is_as_wrong_as_one_too_few() -> None:
    assert Row("feiten", "", {"getal": 1}, {"getal": 1}).right
    assert not Row("feiten", "", {"getal": 1}, {"getal": 1, "gemeente": "enschede"}).right
    assert not Row("feiten", "", {"getal": 1}, {}).right
