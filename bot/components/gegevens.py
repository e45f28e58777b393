"""Rasa component: puts the facts of a message (entiteiten.py) on it."""

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.entiteiten import entiteiten
from bot.components.zonder_instelling import ZonderInstelling


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Gegevens(ZonderInstelling):
    """Not trained: the training data holds no entities."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            message.set(ENTITIES, entiteiten(message.get(TEXT) or ""), add_to_output=True)
        return messages
