"""The way in: a message, and after it its sentence vector, which may come later."""

import asyncio
import json

import numpy as np
import pytest

from bot import kanaal
from bot.components import zinsvector

VRAAG = "hoe hoog mag ik bouwen?"
VECTOR = np.array([3.0, 4.0], np.float32).tobytes()


class Stroom:
    """The body of a request, as Sanic gives it: in pieces, each when it has come."""

    def __init__(self, *stukken: bytes) -> None:
        self.stukken = list(stukken)

    @property
    def request_body(self) -> bool:
        return bool(self.stukken)

    async def __aiter__(self):
        while self.stukken:
            yield self.stukken.pop(0)


def kop(bericht: str) -> bytes:
    return json.dumps({"sender": "a", "message": bericht, "metadata": {"gemeente": "hengelo"}}).encode() + b"\n"


def vul_aan(*stukken: bytes) -> "tuple[kanaal.Bericht, list[bytes]]":
    """The message when it is to be read, and what of its body has not been waited for."""
    stroom = Stroom(*stukken)

    async def ontvang() -> kanaal.Bericht:
        bericht = await kanaal._ontvang(stroom)
        await bericht.vul_aan()
        return bericht

    return asyncio.run(ontvang()), stroom.stukken


@pytest.fixture(autouse=True)
def onbekend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zinsvector, "_bekend", {})


@pytest.mark.parametrize(
    "stukken",
    [
        (kop(VRAAG), VECTOR),
        (kop(VRAAG)[:20], kop(VRAAG)[20:] + VECTOR[:3], VECTOR[3:]),
        (kop(VRAAG) + VECTOR,),
    ],
)
def test_the_vector_that_comes_after_a_message_is_taken_over(stukken: "tuple[bytes, ...]") -> None:
    bericht, over = vul_aan(*stukken)
    assert (bericht.text, bericht.sender_id, bericht.metadata) == (VRAAG, "a", {"gemeente": "hengelo"})
    assert zinsvector._bekend[VRAAG].tolist() == [3.0, 4.0]
    assert over == []


def test_without_a_vector_the_classifier_makes_its_own() -> None:
    assert vul_aan(kop(VRAAG))[1] == []
    assert zinsvector._bekend == {}


def test_what_its_form_settles_does_not_wait_and_the_rest_is_read_before_the_reply() -> None:
    bericht, over = vul_aan(kop("ja hoor"), VECTOR)
    assert over == [VECTOR]
    assert zinsvector._bekend == {}
    assert asyncio.run(bericht.rest()) == VECTOR


def test_a_message_that_starts_with_a_slash_is_no_command() -> None:
    assert vul_aan(kop("/restart nu meteen graag"))[0].text == "restart nu meteen graag"
