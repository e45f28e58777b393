"""Rasa component: the facts in a message, as entities.

| entity | value | role |
|---|---|---|
| oppervlakte | m², float | woning, bedrijf or none |
| deel | share of the dwelling, float | bedrijf or woning |
| personen | int | kantooruren, buiten_kantooruren or none |
| getal | float | woning, bedrijf or none |
| ja_nee | bool | |
| gemeente | enschede, hengelo, anders | |
| bewoner | bool: whether the speaker lives there | |

A message that is a bare yes, no or value also gets its intent here, with full certainty: `bevestig`, `ontken` or
`geef_gegevens`. Five letters are too little for a classifier, and there is nothing to guess.
"""

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.bewoner import vind_bewoner
from bot.components.gemeente import vind_gemeente
from bot.components.hoeveelheden import vind_hoeveelheden
from bot.components.ja_nee import is_kaal, ja_nee

_VULWOORDEN = re.compile(
    r"\b(?:ongeveer|circa|ca|zo'n|bijna|ruim|maximaal|hooguit|ik denk|dat is|het is|is|zijn|er|in)\b|[\s.,!]"
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class Gegevens(GraphComponent):
    """Adds the entities above; see the modules beside this one for how each is read."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Gegevens":
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            tekst = message.get(TEXT) or ""
            message.set(ENTITIES, message.get(ENTITIES, []) + entiteiten(tekst), add_to_output=True)
            intent = kale_intent(tekst)
            if intent is not None:
                message.set(INTENT, {"name": intent, "confidence": 1.0}, add_to_output=True)
                message.set("intent_ranking", [{"name": intent, "confidence": 1.0}], add_to_output=True)
        return messages

    def process_training_data(self, training_data: Any) -> Any:
        return training_data


def entiteiten(tekst: str) -> list[dict[str, Any]]:
    """The facts of one message, in Rasa's form of an entity."""
    gevonden = [
        _entiteit(h.soort, int(h.waarde) if h.soort == "personen" else h.waarde, h.begin, h.eind, h.rol)
        for h in vind_hoeveelheden(tekst)
    ]
    heel = (0, len(tekst))
    for naam, waarde in (
        ("ja_nee", ja_nee(tekst)),
        ("gemeente", vind_gemeente(tekst)),
        ("bewoner", vind_bewoner(tekst)),
    ):
        if waarde is not None:
            gevonden.append(_entiteit(naam, waarde, *heel))
    return gevonden


def kale_intent(tekst: str) -> "str | None":
    """The intent of a message that is nothing but a yes, a no or a value; None for every other message."""
    if is_kaal(tekst):
        return "bevestig" if ja_nee(tekst) else "ontken"
    rest = tekst
    for hoeveelheid in reversed(vind_hoeveelheden(tekst)):
        rest = rest[: hoeveelheid.begin] + rest[hoeveelheid.eind :]
    if rest != tekst and not _VULWOORDEN.sub("", rest.lower()):
        return "geef_gegevens"
    plaats = vind_gemeente(tekst)
    return "geef_gegevens" if plaats is not None and len(tekst.split()) <= 2 and "?" not in tekst else None


def _entiteit(naam: str, waarde: Any, begin: int, eind: int, rol: "str | None" = None) -> dict[str, Any]:
    entiteit = {"entity": naam, "value": waarde, "start": begin, "end": eind, "extractor": "Gegevens"}
    return {**entiteit, "role": rol} if rol else entiteit
