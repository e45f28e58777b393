"""Follow-ups in a conversation are understood; a floor keeps what was reached."""

from pathlib import Path

import yaml

from knowledge.library import Library
from tests.evaluation.followups import read, wrong_replies

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))


def test_follow_ups_are_understood() -> None:
    wrong = [(row["na"], row["zegt"], reply) for row, reply in wrong_replies(Library.open())]
    assert 1 - len(wrong) / len(read()) >= FLOORS["follow-ups"], wrong
