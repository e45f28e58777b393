"""What is said to a message that asks for no policy and no check: the fixed reply of its intent."""

from actions.gespreksteksten import teksten
from actions.omgeving import omgeving
from knowledge.antwoord import Antwoord

IN_NOOD = ("nood", "dreiging")  # intents


def vaste_antwoorden(intent: str) -> tuple[Antwoord, ...]:
    """The reply; whoever is in distress or danger is told first where help is, at once."""
    vast, noodhulp = teksten().vast[intent], omgeving().noodhulp
    return (Antwoord("melding", noodhulp), vast) if intent in IN_NOOD and noodhulp else (vast,)
