"""Rasa component: stands after the classifier; sets the intent that the form of the sentence tells (zinsvorm.py)."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.zinsvorm import intent_van_vorm


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class IntentieVanVorm(GraphComponent):
    """Stands after the classifier; replaces its intent with one of full certainty, or leaves it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "IntentieVanVorm":
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            gedacht = message.get(INTENT) or {}
            intent = intent_van_vorm(message.get(TEXT) or "", gedacht.get("name"), gedacht.get("confidence") or 0.0)
            if intent is not None:
                zeker = {"name": intent, "confidence": 1.0}
                message.set(INTENT, zeker, add_to_output=True)
                message.set("intent_ranking", [zeker], add_to_output=True)
        return messages
