"""The activity in a sentence: found when it is one, never guessed."""

import pytest

from actions.activiteit_vinden import vind_activiteit
from actions.checks import CHECKS

ZINNEN = [
    ("ik wil thuis een kapsalon beginnen", "kapsalon"),
    ("mijn huis is 120 m2 en het kantoor wordt 40 m2, boekhouder", "boekhouder"),
    ("ik wil vanuit huis gaan werken als masseur", "masseur"),
    ("Mag ik een kapsalon van 30 m2 beginnen?", "kapsalon"),
    ("kapper", "kapper"),
    ("ik geef advies aan een restaurant", "advies"),
    ("ik wil thuis een webshop beginnen", "webshop"),
    ("ik wil timmerman worden", "timmerman"),
    ("een kapsalon, of een restaurant", None),
    ("ik wil een praktijk aan huis", None),
    ("doe de check", None),
    ("", None),
]


@pytest.mark.parametrize(("tekst", "activiteit"), ZINNEN)
def test_activity_of_a_sentence(tekst: str, activiteit: str | None) -> None:
    assert vind_activiteit(tekst, CHECKS["werken-aan-huis"]) == activiteit
