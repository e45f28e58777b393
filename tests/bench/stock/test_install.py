"""Where stock Rasa cannot be installed, the benchmark says so in one line and goes on."""

from pathlib import Path

import pytest

from tests.bench.stock import __main__ as stock
from tests.bench.stock import install


@pytest.mark.parametrize("said", ["printf 'error: more\\nno network\\n' >&2; exit 2", "exit 1"])
def test_one_line_says_why(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    uv = tmp_path / "uv"
    uv.write_text(f"#!/bin/sh\n{said}\n")
    uv.chmod(0o755)
    monkeypatch.setattr(install, "UV", uv)
    stock.main()
    (line,) = capsys.readouterr().out.strip().splitlines()
    assert line.endswith("no network" if "network" in said else "status 1")
