"""Rasa component that takes no settings, holds no model and learns nothing: all it has is `process`."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


class ZonderInstelling(GraphComponent):
    """To be made into a component by registering what is derived from it."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "ZonderInstelling":
        return cls()
