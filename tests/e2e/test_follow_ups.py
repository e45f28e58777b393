"""Follow-ups in the chat, against the real documents and the real dialogue."""

from pathlib import Path

import pytest
import yaml

PAD = Path(__file__).parents[1] / "conversations" / "vervolgvragen.yml"
GESPREKKEN = yaml.safe_load(PAD.read_text(encoding="utf-8"))


@pytest.mark.parametrize("gesprek", GESPREKKEN, ids=lambda gesprek: gesprek["naam"])
def test_a_follow_up_is_answered_on_the_subject_of_the_turns_before(service, gesprek):
    gesprek_id = None
    for beurt in gesprek["beurten"]:
        reply = service.say(beurt["zegt"], gesprek_id, gesprek.get("gemeente"))
        gesprek_id, antwoord = reply["gesprekId"], reply["antwoorden"][0]
        assert antwoord["soort"] == (beurt.get("soort", "antwoord") or antwoord["soort"]), beurt["zegt"]
        assert beurt.get("noemt", "") in antwoord["tekst"], beurt["zegt"]
        assert "zwijgt" not in beurt or beurt["zwijgt"] not in antwoord["tekst"], beurt["zegt"]
        if "bron" in beurt:
            assert {bron["gemeente"] for bron in antwoord["bronnen"]} == {beurt["bron"]}, beurt["zegt"]


QUESTIONS = ["How big may my home office be?", "Do the rules also apply to tenants?", "Brauche ich einen Parkausweis?"]


@pytest.mark.parametrize("vraag", QUESTIONS)
def test_a_question_in_another_language_is_a_question_to_the_policy(service, vraag):
    antwoord = service.say(vraag)["antwoorden"][0]
    assert antwoord["soort"] in ("antwoord", "geen_antwoord")
    assert antwoord["tekst"].startswith("(")  # the line in that language
