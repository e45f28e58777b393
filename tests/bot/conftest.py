"""Run with the Python of the bot: bot/.venv/bin/python -m pytest -o addopts=-ra tests/bot"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from bot import light_rasa  # noqa: E402 - the root must be on the path first

light_rasa.install()
