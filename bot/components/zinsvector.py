"""Rasa component: the sentence embedding of a message, from the project's own model (knowledge/built/model).

The same files serve the index in the other process; they are read here anew because bot/ imports nothing of ours.
One dense vector a message of shape (1, dim); no vectors for single words, which no component of this pipeline uses.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.zinsvorm import intent_zonder_twijfel

MODEL_FOLDER = Path(__file__).parents[2] / "knowledge" / "built" / "model"
BATCH = 16
BEKEND = 64  # texts; more turns than are ever under way at once

_bekend: dict[str, np.ndarray] = {}


class Encoder:
    """Texts to L2-normalised vectors of shape (n, dim)."""

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # one short sentence; the other core is for the API
        options.inter_op_num_threads = 1
        self._prefix = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["query_prefix"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        batches = [self._run(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        return np.concatenate(batches)

    def _run(self, texts: Sequence[str]) -> np.ndarray:
        rows = [
            encoding.ids for encoding in self._tokenizer.encode_batch([self._prefix + text.strip() for text in texts])
        ]
        ids = np.zeros((len(rows), max(map(len, rows))), np.int64)
        mask = np.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        (vectors,) = self._session.run(["sentence_embedding"], {"input_ids": ids, "attention_mask": mask})
        return vectors


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Zinsvector(DenseFeaturizer, GraphComponent):
    """Puts the sentence embedding on a message."""

    def __init__(self, config: dict[str, Any], name: str, encoder: Encoder) -> None:
        super().__init__(name, config)
        self._encoder = encoder

    @staticmethod
    def required_packages() -> list[str]:
        return ["onnxruntime", "tokenizers"]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check beyond what the constructor needs."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Zinsvector":
        return cls(config, execution_context.node_name, Encoder())

    def process(self, messages: list[Message]) -> list[Message]:
        """Leaves a message without a vector whose form settles the intent: no classifier will look at it."""
        for message in messages:
            tekst = message.get(TEXT)
            if tekst and intent_zonder_twijfel(tekst) is None:
                vector = _bekend.get(tekst)
                self._zet(message, self._encoder([tekst])[0] if vector is None else vector)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        vectors = self._encoder([example.get(TEXT) for example in examples])
        for example, vector in zip(examples, vectors, strict=True):
            self._zet(example, vector)
        return training_data

    def _zet(self, message: Message, vector: np.ndarray) -> None:
        message.add_features(Features(vector[np.newaxis], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))


def neem_over(tekst: str, vector: bytes) -> None:
    """The vector of a message, from who made it with the same model before it was sent: (dim,), float32."""
    _bekend[tekst.strip()] = np.frombuffer(vector, np.float32)
    if len(_bekend) > BEKEND:
        del _bekend[next(iter(_bekend))]
