"""What a message will probably need, made while the dialogue reads it: its sentence vector, then the answer to it.

The vector goes to the dialogue with the message and serves the search as well. The search begins at once when this is
the only turn under way: a second core would stand idle, and if the message turns out to be no question, nobody waited.
"""

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
        self._begun: tuple[tuple[str, str | None], Future[Antwoord]] | None = None

    def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        """As `Library.answer`."""
        begun = self._begun
        if begun is not None and eerder is None and begun[0] == (vraag, gemeente):
            return begun[1].result()
        return self._library.answer(vraag, gemeente, eerder)

    @asynccontextmanager
    async def turn(self, bericht: str, gemeente: str | None) -> AsyncIterator[bytes | None]:
        """Around the dialogue's part of a turn; gives the sentence vector of the message, when it will need one."""
        self._turns += 1
        begun = None
        try:
            if len(bericht.split()) < WORDS or genoemde_check(bericht):
                yield None
                return
            vector = await run_in_threadpool(self._library.vector, bericht)
            if self._turns == 1 and not leans_on_earlier(bericht):
                search = self._search.submit(copy_context().run, self._library.answer, bericht, gemeente)
                begun = self._begun = (bericht, gemeente), search
            yield vector
        finally:
            self._turns -= 1
            if begun is not None and self._begun is begun:
                self._begun = None
