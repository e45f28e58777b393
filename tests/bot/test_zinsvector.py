"""The sentence vector of a message: made here, or taken over from who made it before the message was sent."""

import numpy as np
import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.components.zinsvector import BEKEND, Zinsvector, neem_over

VRAAG = "hoe hoog mag ik bouwen?"


class Encoder:
    """Counts the texts that it was asked for."""

    def __init__(self) -> None:
        self.gevraagd: list[str] = []

    def __call__(self, teksten: "list[str]") -> np.ndarray:
        self.gevraagd += teksten
        return np.full((len(teksten), 2), len(self.gevraagd), np.float32)


def vector_van(tekst: str, encoder: Encoder) -> "list[float] | None":
    (message,) = Zinsvector({"alias": None}, "vector", encoder).process([Message(data={TEXT: tekst})])
    return message.features[0].features[0].tolist() if message.features else None


def test_a_vector_that_came_with_the_message_is_not_made_again() -> None:
    encoder = Encoder()
    neem_over(f"{VRAAG} ", np.array([3.0, 4.0], np.float32).tobytes())
    assert vector_van(VRAAG, encoder) == [3.0, 4.0]
    assert encoder.gevraagd == []
    assert vector_van("hoe diep mag ik graven?", encoder) == [1.0, 1.0]


def test_of_long_ago_it_is_made_again() -> None:
    encoder = Encoder()
    neem_over(VRAAG, np.zeros(2, np.float32).tobytes())
    for nummer in range(BEKEND):
        neem_over(f"vraag {nummer}", np.zeros(2, np.float32).tobytes())
    assert vector_van(VRAAG, encoder) == [1.0, 1.0]


@pytest.mark.parametrize("tekst", ["", "120 m2", "ja"])
def test_what_its_form_settles_needs_none(tekst: str) -> None:
    encoder = Encoder()
    assert vector_van(tekst, encoder) is None
    assert encoder.gevraagd == []
