"""Rasa component: stands after the classifier; sets the intent that the form of the sentence tells (zinsvorm.py)."""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.zinsvorm import intent_van_vorm
from bot.components.zonder_instelling import ZonderInstelling


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class IntentieVanVorm(ZonderInstelling):
    """Stands after the classifier; replaces its intent with one of full certainty, or leaves it."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            gedacht = message.get(INTENT) or {}
            intent = intent_van_vorm(message.get(TEXT) or "", gedacht.get("name"), gedacht.get("confidence") or 0.0)
            if intent is not None:
                zeker = {"name": intent, "confidence": 1.0}
                message.set(INTENT, zeker, add_to_output=True)
                message.set("intent_ranking", [zeker], add_to_output=True)
        return messages
