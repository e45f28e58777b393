"""Rasa runs without TensorFlow, and what is replaced in it is still what it was."""

import importlib.util
import subprocess
import sys

import pytest
from conftest import ROOT

from bot import light_rasa


def test_no_tensorflow_in_this_environment_nor_in_the_lock() -> None:
    assert importlib.util.find_spec("tensorflow") is None
    lock = (ROOT / "bot" / "requirements.lock").read_text().splitlines()
    assert [line for line in lock if line.startswith("tensorflow")] == []  # named in comments: what would need it


@pytest.mark.parametrize("module", [*light_rasa.STAND_INS, light_rasa.DEFAULT_COMPONENTS])
def test_what_is_replaced_exists_in_this_rasa(module: str) -> None:
    """A stand-in for a module that has moved would be a silent hole."""
    import rasa

    path = module.replace(".", "/") + ".py"
    assert (importlib.util.find_spec("rasa") and (ROOT / rasa.__path__[0]).parent / path).is_file()


def test_too_late_is_an_error() -> None:
    code = "import sys; sys.modules['rasa'] = sys; from bot import light_rasa; light_rasa.install()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "must run before rasa is imported" in done.stderr
