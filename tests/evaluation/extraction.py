"""What the dialogue reads in a message, measured on tables of phrasings: tests/cases/extractie*.yml.

A row is right when exactly the facts of the table are found: one too many is as wrong as one too few.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from actions import adres_lezen
from actions.checks.bedrijfskavel import SECTOREN
from actions.checks.functiemenging import TERMEN as FUNCTIES
from actions.checks.functiemenging.functie import herken_functies
from actions.checks.informele_locatie import TABEL
from actions.checks.kantoorlocatie import PLEKKEN
from actions.checks.kantoorlocatie.plek import herken_plek
from actions.checks.otb_gebied import NAMEN
from actions.checks.werken_aan_huis import ACTIVITEITEN
from actions.herkenning import herken
from actions.sectoren import herken_sector
from bot.components.entiteiten import entiteiten

CASES = Path(__file__).parents[1] / "cases"
TABLES = {
    "table": CASES / "extractie.yml",
    "held out": CASES / "extractie_achtergehouden.yml",
    "third round": CASES / "extractie_derde_ronde.yml",
    "fourth round": CASES / "extractie_vierde_ronde.yml",
    "last round": CASES / "extractie_laatste_ronde.yml",
    "fifth round": CASES / "extractie_vijfde_ronde.yml",
}
MEASURED_ONLY = ("last round", "fifth round")  # their misses are not shown: see README.md
_DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Row:
    """One phrasing: what stands in it by the table (`wanted`), and what was read (`found`)."""

    group: str
    text: str
    wanted: Any
    found: Any

    @property
    def right(self) -> bool:
        return bool(self.found == self.wanted)


def rows(path: Path) -> Iterator[Row]:
    """Every row of a table, read by what the dialogue uses for that kind of fact."""
    for group, phrasings in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for text, wanted in phrasings.items():
            yield Row(group, text, wanted, READERS[group](text))


def accuracy(read: list[Row]) -> float:
    return sum(row.right for row in read) / len(read)


def _facts(text: str) -> Mapping[str, Any]:
    """The entities by name and role; several of one kind as a list. Shares to four decimals, as in the table."""
    found: dict[str, Any] = {}
    for entity in entiteiten(text):
        name = f"{entity['entity']} {entity['role']}" if "role" in entity else entity["entity"]
        value = round(entity["value"], 4) if isinstance(entity["value"], float) else entity["value"]
        if name in found:
            earlier = found[name]
            found[name] = [*(earlier if isinstance(earlier, list) else [earlier]), value]
        else:
            found[name] = value
    return found


def _function(text: str) -> str:
    read = herken_functies(text, FUNCTIES.op(_DAY))
    if not read.vondsten:
        return "onbekend"
    return read.zeker[0].categorie if read.begrepen and len(read.zeker) == 1 else "onzeker"


def _park(text: str) -> str:
    fitting = NAMEN.zoek(text).passend
    return fitting[0] if len(fitting) == 1 else "meer" if fitting else "geen"


def _address(text: str) -> str:
    read = adres_lezen.lees(text, TABEL.straten)[0]
    parts = (read.straat.naam or "geen", read.nummer, read.toevoegingen[0])
    return " ".join(str(part) for part in parts if part not in (None, ""))


READERS: Mapping[str, Callable[[str], Any]] = {
    "feiten": _facts,
    "activiteit": lambda text: herken(text, ACTIVITEITEN.op(_DAY)).categorie or "onbekend",
    "plek": lambda text: herken_plek(text, PLEKKEN.op(_DAY)).categorie or "geen",
    "functie": _function,
    "sector": lambda text: herken_sector(text, SECTOREN.op(_DAY)).categorie or "onbekend",
    "terrein": _park,
    "adres": _address,
}


def main() -> None:
    print(f"\n{'what the dialogue reads':26}{'n':>5}{'right':>8}")
    for name, path in TABLES.items():
        read = list(rows(path))
        print(f"{name:26}{len(read):>5}{accuracy(read):>8.3f}")
        for group in dict.fromkeys(row.group for row in read):
            part = [row for row in read if row.group == group]
            print(f"  {group:24}{len(part):>5}{accuracy(part):>8.3f}")
        for row in read:
            if not row.right and name not in MEASURED_ONLY:
                print(f"    {row.group}: {row.text!r} wanted {row.wanted}, found {row.found}")


if __name__ == "__main__":
    main()
