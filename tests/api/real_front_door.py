"""The front door on the real index, cards and checks; the dialogue process is a fake that answers from the policy."""

import json
from functools import cache
from pathlib import Path

import httpx
from fastapi import FastAPI
from front_door import FakeDialogue

from actions.checks import CHECKS
from actions.vindplaats import met_vindplaats
from api.dialogue import Dialogue
from api.main import create_app
from api.services import Services
from api.settings import Settings
from api.storage import Storage
from knowledge.library import Library


@cache
def library() -> Library:
    return Library.open()


class PolicyDialogue(FakeDialogue):
    """Says what the policy says to every message."""

    async def handle(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        answer = library().answer(asked["message"], asked["metadata"]["gemeente"])
        return httpx.Response(200, json=[{"custom": answer.to_json()}])


def build_real_app(data_dir: Path, **settings: object) -> FastAPI:
    """Settings that are not named have their defaults."""
    dialogue = Dialogue(PolicyDialogue(), library().answer, 5.0, httpx.MockTransport(PolicyDialogue().handle))
    checks = {naam: met_vindplaats(check, library().documents) for naam, check in CHECKS.items()}
    chosen = Settings(data_dir=data_dir, **settings)
    return create_app(Services(chosen, library(), checks, dialogue, Storage.open(chosen)))
