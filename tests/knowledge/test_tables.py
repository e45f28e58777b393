"""Proof that the tables of the Enschede vision were put together rightly, read from the restored Markdown.

The extraction gives these tables column by column, so which cells belong together had to be worked out; what the
running text says about them is the proof. What stays uncertain stands in register.yml under `onzeker`.
"""

import re
from collections import Counter
from itertools import pairwise

import pytest

from knowledge.document import Document, Section, parse_document
from knowledge.register import SOURCES, load_register

DOCUMENT = "enschede-visie-werklocaties"
SCORES = ["Banen en vestigingen", "Marktwaarde en vastgoed", "Ruimtelijke kwaliteit en bereikbaarheid"]
LOCATIONS = {"Behouden": 24, "Impact verkleinen": 26}
# Rows per page of the extraction: its page breaks fall after numbers 30 and 69.
PAGES = {"Behouden": [11, 13], "Impact verkleinen": [20, 6]}
PAGE_ENDS = {"Behouden": "30", "Impact verkleinen": "69"}


@pytest.fixture(scope="module")
def document() -> Document:
    return parse_document(DOCUMENT, "", "", (SOURCES / f"{DOCUMENT}.md").read_text(encoding="utf-8"))


def section(document: Document, heading: str) -> Section:
    found = [each for each in document.sections if each.heading.startswith(heading)]
    assert len(found) == 1, heading
    return found[0]


def table(document: Document, heading: str) -> list[dict[str, str]]:
    """The one table under a heading, a dict of column name to cell for every row."""
    tables = [block for block in section(document, heading).blocks if block.kind == "tabel"]
    assert len(tables) == 1, heading
    return [dict(zip(tables[0].header, item.cells, strict=True)) for item in tables[0].items]


def scores(document: Document) -> dict[str, dict[str, int]]:
    """Table 4: park -> column -> percentage."""
    rows = table(document, "Bedrijventerreinen in Enschede scoren")
    columns = [*SCORES, "Eindscore"]
    return {row["Bedrijventerrein"]: {name: int(row[name].rstrip("%")) for name in columns} for row in rows}


def streets(rows: list[dict[str, str]]) -> set[str]:
    """Street names of table 5: what stands before the first house number of every address."""
    names = (re.match(r"\D+", address) for row in rows for address in row["Adres"].split(", "))
    return {name[0].strip() for name in names if name}


def test_supply_per_park_adds_up_to_its_total(document: Document) -> None:
    rows = table(document, "4.2 ")
    hectares = [float(row["Beschikbaar aanbod* (kwantitatief)"].removesuffix(" ha").replace(",", ".")) for row in rows]
    assert len(rows) == 8
    assert rows[-1]["Bedrijventerrein"] == "Totaal"
    assert sum(hectares[:-1]) == pytest.approx(hectares[-1])


def test_supply_stands_with_the_parks_the_text_names(document: Document) -> None:
    """4.1: some ten hectares at Euregio; 4.2: mostly at Josink Es and Euregio, small plots at two others."""
    supply = {row["Bedrijventerrein"]: row["Beschikbaar aanbod* (kwantitatief)"] for row in table(document, "4.2 ")}
    assert supply["Bedrijvenpark Euregio"] == "9,7 ha"
    assert supply["Josink Es"] == "6,4 ha"
    assert supply["Hardick en Seckel"] == "1,0 ha"
    assert supply["Havengebied"] == "1,3 ha"
    assert supply["Usseler Es"] == "58,0 ha"


def test_one_park_scores_below_average(document: Document) -> None:
    """5.1: "Slechts één bedrijventerrein scoort benedengemiddeld", under 50%: Westerval."""
    assert len(scores(document)) == 8
    assert [park for park, row in scores(document).items() if row["Eindscore"] < 50] == ["Westerval"]


def test_westerval_is_low_on_the_two_columns_the_text_names(document: Document) -> None:
    """5.1: because of 'banen en vestigingen' and 'marktwaarde en vastgoed', so not because of the third column."""
    westerval = scores(document)["Westerval"]
    assert [name for name in SCORES if westerval[name] < 50] == SCORES[:2]


def test_final_score_is_the_mean_of_the_three(document: Document) -> None:
    means = {park: round(sum(row[name] for name in SCORES) / 3) for park, row in scores(document).items()}
    differing = {park: mean for park, mean in means.items() if mean != scores(document)[park]["Eindscore"]}
    assert differing == {"Westerval": 39}


def test_parks_stand_from_high_to_low_but_for_one_pair(document: Document) -> None:
    """The caption says so; the source itself prints Marssteden (71%) below Euregio (70%)."""
    final = [(park, row["Eindscore"]) for park, row in scores(document).items()]
    rises = [(above[0], below[0]) for above, below in pairwise(final) if below[1] > above[1]]
    assert rises == [("Euregio Bedrijvenpark", "Marssteden")]


@pytest.mark.parametrize("label", LOCATIONS)
def test_informal_locations_per_label_and_page(document: Document, label: str) -> None:
    numbers = [row["Nr."] for row in table(document, label)]
    assert len(numbers) == LOCATIONS[label]
    first_page = numbers.index(PAGE_ENDS[label]) + 1
    assert [first_page, len(numbers) - first_page] == PAGES[label]
    assert [int(number) for number in numbers] == sorted(int(number) for number in numbers)


def test_informal_locations_are_fifty_with_unique_numbers(document: Document) -> None:
    numbers = Counter(row["Nr."] for label in LOCATIONS for row in table(document, label))
    assert len(numbers) == 50
    assert set(numbers.values()) == {1}


def test_parts_of_town_of_the_informal_locations(document: Document) -> None:
    counts = {label: Counter(row["Stadsdeel"] for row in table(document, label)) for label in LOCATIONS}
    assert counts["Behouden"] == {"Centrum": 10, "Oost": 4, "Zuid": 2, "West": 5, "Noord": 3}
    assert counts["Impact verkleinen"] == {"Centrum": 1, "Oost": 16, "West": 2, "Zuid": 1, "Noord": 6}


def test_no_address_is_listed_twice(document: Document) -> None:
    rows = [row for label in LOCATIONS for row in table(document, label)]
    addresses = Counter(address for row in rows for address in row["Adres"].split(", "))
    assert [address for address, times in addresses.items() if times > 1] == []
    assert all(re.search(r"\D \d", address) for address in addresses)


def test_streets_with_both_labels(document: Document) -> None:
    """The same five streets that the register warns about."""
    both = streets(table(document, "Behouden")) & streets(table(document, "Impact verkleinen"))
    remarks = " ".join(load_register()[DOCUMENT].opmerkingen)
    assert both == {"Brinkstraat", "Frederikastraat", "Heutinkstraat", "Lipperkerkstraat", "Schreursweg"}
    assert all(street in remarks for street in both)
