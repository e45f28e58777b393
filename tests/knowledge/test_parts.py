"""A message that asks several things: taken apart, and answered as one."""

import pytest

from knowledge.answer import Composed
from knowledge.antwoord import Antwoord
from knowledge.bron import Bron
from knowledge.parts import joined, questions_in


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
        (
            "hoeveel meter en welk deel van mijn woning mag winkel zijn",
            ["hoeveel meter", "welk deel van mijn woning mag winkel zijn"],
        ),
        (
            "Wij hebben een hal in zuid, hoe hoog mag die zijn en mag er een etage op",
            ["Wij hebben een hal in zuid, hoe hoog mag die zijn", "mag er een etage op"],
        ),
        ("Wat is een broedplaats, en een campus?", ["Wat is een broedplaats", "een campus?"]),
        ("What is the limit and how many clients may I have?", ["What is the limit", "how many clients may I have?"]),
        ("wie betaalt dat, moet ik het zelf doen", ["wie betaalt dat", "moet ik het zelf doen"]),
        ("Ik heb een loods. Mag ik daar wonen?", ["Ik heb een loods. Mag ik daar wonen?"]),
        ("Wij zijn een bakkerij, mag dat?", ["Wij zijn een bakkerij, mag dat?"]),
        ("Mag ik thuis een winkel beginnen? Alvast bedankt!", ["Mag ik thuis een winkel beginnen? Alvast bedankt!"]),
        ("waar mag je mengen en waar niet", ["waar mag je mengen en waar niet"]),
        ("kantoren en winkels in Hengelo", ["kantoren en winkels in Hengelo"]),
        ("", [""]),
    ],
)
def test_the_questions_of_a_message(message: str, questions: list[str]) -> None:
    assert questions_in(message) == questions


def part(tekst: str, kort: str = "", soort: str = "antwoord") -> Composed:
    bron = Bron("d", "Document", "noord", "1", tekst, "/bronnen/d")
    return Composed(Antwoord(soort, tekst, (bron,)), (), (), kort)


NOTHING = Composed(Antwoord("geen_antwoord", "Dat weet ik niet.", ()), (), ())


def test_every_part_is_told_with_its_citation_and_the_town_once() -> None:
    answer = joined(["a?", "b?"], [part("Gemeente Noord: Dertig meter."), part("Gemeente Noord: Vijf mensen.")])
    assert answer is not None
    assert answer.tekst == "Gemeente Noord: Dertig meter.\n\nVijf mensen."
    assert len(answer.bronnen) == 2


def test_the_longest_part_is_told_in_short_where_there_is_no_room() -> None:
    long = part("Dertig meter. " * 40, "Dertig meter.")
    answer = joined(["a?", "b?"], [long, part("Vijf mensen. " * 20, "Vijf.")])
    assert answer is not None
    assert answer.tekst == "Dertig meter.\n\n" + "Vijf mensen. " * 20
    assert joined(["a?", "b?"], [part("Dertig meter. " * 40), part("Vijf mensen. " * 20)]) is None


def test_what_is_not_known_is_said_beside_what_is() -> None:
    answer = joined(["a?", "wat kost het?", "b?"], [part("Dertig meter."), NOTHING, part("Vijf mensen.")])
    assert answer is not None
    assert answer.tekst.endswith("Op de vraag “wat kost het?” vind ik geen antwoord in het beleid.")
    known = joined(["a?", "b?"], [part("Geen prijzen.", soort="geen_antwoord"), part("Vijf mensen.")])
    assert known is not None
    assert (known.soort, known.tekst) == ("antwoord", "Geen prijzen.\n\nVijf mensen.")


def test_one_answer_to_all_parts_or_none_at_all_is_left_to_the_message_as_a_whole() -> None:
    assert joined(["a?", "b?"], [part("Dertig meter."), part("Dertig meter.")]) is None
    assert joined(["a?", "b?"], [part("Dertig meter."), NOTHING]) is None
    assert joined(["a?", "b?"], [part("Geen prijzen.", soort="geen_antwoord")] * 2) is None
