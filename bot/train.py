"""Trains the dialogue model: `bot/.venv/bin/python -m bot.train`, from the root of the project.

The model is bot/models/{hash}.tar.gz, with a hash over everything that goes into it. Is it there, then nothing is done.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bot import light_rasa
from bot.server import MODELS, ROOT, quiet

KEEP = 3  # models of earlier states; the newest is served


def inputs() -> Iterator[Path]:
    """Every file that the model depends on, in a fixed order."""
    yield ROOT / "config.yml"
    yield ROOT / "bot" / "requirements.lock"
    yield ROOT / "bot" / "light_rasa.py"
    for folder in ("components", "data", "domain"):
        yield from sorted(path for path in (ROOT / "bot" / folder).rglob("*") if path.suffix in (".py", ".yml"))


def content_hash() -> str:
    """16 hexadecimal digits over the inputs and the embedding model's own fingerprint."""
    digest = hashlib.sha256()
    for path in inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    meta = json.loads((ROOT / "knowledge" / "built" / "model" / "meta.json").read_text(encoding="utf-8"))
    digest.update(meta["fingerprint"].encode())
    return digest.hexdigest()[:16]


def main() -> None:
    name = content_hash()
    model = MODELS / f"{name}.tar.gz"
    if model.exists():
        model.touch()  # "newest" must be the one of this state of the project
        print(f"Dialoogmodel {name} is actueel.")
        return
    quiet()
    os.environ["LOG_LEVEL"] = "ERROR"  # else Rasa draws progress bars: hundreds of lines wherever there is no terminal
    light_rasa.install()
    train(name)
    for old in sorted(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)[:-KEEP]:
        old.unlink()
    print(f"Dialoogmodel {name} is getraind.")


def train(name: str) -> Path:
    """Train and return the path of the model. Exits with status 1 when Rasa finds the data or domain wrong."""
    import rasa.model_training

    result = rasa.model_training.train(
        domain=str(ROOT / "bot" / "domain"),
        config=str(ROOT / "config.yml"),
        training_files=str(ROOT / "bot" / "data"),
        output=str(MODELS),
        fixed_model_name=name,
        force_training=True,
    )
    if result.code != 0 or result.model is None:
        sys.exit(1)
    return Path(result.model)


if __name__ == "__main__":
    main()
