"""What the routes need from the rest of the house."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from actions.checks import Check
from api.dialogue import Dialogue
from api.settings import Settings
from api.storage import Storage
from knowledge.library import Library


@dataclass(frozen=True)
class Services:
    """Everything a request can reach."""

    settings: Settings
    library: Library
    checks: Mapping[str, Check]
    dialogue: Dialogue
    storage: Storage


def _services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


ServicesDep = Annotated[Services, Depends(_services)]
