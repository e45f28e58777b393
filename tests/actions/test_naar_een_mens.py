"""When the dialogue refers to a person: distress, a complaint, and twice in a row no answer."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

from nep_rasa import NepKennis, NepRasa  # noqa: E402

from knowledge.antwoord import Antwoord  # noqa: E402
from knowledge.bron import Bron  # noqa: E402

NEE = "geen_antwoord"
DOOR = "doorverwijzing"
BRON = Bron("een", "Een", "enschede", "1", "Er is een markt.", "/bronnen/een#z-1")


class Soms(NepKennis):
    """Knows about the market only."""

    async def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        if "markt" in vraag:
            return Antwoord("antwoord", "Er is een markt.", (BRON,))
        return await super().answer(vraag, gemeente, eerder)


def soorten(reply):
    return [antwoord["soort"] for antwoord in reply["antwoorden"]]


def test_a_person_is_offered_at_the_second_question_in_a_row_without_an_answer_and_not_at_the_first():
    rasa = NepRasa(kennis=Soms())
    assert soorten(rasa.send("hoe laat vertrekt de trein?")) == [NEE]
    assert soorten(rasa.send("wat kost een paspoort?")) == [NEE, DOOR]
    assert soorten(rasa.send("waar koop ik brood?")) == [NEE]  # not at every turn


def test_an_answer_in_between_starts_the_count_anew():
    rasa = NepRasa(kennis=Soms())
    rasa.send("hoe laat vertrekt de trein?")
    assert soorten(rasa.send("is er een markt?")) == ["antwoord"]
    assert soorten(rasa.send("wat kost een paspoort?")) == [NEE]


def test_who_is_in_distress_is_told_first_where_help_is():
    first, second = NepRasa(noodhulp="Bel 112.").send("ik zie het niet meer zitten")["antwoorden"]
    assert (first["soort"], first["tekst"]) == ("melding", "Bel 112.")
    assert second["soort"] == DOOR


def test_without_such_a_text_distress_still_refers_to_a_person():
    assert soorten(NepRasa().send("ik zie het niet meer zitten")) == [DOOR]


def test_in_the_middle_of_a_check_too_and_the_check_is_not_lost():
    rasa = NepRasa(gemeente="enschede", noodhulp="Bel 112.")
    rasa.send("doe de check werken aan huis")
    reply = rasa.send("ik zie het niet meer zitten")
    assert soorten(reply) == ["melding", DOOR]  # the API asks now whether to hand over: one question at a time
    assert reply["verwacht"] is None
    assert rasa.send("verder")["verwacht"]["veld"] == "activiteit"


def test_a_complaint_in_the_middle_of_a_check_gets_an_apology_first_and_a_person_the_second_time():
    rasa = NepRasa(gemeente="enschede")
    rasa.send("doe de check werken aan huis")
    assert soorten(rasa.send("wat een slechte dienst")) == ["vraag"]
    assert soorten(rasa.send("wat een slechte dienst")) == [DOOR]


def test_a_complaint_refers_to_a_person():
    assert soorten(NepRasa().send("wat een slechte dienst")) == [DOOR]
