"""Keeps what the tests marked `wcag` found, for the accessibility statement at /toegankelijkheid."""

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT

ROOT = Path(__file__).parents[2]
FILE = ROOT / "api" / "web" / "toegankelijkheid.json"


class Statement:
    """A plugin of pytest. A test that runs on several screens or in several states counts once, and all must pass."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], bool] = {}
        self._marks: dict[str, list[tuple[str, str]]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self._marks = {item.nodeid: [mark.args for mark in item.iter_markers("wcag")] for item in items}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.failed:
            for mark in self._marks.get(report.nodeid, []):
                self._found[mark] = self._found.get(mark, True) and report.passed

    def pytest_sessionfinish(self) -> None:
        found = sorted(self._found.items(), key=by_number)
        tests = [{"regel": rule, "wat": what, "geslaagd": passed} for (rule, what), passed in found]
        kept = {
            "datum": date.today().isoformat(),
            "commit": told("git", "rev-parse", "--short", "HEAD"),
            "browser": " ".join(told(shutil.which("chromium") or "", "--version").split()[:2]),
            "axe": "axe-core " + str(re.search(r"axe v([\d.]+)", AXE_SCRIPT)[1]),  # type: ignore[index]
            "tests": tests,
        }
        FILE.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def by_number(found: tuple[tuple[str, str], bool]) -> tuple[list[int], str]:
    """1.4.3 before 1.4.10."""
    (rule, what), _ = found
    return [int(part) for part in re.findall(r"\d+", rule)], what


def told(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
