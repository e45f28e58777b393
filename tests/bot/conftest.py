"""Run with the Python of the bot: bot/.venv/bin/python -m pytest -o addopts=-ra tests/bot"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from servers import postgres_port, postgres_url  # noqa: E402 - the root must be on the path first

from bot import light_rasa  # noqa: E402

__all__ = ["postgres_port", "postgres_url"]

light_rasa.install()
