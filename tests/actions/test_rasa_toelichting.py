"""After a verdict in conversation: "waarom?" and "wat als?", from the trail of that very verdict."""

from typing import Any

import pytest
from nep_rasa import INTENTS, NepRasa

PLAN = ("doe de check werken aan huis", "kapper", "ja", "100", "60")  # 60 of 100 m² is too much


@pytest.fixture
def rasa() -> NepRasa:
    """A conversation with a verdict."""
    rasa = NepRasa(gemeente="enschede")
    antwoorden = [rasa.send(bericht) for bericht in PLAN][-1]["antwoorden"]
    assert antwoorden[-1]["uitkomst"]["oordeel"] == "niet_toegestaan"
    return rasa


def een(rasa: NepRasa, bericht: str) -> dict[str, Any]:
    (antwoord,) = rasa.send(bericht)["antwoorden"]
    return dict(antwoord)


@pytest.mark.parametrize(
    "bericht", ["Waarom?", "en waarom niet dan?", "hoe komt dat?", "Leg uit", "waarom vraagt u dat?"]
)
def test_why_gives_the_rules_that_decided_with_their_facts_and_sources(rasa, bericht):
    antwoord = een(rasa, bericht)
    assert antwoord["soort"] == "antwoord"
    assert "Dit geeft de doorslag:\n• U gebruikt 60 van de 100 m². Dat is 60%." in antwoord["tekst"]
    assert (
        "Wij keken naar: oppervlakte van de hele woning: 100 m²; oppervlakte van het bedrijf: 60 m²."
        in antwoord["tekst"]
    )
    assert "tot een maximum van 49%" in antwoord["bronnen"][0]["citaat"]


@pytest.mark.parametrize("bericht", ["Wat als?", "en wat kan ik anders doen?", "hoe mag het wel?", "Wat mag wel dan?"])
def test_what_if_gives_the_nearest_change_for_every_milder_verdict(rasa, bericht):
    antwoord = een(rasa, bericht)
    assert antwoord["tekst"] == (
        "Met hooguit 30 m² voor uw bedrijf in plaats van 60 m² is volgens deze regels geen vergunning nodig. "
        "Met hooguit 49 m² voor uw bedrijf in plaats van 60 m² kan het met een binnenplanse vergunning."
    )


def test_it_can_be_asked_again_and_another_size_gives_another_verdict(rasa):
    een(rasa, "waarom?")
    een(rasa, "wat als?")
    assert "30 m²" in een(rasa, "wat als?")["tekst"]
    assert rasa.send("en als het 45 m² is?")["antwoorden"][-1]["uitkomst"]["oordeel"] == "vergunning_binnenplans"
    assert "van 45 m² is volgens deze regels geen vergunning nodig" in een(rasa, "wat als?")["tekst"]


def test_whatever_the_classifier_makes_of_it(rasa, monkeypatch):
    monkeypatch.setitem(INTENTS, "wat kan ik veranderen?", "wie_ben_jij")
    assert een(rasa, "wat kan ik veranderen?")["tekst"].startswith("Met hooguit 30 m²")


def test_a_question_that_asks_more_goes_to_the_policy_and_without_a_verdict_so_does_what_if(rasa):
    assert "wat als de buren klagen?" in een(rasa, "wat als de buren klagen?")["tekst"]
    assert "wat als?" in een(NepRasa(), "wat als?")["tekst"]
