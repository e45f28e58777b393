"""Rasa component: what the user wants (the intent), by logistic regression on the sentence embedding.

As Rasa's LogisticRegressionClassifier, with two differences that matter here: the strength of regularisation can be set
(on vectors of length 1 the fixed one makes all intents about equally likely), and the trained model is three arrays,
where skops, which Rasa uses to store it, takes three seconds to import at every start.
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

BESTAND = "intentie.npz"
RANGLIJST = 5  # intents in the ranking of a message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Intentie(IntentClassifier, GraphComponent):
    """Weights of shape (intents, dim), one bias an intent. `c`: inverse strength of regularisation."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config, self._model_storage, self._resource = config, model_storage, resource
        self._namen: list[str] = []
        self._gewichten = self._drempels = np.zeros(0)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"c": 100.0}

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Intentie":
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "Intentie":
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / BESTAND) as bewaard:
            component._namen = [str(naam) for naam in bewaard["namen"]]
            component._gewichten, component._drempels = bewaard["gewichten"], bewaard["drempels"]
        return component

    def train(self, training_data: TrainingData) -> Resource:
        from sklearn.linear_model import LogisticRegression

        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        model = LogisticRegression(C=self._config["c"], class_weight="balanced", max_iter=1000)
        model.fit(_vectors(examples), [example.get(INTENT) for example in examples])
        self._namen, self._gewichten, self._drempels = list(model.classes_), model.coef_, model.intercept_
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(folder / BESTAND, namen=self._namen, gewichten=self._gewichten, drempels=self._drempels)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not message.features:
                continue  # an empty message
            scores = self._gewichten @ _vectors([message])[0] + self._drempels
            kansen = np.exp(scores - scores.max())
            kansen /= kansen.sum()
            beste = np.argsort(-kansen)[:RANGLIJST]
            ranglijst = [{"name": self._namen[nummer], "confidence": float(kansen[nummer])} for nummer in beste]
            message.set(INTENT, ranglijst[0], add_to_output=True)
            message.set("intent_ranking", ranglijst, add_to_output=True)
        return messages


def _vectors(messages: list[Message]) -> np.ndarray:
    """The sentence vectors, (n, dim)."""
    return np.concatenate([message.get_dense_features(TEXT)[1].features for message in messages])
