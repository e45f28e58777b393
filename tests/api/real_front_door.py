"""The front door on the real index, cards and checks; the dialogue process is a fake that answers from the policy."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import httpx
from fastapi import FastAPI
from front_door import FakeDialogue

from actions.checks import CHECKS
from actions.vindplaats import met_vindplaats
from api.ahead import Ahead
from api.dialogue import Dialogue
from api.main import create_app
from api.services import Services
from api.settings import Settings
from api.storage import Storage, gesprekken
from knowledge.library import Library

# Of the examples of the interface: one to read and to give feedback on, one to remove.
GESPREKKEN = (UUID("5f0c1a52-7c0e-4a3b-9a3d-2f6f3f1d8b10"), UUID("8e2d9b64-1f37-4c58-b1a9-6d0e5c7a2f43"))
GAANDE = UUID("5f0c2f1e-7d0b-4e1c-9a55-2f5f7b1f6c11")  # goes on
BEGIN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
VRAAG = "Hoe groot mag mijn bedrijf aan huis zijn?"


@cache
def library() -> Library:
    return Library.open()


class PolicyDialogue(FakeDialogue):
    """Says what the policy says to every message."""

    async def handle(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content.partition(b"\n")[0])
        answer = library().answer(asked["message"], asked["metadata"]["gemeente"])
        return httpx.Response(200, json=[{"custom": answer.to_json()}])


def build_real_app(data_dir: Path, **settings: object) -> FastAPI:
    """Settings that are not named have their defaults."""
    dialogue = Dialogue(PolicyDialogue(), Ahead(library()), 5.0, httpx.MockTransport(PolicyDialogue().handle))
    checks = {naam: met_vindplaats(check, library().documents) for naam, check in CHECKS.items()}
    chosen = Settings(data_dir=data_dir, **settings)
    storage = Storage.open(chosen)
    with storage.write() as session:
        for gesprek_id in GESPREKKEN:
            gesprekken.start(session, gesprek_id, "enschede", BEGIN)
            answer = library().answer(VRAAG, "enschede").to_json()
            beurt = gesprekken.NieuweBeurt(BEGIN, VRAAG, [], [answer], 12.3)
            gesprekken.record_turn(session, gesprek_id, "enschede", beurt)
        gesprekken.start(session, GAANDE, "enschede")
    return create_app(Services(chosen, library(), checks, dialogue, storage))
