"""What the routes need from the rest of the house."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Annotated, cast

from fastapi import Depends, Request

from actions.checks import Check
from api.conversations import Conversations
from api.dialogue import Dialogue
from api.kaarten.published import Published
from api.settings import Settings
from api.storage import Storage
from knowledge.library import Library


@dataclass(frozen=True)
class Services:
    """Everything a request can reach. `stopping` is set when the service is told to stop: streams end then."""

    settings: Settings
    library: Library
    checks: Mapping[str, Check]
    dialogue: Dialogue
    storage: Storage
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    @cached_property
    def published(self) -> Published:
        """The cards that editors published on the staff site."""
        return Published(self.storage, self.library)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self.storage, timedelta(minutes=self.settings.idle_minutes))


def _services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


ServicesDep = Annotated[Services, Depends(_services)]
