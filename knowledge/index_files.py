"""The index in its folder: vectors of every text, made where it is new, and a manifest that says what they are of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import faiss
import numpy as np

from knowledge.adapt import Adaptation
from knowledge.corpus import Corpus
from knowledge.errors import KnowledgeError
from knowledge.index import FIELDS, Embedder, Index, Vectors, field_texts

ASKED = ("question", "unanswered")  # the fields that hold what people ask
KEY_LENGTH = 24  # hexadecimal digits of the hash that stands for a text
REMEDY = "Run `make index` (or `python -m knowledge build`) to make it again."


@dataclass(frozen=True)
class Manifest:
    """Ties the vectors to the model that made them and the texts they were made of."""

    model: str
    corpus: str
    rows: int
    dim: int
    checksum: str


def build_index(corpus: Corpus, embedder: Embedder, folder: Path, stored: Mapping[str, Vectors] | None = None) -> bool:
    """Writes the index unless the one there already is of this corpus and model; says whether it wrote.

    Only texts that are new are embedded; the vectors of the others come from the index that was there, or from
    `stored` (vectors of this model by row key).
    """
    if _is_current(corpus, embedder, folder):
        return False
    rows = [(field in ASKED, text) for field in FIELDS for _, text in field_texts(corpus, field)]
    keys = [hashlib.sha256(f"{question}\n{text}".encode()).hexdigest()[:KEY_LENGTH] for question, text in rows]
    known = dict(stored or {}) | _known_vectors(embedder, folder)
    for is_question, embed in ((True, embedder.queries), (False, embedder.passages)):
        new = {
            k: text
            for k, (question, text) in zip(keys, rows, strict=True)
            if question is is_question and k not in known
        }
        if new:
            known |= zip(new, embed(list(new.values())), strict=True)
    matrix = np.ascontiguousarray([known[key] for key in keys], dtype=np.float32)
    index = faiss.IndexFlatIP(matrix.shape[1])
    index.add(matrix)
    folder.mkdir(parents=True, exist_ok=True)
    data = faiss.serialize_index(index).tobytes()
    checksum = hashlib.sha256(data).hexdigest()
    rows_count, dim = matrix.shape
    manifest = Manifest(embedder.fingerprint, corpus.fingerprint(), rows_count, dim, checksum)
    _replace(folder / "vectors.faiss", data)
    _replace(folder / "rows.json", json.dumps(keys).encode())
    _replace(folder / "manifest.json", json.dumps(asdict(manifest), indent=2).encode())
    return True


def _known_vectors(embedder: Embedder, folder: Path) -> dict[str, Vectors]:
    """What an earlier index of the same model already embedded, by row key; nothing when there is no whole one."""
    try:
        vectors = _vectors(folder, _manifest(folder), embedder)
        keys = row_keys(folder)
    except (KnowledgeError, OSError, ValueError):
        return {}
    if len(keys) != len(vectors):
        return {}
    return dict(zip(keys, vectors, strict=True))


def row_keys(folder: Path) -> list[str]:
    """Which text each row was made of, as a hash."""
    keys: list[str] = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
    return keys


def open_index(corpus: Corpus, embedder: Embedder, adaptation: Adaptation, folder: Path) -> Index:
    """Raises KnowledgeError when the index is missing, damaged, or of another model or corpus."""
    return Index(corpus, read_vectors(corpus, embedder, folder), adaptation)


def read_vectors(corpus: Corpus, embedder: Embedder, folder: Path) -> Vectors:
    """The rows of the index as the model made them, shape (rows, dim). Raises what `open_index` does."""
    manifest = _manifest(folder)
    vectors = _vectors(folder, manifest, embedder)
    if manifest.corpus != corpus.fingerprint():
        raise KnowledgeError(f"The documents or cards have changed since the index was made. {REMEDY}")
    return vectors


def _vectors(folder: Path, manifest: Manifest, embedder: Embedder) -> Vectors:
    if manifest.model != embedder.fingerprint:
        raise KnowledgeError(f"The index was made with another embedding model than the one in use. {REMEDY}")
    try:
        data = (folder / "vectors.faiss").read_bytes()
    except OSError as error:
        raise KnowledgeError(f"There is no usable index in {folder}. {REMEDY}") from error
    if hashlib.sha256(data).hexdigest() != manifest.checksum:
        raise KnowledgeError(f"The index in {folder} is damaged (wrong checksum). {REMEDY}")
    index = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
    vectors: Vectors = index.reconstruct_n(0, index.ntotal)
    return vectors


def _manifest(folder: Path) -> Manifest:
    try:
        return Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise KnowledgeError(f"There is no usable index in {folder}. {REMEDY}") from error


def _is_current(corpus: Corpus, embedder: Embedder, folder: Path) -> bool:
    try:
        read_vectors(corpus, embedder, folder)
    except KnowledgeError:
        return False
    return True


def _replace(path: Path, data: bytes) -> None:
    """Whole or not at all: a reader never sees half a file."""
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
