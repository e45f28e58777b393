"""The files of the widget: how much there is to load, and which names its style has."""

import gzip
import re
from pathlib import Path

STATIC = Path(__file__).parents[2] / "api" / "web" / "static"
FILES = [STATIC / "ondernemersloket-chat.js", *sorted((STATIC / "chat").glob("*.js"))]
PUBLISHED = (Path(__file__).parent / "nl_design_system_tokens.txt").read_text(encoding="utf-8").splitlines()
MAX_SIZE = 30_000  # bytes, each file compressed by itself, as it travels


def size() -> int:
    """Of everything that the widget loads, in bytes."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in FILES)


def test_it_is_small():
    assert size() < MAX_SIZE


def test_every_design_token_has_a_name_that_the_nl_design_system_publishes():
    style = (STATIC / "chat" / "stijl.js").read_text(encoding="utf-8")
    theme = (STATIC / "chat" / "thema.js").read_text(encoding="utf-8")
    page = (STATIC / "voorbeeld.css").read_text(encoding="utf-8")
    used = set(re.findall(r"--utrecht-[a-z0-9-]*[a-z0-9]", style + page))
    alerts = [
        f"alert-{kind}-{part}" for kind in ("ok", "warning", "error", "info") for part in ("color", "border-color")
    ]
    filled = {f"--utrecht-{name}" for name in [*re.findall(r'^  "([a-z0-9-]+)": "', theme, re.M), *alerts]}
    assert len(used) > 50
    assert len(filled) > 30
    assert used | filled <= set(PUBLISHED)
