"""Rasa component: what the user wants (the intent), by intentiemodel.py.

Rasa's own LogisticRegressionClassifier has a fixed strength of regularisation, which makes all intents about equally
likely on vectors of length 1, sees no words, and stores its model with skops, which takes three seconds to import.
"""

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.intentiemodel import Instelling, Intentiemodel, leer, lees_model

BESTAND = "intentie.npz"
RANGLIJST = 5  # intents in the ranking of a message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intentie(IntentClassifier, GraphComponent):
    """`model` is None until it is trained or loaded."""

    def __init__(self, model_storage: ModelStorage, resource: Resource, model: "Intentiemodel | None" = None) -> None:
        self._model_storage, self._resource, self._model = model_storage, resource, model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Intentie":
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Intentie":
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, lees_model(folder / BESTAND, Instelling()))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        vectoren = np.concatenate([_vector(example)[np.newaxis] for example in examples])
        teksten, intents = [e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples]
        self._model = leer(vectoren, teksten, intents, Instelling())
        with self._model_storage.write_to(self._resource) as folder:
            self._model.bewaar(folder / BESTAND)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not message.features or self._model is None:
                continue  # an empty message
            kansen = self._model.kansen(_vector(message), message.get(TEXT))
            beste = np.argsort(-kansen)[:RANGLIJST]
            ranglijst = [{"name": self._model.namen[nummer], "confidence": float(kansen[nummer])} for nummer in beste]
            message.set(INTENT, ranglijst[0], add_to_output=True)
            message.set("intent_ranking", ranglijst, add_to_output=True)
        return messages


def _vector(message: Message) -> np.ndarray:
    """The sentence vector, (dim)."""
    vector: np.ndarray = message.get_dense_features(TEXT)[1].features[0]
    return vector
