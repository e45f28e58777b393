"""Are follow-ups understood: the share of tests/evaluation/followups.yml that is answered right."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from knowledge.library import Library
from tests.evaluation.measure import fold

FILE = Path(__file__).parent / "followups.yml"


def wrong_replies(library: Library) -> Iterator[tuple[dict[str, Any], str]]:
    """The follow-ups that get another reply than they should, each with that reply."""
    for row in read():
        antwoord = library.answer(row["zegt"], row.get("gemeente"), row["na"])
        text = fold(antwoord.tekst)
        said = all(any(fold(word) in text for word in group) for group in row["noemt"])
        if antwoord.soort != row.get("soort", "antwoord") or not said:
            yield row, f"({antwoord.soort}) {antwoord.tekst}"


def read() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return rows


def main() -> None:
    wrong = list(wrong_replies(Library.open()))
    for row, reply in wrong:
        print(f"\n{row['na']} > {row['zegt']}\n  {reply[:300]}")
    print(f"\nfollow-ups right: {1 - len(wrong) / len(read()):.3f} of {len(read())}")


if __name__ == "__main__":
    main()
