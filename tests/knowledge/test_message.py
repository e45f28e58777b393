"""One message: how many questions, in which language, and does it stand alone."""

import pytest

from knowledge.message import language, leans_on_earlier, questions_in


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Hoe groot mag het zijn?", ["Hoe groot mag het zijn?"]),
        (
            "Mag ik thuis een kapsalon beginnen? En hoeveel klanten mag ik ontvangen?",
            ["Mag ik thuis een kapsalon beginnen?", "En hoeveel klanten mag ik ontvangen?"],
        ),
        (
            "hoe groot mag mijn salon zijn en hoeveel klanten mogen er komen",
            ["hoe groot mag mijn salon zijn", "hoeveel klanten mogen er komen"],
        ),
        ("Mag ik thuis een winkel beginnen? Alvast bedankt!", ["Mag ik thuis een winkel beginnen? Alvast bedankt!"]),
        ("waar mag je mengen en waar niet", ["waar mag je mengen en waar niet"]),
        ("kantoren en winkels in Hengelo", ["kantoren en winkels in Hengelo"]),
        ("", [""]),
    ],
)
def test_the_questions_of_a_message(message: str, questions: list[str]) -> None:
    assert questions_in(message) == questions


@pytest.mark.parametrize(
    "question",
    [
        "en in Hengelo?",
        "hoe groot dan?",
        "En buiten kantooruren?",
        "mag dat ook op zondag?",
        "waarom niet?",
        "maar als ik huur?",
    ],
)
def test_a_follow_up_leans_on_what_came_before(question: str) -> None:
    assert leans_on_earlier(question)


@pytest.mark.parametrize(
    "question",
    [
        "Mag ik thuis een kapsalon beginnen?",
        "Welke subsidie is er voor samenwerken op een bedrijventerrein?",
        "ik wil weten wat de gemeente doet tegen leegstand en wat dat voor mijn kantoor betekent",
        "",
    ],
)
def test_a_whole_question_stands_alone(question: str) -> None:
    assert not leans_on_earlier(question)


@pytest.mark.parametrize(
    ("question", "its_language"),
    [
        ("How big may my home office be?", "en"),
        ("Darf ich zu Hause einen Friseursalon eröffnen?", "de"),
        ("Hoe groot mag mijn kantoor aan huis zijn?", "nl"),
        ("is er een business park met office space", "nl"),
        ("kapsalon", "nl"),
        ("🙂", "nl"),
    ],
)
def test_the_language_of_a_question(question: str, its_language: str) -> None:
    assert language(question) == its_language
