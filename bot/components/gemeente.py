"""Which municipality a message names. Pure; the names are data (gemeenten.yml)."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

_NAMEN = Path(__file__).with_name("gemeenten.yml")


def vind_gemeente(tekst: str) -> str | None:
    """`enschede`, `hengelo` or `anders`; None when no place is named or when several are."""
    gevonden = {gemeente for gemeente, patroon in _patronen().items() if patroon.search(tekst)}
    return gevonden.pop() if len(gevonden) == 1 else None


@lru_cache(maxsize=1)
def _patronen() -> "dict[str, re.Pattern[str]]":
    namen = yaml.safe_load(_NAMEN.read_text(encoding="utf-8"))
    return {
        gemeente: re.compile(rf"\b(?:{'|'.join(map(re.escape, plaatsen))})\b", re.IGNORECASE)
        for gemeente, plaatsen in namen.items()
    }
