"""A front door on small fakes: one small document, one check, and a dialogue process that says what a test says."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx
import numpy as np
from fastapi import FastAPI

from actions.checks import Check
from actions.uitkomst import InvoerFouten, Regel, Uitkomst
from api.ahead import Ahead
from api.dialogue import Dialogue
from api.main import create_app
from api.services import Services
from api.settings import Settings
from api.storage import Storage
from knowledge.antwoord import Antwoord, Knop
from knowledge.bron import Bron
from knowledge.cards import Card
from knowledge.chunk import chunk_document
from knowledge.corpus import Corpus
from knowledge.document import parse_document
from knowledge.explain import GewogenKaart, GewogenPassage, Uitleg, Weging
from knowledge.library import Passage
from knowledge.register import OldTerm, RegisterEntry

MARKDOWN = """# Voorbeeldvisie

## 1 Markten

De markt begint om negen uur. Een kraam is <b>hoogstens</b> vier meter breed.

1. eerst een vergunning;
2. dan een plaats.

### 1.1 Kramen

| Kraam | Breedte |
| --- | --- |
| Groente | 4 meter |
| Kaas | 3 meter |
"""


class FakeLibrary:
    """Knows one thing: when the market starts. Everything else the policy does not say."""

    def __init__(self) -> None:
        document = parse_document("voorbeeld", "Voorbeeldvisie", "enschede", MARKDOWN)
        entry = RegisterEntry(
            document="voorbeeld",
            titel="Voorbeeldvisie",
            gemeente="enschede",
            status="beleidskader",
            vastgesteld=date(2020, 3, 1),
            geldig_van=None,
            geldig_tot=None,
            oud_recht=(OldTerm("bestemmingsplan", "Heet nu omgevingsplan."),),
            licentie="",
            opmerkingen=("De kaarten staan niet in deze tekst.",),
        )
        chunks = tuple(chunk_document(document, 200))
        self.corpus = Corpus({"voorbeeld": document}, {"voorbeeld": entry}, chunks, ())
        self.documents, self.register, self.cards = self.corpus.documents, self.corpus.register, self.corpus.cards

    def bron(self) -> Bron:
        section = self.corpus.documents["voorbeeld"].sections[1]
        return self.corpus.bron("voorbeeld", section, next(section.sentences()))

    def vector(self, vraag: str) -> bytes:
        return np.array([len(vraag), 1.5], np.float32).tobytes()

    def search_and_answer(
        self, vraag: str, gemeente: str | None = None, aantal: int = 5
    ) -> tuple[list[Passage], Antwoord]:
        chunks = [] if gemeente == "hengelo" else self.corpus.chunks[:aantal]
        passages = [Passage(chunk.id, chunk.text, 1 / n, self.bron()) for n, chunk in enumerate(chunks, 1)]
        return passages, self.answer(vraag, gemeente)

    def vectors(self, vragen: list[str]) -> np.ndarray:
        """Questions with the same first word are alike, all others are not."""
        firsts = [vraag.split()[0] for vraag in vragen]
        return np.array([[first == each for each in sorted(set(firsts))] for first in firsts], dtype=np.float32)

    def publish(self, cards: Iterable[Card]) -> None:
        new = {card.id: card for card in cards}
        self.cards = (*(card for card in self.cards if card.id not in new), *new.values())

    def withdraw(self, card_id: str) -> None:
        if card_id not in {card.id for card in self.cards}:
            raise KeyError(card_id)
        self.cards = tuple(card for card in self.cards if card.id != card_id)

    def explain(self, vraag: str, gemeente: str | None = None, aantal: int = 10) -> Uitleg:
        antwoord = self.answer(vraag, gemeente)
        told = antwoord.soort == "antwoord"
        kaarten = tuple(GewogenKaart(card, 0.9, 0.5, told, "Omdat het zo is.") for card in self.cards)
        passages = tuple(GewogenPassage(chunk, 0.25, False, "Een kaart gaat voor.") for chunk in self.corpus.chunks)
        return Uitleg(antwoord, (Weging(vraag, gemeente, None, 0.8, 0.5, 0.1, 0.6, kaarten, passages, antwoord),))

    def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        if "stuk" in vraag:
            raise RuntimeError("geheim inwendig detail")
        if "markt" in vraag and gemeente != "hengelo":
            return Antwoord("antwoord", "De markt begint om negen uur.", (self.bron(),))
        return Antwoord("geen_antwoord", "Dat staat niet in het beleid.", knoppen=(Knop("Naar het loket", "loket"),))


def beoordeel_kraam(velden: Mapping[str, object]) -> Uitkomst:
    """A check of one number: a stall is at most 4 metres wide."""
    breedte = velden.get("breedteM")
    if breedte is None:
        return Uitkomst("kraam", "onvolledig", "Hoe breed is de kraam?", "1", ontbreekt=("breedteM",))
    if isinstance(breedte, bool) or not isinstance(breedte, int | float) or breedte != breedte or breedte <= 0:
        raise InvoerFouten([{"veld": "breedteM", "melding": "Vul een getal boven 0 in."}])
    oordeel = "toegestaan" if breedte <= 4 else "niet_toegestaan"
    regels = (Regel("breedte", oordeel, "Een kraam is hoogstens 4 meter.", FakeLibrary().bron()),)
    return Uitkomst("kraam", oordeel, "Uw kraam.", "1", regels, gegevens={"breedteM": min(breedte, 1e9)})


KRAAM = Check(
    naam="kraam",
    titel="Hoe breed is mijn kraam?",
    uitleg="Zegt of uw kraam past.",
    schema={"type": "object", "required": ["breedteM"], "properties": {"breedteM": {"type": "number"}}},
    beoordeel=beoordeel_kraam,
)


@dataclass
class FakeDialogue:
    """Stands in for the Rasa process: `url` None is a process that is away; `replies` is what it says next."""

    url: str | None = "http://rasa"
    pid: int | None = 1
    replies: Any = field(default_factory=lambda: [{"custom": {"soort": "begroeting", "tekst": "Hallo!"}}])
    status: int = 200
    requests: list[dict[str, Any]] = field(default_factory=list)

    async def handle(self, request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/webhooks/rest/webhook"
        self.requests.append(json.loads(request.content.partition(b"\n")[0]))
        if isinstance(self.replies, Exception):
            raise self.replies
        return httpx.Response(self.status, json=self.replies)


def build_app(rasa: FakeDialogue, library: FakeLibrary, settings: Settings) -> FastAPI:
    dialogue = Dialogue(rasa, Ahead(library), timeout=5.0, transport=httpx.MockTransport(rasa.handle))
    storage = Storage.open(settings)
    return create_app(
        Services(settings=settings, library=library, checks={"kraam": KRAAM}, dialogue=dialogue, storage=storage)
    )
