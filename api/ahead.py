"""What a message will probably need, made from the moment that it comes in: its sentence vector, then the answer to it.

The vector goes to the dialogue with the message and serves the search as well. The search begins at once when this is
the only turn under way: a second core would stand idle, and if the message turns out to be no question, nobody waited.
"""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import copy_context
from typing import Protocol

from fastapi.concurrency import run_in_threadpool

from actions.gesprek.kiezen import genoemde_check
from knowledge.antwoord import Antwoord
from knowledge.message import leans_on_earlier

# What is shorter is mostly a reply to what was asked: the dialogue knows it by its form, as it does "doe de check …".
WORDS = 3

# What becomes the sentence vector of a message, or None when the dialogue will not need one.
Vector = asyncio.Task[bytes | None]


class Library(Protocol):
    """The part of `knowledge.library.Library` that a turn needs."""

    def vector(self, vraag: str) -> bytes: ...

    def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord: ...


class Ahead:
    """The library as the actions ask it, with what was begun before they did."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._turns = 0  # under way
        self._search = ThreadPoolExecutor(1, "ahead")
        self._vectors = ThreadPoolExecutor(4, "vector")
        self._begun: tuple[tuple[str, str | None], Future[Antwoord]] | None = None

    async def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        """As `Library.answer`, in a thread."""
        begun = self._begun
        if begun is not None and eerder is None and begun[0] == (vraag, gemeente):
            return await asyncio.wrap_future(begun[1])
        return await run_in_threadpool(self._library.answer, vraag, gemeente, eerder)

    @asynccontextmanager
    async def turn(self, bericht: str, gemeente: str | None) -> AsyncIterator[Vector]:
        """Around a turn."""
        self._turns += 1
        made = self._make(bericht)
        vector = asyncio.create_task(self._begin(bericht, gemeente, made))
        try:
            yield vector
        finally:
            self._turns -= 1
            if not vector.done():  # nobody asked for it: an employee answers, or nobody does
                vector.cancel()
            elif self._begun is not None and self._begun[0] == (bericht, gemeente):
                self._begun = None

    async def rest(self, vector: Vector) -> None:
        """Returns when all that was begun for a turn is there: a good moment for what has no hurry."""
        await asyncio.wait([vector])
        if self._begun is not None:
            await asyncio.wait([asyncio.wrap_future(self._begun[1])])

    def _make(self, bericht: str) -> Future[bytes] | None:
        """Begins at once, in a thread: what the turn does next takes the interpreter."""
        if len(bericht.split()) < WORDS or genoemde_check(bericht):
            return None
        return self._vectors.submit(self._library.vector, bericht)

    async def _begin(self, bericht: str, gemeente: str | None, made: Future[bytes] | None) -> bytes | None:
        if made is None:
            return None
        vector = await asyncio.wrap_future(made)
        if self._turns == 1 and not leans_on_earlier(bericht):
            search = self._search.submit(copy_context().run, self._library.answer, bericht, gemeente)
            self._begun = (bericht, gemeente), search
        return vector
