"""What is made while the dialogue reads a message: the vector, and the answer that is probably asked for."""

import asyncio
from threading import Event

from front_door import FakeLibrary

from api.ahead import Ahead
from knowledge.antwoord import Antwoord

VRAAG = "hoe laat begint de markt?"
LEUNT = "en hoe zit dat in Hengelo?"


class Counting(FakeLibrary):
    """Notes what it was asked; may be told to wait before it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.may_answer = Event()
        self.may_answer.set()

    def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        self.asked.append((vraag, gemeente, eerder))
        assert self.may_answer.wait(5)
        return Antwoord("geen_antwoord", f"over {vraag}")


def test_the_search_has_begun_when_the_dialogue_asks_for_the_answer():
    library = Counting()
    library.may_answer.clear()
    ahead = Ahead(library)

    async def turn() -> Antwoord:
        async with ahead.turn(VRAAG, "enschede") as vector:
            assert await vector == library.vector(VRAAG)
            answer = asyncio.create_task(ahead.answer(VRAAG, "enschede"))
            await asyncio.sleep(0.01)
            assert not answer.done()  # it waits for the search under way
            library.may_answer.set()
            return await answer

    assert asyncio.run(turn()).tekst == f"over {VRAAG}"
    assert library.asked == [(VRAAG, "enschede", None)]
    asyncio.run(ahead.answer(VRAAG, "enschede"))  # the turn is over: what was begun for it no longer counts
    assert len(library.asked) == 2


def test_another_question_than_was_begun_is_searched_by_itself():
    library = Counting()
    ahead = Ahead(library)

    async def turn() -> None:
        async with ahead.turn(VRAAG, None) as vector:
            await vector
            assert (await ahead.answer(VRAAG, "hengelo")).tekst == f"over {VRAAG}"
            assert await ahead.answer(VRAAG, None, eerder="wanneer is de markt?")

    asyncio.run(turn())
    assert library.asked[1:] == [(VRAAG, "hengelo", None), (VRAAG, None, "wanneer is de markt?")]


def test_who_asks_for_a_check_by_its_name_needs_neither():
    library = Counting()
    ahead = Ahead(library)

    async def turn() -> bytes | None:
        async with ahead.turn("Doe de check werken aan huis", None) as vector:
            return await vector

    assert asyncio.run(turn()) is None
    assert library.asked == []


def test_no_search_is_begun_for_a_short_reply_a_follow_up_or_beside_another_turn():
    library = Counting()
    ahead = Ahead(library)

    async def turns() -> list[bytes | None]:
        async with (
            ahead.turn("36 m2", None) as short,
            ahead.turn(LEUNT, None) as leaning,
            ahead.turn(VRAAG, None) as third,
        ):
            return [await short, await leaning, await third]

    assert asyncio.run(turns()) == [None, library.vector(LEUNT), library.vector(VRAAG)]
    assert library.asked == []


def test_a_search_that_fails_fails_where_it_is_asked_for():
    class Broken(FakeLibrary):
        def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
            raise RuntimeError("kapot")

    ahead = Ahead(Broken())

    async def turn() -> str:
        async with ahead.turn(VRAAG, None) as vector:
            await vector
            try:
                await ahead.answer(VRAAG)
            except RuntimeError as error:
                return str(error)
        return ""

    assert asyncio.run(turn()) == "kapot"


def test_what_has_no_hurry_waits_for_what_was_begun():
    library = Counting()
    library.may_answer.clear()
    ahead = Ahead(library)

    async def turn() -> None:
        async with ahead.turn(VRAAG, None) as vector:
            waiting = asyncio.create_task(ahead.rest(vector))
            await vector
            await asyncio.sleep(0.01)
            assert not waiting.done()
            library.may_answer.set()
            await waiting

    asyncio.run(turn())
    assert library.asked == [(VRAAG, None, None)]


def test_a_turn_that_needs_nothing_leaves_nothing_behind():
    """An employee has the conversation: the dialogue is never asked."""
    library = Counting()
    ahead = Ahead(library)

    async def turn() -> None:
        async with ahead.turn(VRAAG, None):
            pass
        await asyncio.sleep(0.05)

    asyncio.run(turn())
    assert library.asked == []
