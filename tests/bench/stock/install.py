"""Stock Rasa in an environment of its own, and the model that it trains on our data. Made once each."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.stock.project import DATA, DOMAIN, ROOT, files

LOCK = Path(__file__).with_name("requirements.lock")
BUILT = Path(__file__).parents[1] / ".stock"
VENV = BUILT / "venv"
PYTHON = VENV / "bin" / "python"
PACKAGE = VENV / "lib" / "python3.10" / "site-packages" / "rasa"
UV = Path(sys.executable).with_name("uv")
# `bot` can be imported, for our reader; without the second, Rasa reports its use
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",  # what is trained is kept here, as one model
    "TF_CPP_MIN_LOG_LEVEL": "3",
}


class NotInstalledError(Exception):
    """In one line: what went wrong."""


def install() -> None:
    """What the lock says, on the Python 3.10 that the dialogue has. Raises NotInstalledError."""
    if not PYTHON.exists():
        _run([UV, "venv", "-q", "--clear", "--python", ROOT / "bot" / ".venv" / "bin" / "python", VENV])
    _run([UV, "pip", "sync", "-q", "--python", PYTHON, "--require-hashes", LOCK])


def project() -> Path:
    """The folder with the files of the project and `model.tar.gz`, trained if anything differs from the last time.
    Raises NotInstalledError."""
    contents = files(PACKAGE)
    folder = BUILT / f"project-{_hash(contents)}"
    if not (folder / "model.tar.gz").exists():
        for old in BUILT.glob("project-*"):
            shutil.rmtree(old)
        folder.mkdir()
        for name, text in contents.items():
            (folder / name).write_text(text, encoding="utf-8")
        print("\nStock Rasa trains on our examples: minutes, once …", flush=True)
        train = [PYTHON, "-m", "rasa", "train", "--domain", DOMAIN, "--data", DATA, "stories.yml", "--out", folder]
        _run([*train, "--fixed-model-name", "model"], folder)
    return folder


def _hash(contents: dict[str, str]) -> str:
    digest = hashlib.sha256(LOCK.read_bytes())
    sources = [path.read_text(encoding="utf-8") for part in (DOMAIN, DATA) for path in sorted(part.rglob("*.yml"))]
    for text in (*contents.values(), *sources):
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:16]


def _run(command: Sequence[str | Path], cwd: Path = ROOT) -> None:
    done = subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode:
        said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        raise NotInstalledError(said[-1] if said else f"status {done.returncode}")
