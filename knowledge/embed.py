"""Text to vectors: serves the embedding model that set-up made (knowledge/model), with ONNX Runtime alone.

The folder holds `model.onnx` (token ids in, pooled and normalised vector out), `tokenizer.json` and `meta.json`.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.errors import KnowledgeError

MODEL_FOLDER = Path(__file__).parent / "built" / "model"
MODEL_FILE, TOKENIZER_FILE, META_FILE = "model.onnx", "tokenizer.json", "meta.json"
BUILD_COMMAND = "python -m knowledge model"

THREADS = 2
PREPARED = 64  # questions that wait to be asked; more than are ever under way at once
SPIN_MICROSECONDS = "100"

Vectors = npt.NDArray[np.float32]


class ModelError(KnowledgeError):
    """An embedding model that cannot be made or used."""


class ModelMissingError(ModelError):
    """There is no model in the folder."""


class ModelCorruptError(ModelError):
    """The folder holds a model that does not match its own meta.json, or that cannot be loaded."""


@dataclass(frozen=True)
class ModelInfo:
    """What meta.json says. `laagste_cosinus` is measured against each reference when the model is made."""

    naam: str
    dim: int
    query_prefix: str
    passage_prefix: str
    fingerprint: str
    max_tokens: int
    opset: int
    bits: int
    laagste_cosinus: dict[str, float]
    recept: str

    @classmethod
    def read(cls, folder: Path) -> "ModelInfo":
        """Raises ModelMissingError or ModelCorruptError."""
        missing = [name for name in (MODEL_FILE, TOKENIZER_FILE, META_FILE) if not (folder / name).is_file()]
        if missing:
            raise ModelMissingError(f"{folder} lacks {', '.join(missing)}. Make the model with: {BUILD_COMMAND}")
        try:
            return cls(**json.loads((folder / META_FILE).read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise _corrupt(folder, error) from error


class Embedder:
    """Turns questions and passages into L2-normalised float32 vectors; their dot product is the cosine.

    Safe to use from several threads at once.
    """

    def __init__(self, info: ModelInfo, session: Any, tokenizer: Any) -> None:
        self.info, self.dim, self.fingerprint = info, info.dim, info.fingerprint
        self._session, self._tokenizer = session, tokenizer
        self._prepared: dict[str, Vectors] = {}

    @classmethod
    def open(cls, folder: Path = MODEL_FOLDER, threads: int = THREADS) -> "Embedder":
        """Loads the model of a folder. Raises ModelMissingError, or ModelCorruptError for a changed file.

        `threads`: for one question; more than one only where nothing else is to be done meanwhile.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        info = ModelInfo.read(folder)
        if fingerprint(folder) != info.fingerprint:
            raise _corrupt(folder, "its files do not have the fingerprint of meta.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep the memory of the largest batch for ever
        # A second thread that sleeps between the operators of a question is woken too late to help (at rest 5.9 ms,
        # with one thread 5.6); one that waits awake does help (4.0 ms), but on a busy machine it takes the processor
        # from the one it waits for. Hence a bound.
        options.add_session_config_entry("session.intra_op.allow_spinning", "1")
        options.add_session_config_entry("session.intra_op.spin_duration_us", SPIN_MICROSECONDS)
        options.add_session_config_entry("session.force_spinning_stop", "1")
        try:
            session = onnxruntime.InferenceSession(
                str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"]
            )
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        except Exception as error:  # both libraries raise their own, undocumented, kinds
            raise _corrupt(folder, error) from error
        return cls(info, session, tokenizer)

    def query(self, text: str) -> Vectors:
        """One question -> (dim,)."""
        if (prepared := self._prepared.pop(text, None)) is not None:
            return prepared
        vector: Vectors = self.queries([text])[0]
        return vector

    def prepare(self, text: str) -> Vectors:
        """The vector of a question that will be asked in a moment: (dim,). The next `query` for it need not make it."""
        vector = self._prepared[text] = self.query(text)
        for oldest in list(self._prepared)[:-PREPARED]:
            self._prepared.pop(oldest, None)
        return vector

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Questions -> (n, dim)."""
        return self._embed([self.info.query_prefix + text.strip() for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Passages -> (n, dim). What goes beyond `info.max_tokens` tokens is not read."""
        return self._embed([self.info.passage_prefix + text.strip() for text in texts])

    def tokens(self, text: str) -> int:
        """How many tokens a passage takes, its prefix included; never more than `info.max_tokens`."""
        return len(self._tokenizer.encode(self.info.passage_prefix + text.strip()).ids)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        """One by one: 8 bits are scaled by what stands beside a text in its batch, and batches are no faster."""
        rows = self._tokenizer.encode_batch(list(texts))
        return np.array([self._run(row.ids) for row in rows], np.float32).reshape(len(texts), self.dim)

    def _run(self, row: Sequence[int]) -> Vectors:
        ids = np.array([row], np.int64)
        (vectors,) = self._session.run(["sentence_embedding"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return np.asarray(vectors[0], np.float32)


def fingerprint(folder: Path) -> str:
    """sha256 over the model and its tokenizer: vectors made with one fingerprint compare only with each other."""
    digest = hashlib.sha256()
    for name in (MODEL_FILE, TOKENIZER_FILE):
        with (folder / name).open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _corrupt(folder: Path, reason: object) -> ModelCorruptError:
    return ModelCorruptError(f"The model in {folder} is damaged: {reason}. Make it anew with: {BUILD_COMMAND}")
