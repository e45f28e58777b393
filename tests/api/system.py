"""Programs of the system that some tests need."""

import os
import shutil

import pytest


def needed(program: str, package: str) -> str:
    """Where the program is. Without it the test is skipped; in continuous integration it fails."""
    path = shutil.which(program)
    if path is None:
        missing(f"{program} is not installed: apt-get install {package}")
    return str(path)


def missing(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
