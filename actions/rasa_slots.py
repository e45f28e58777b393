"""What every action of the dialogue does with slots."""

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.beleidsvraag import Beleidsantwoord, Onderwerp, beantwoord
from actions.bericht import Bericht
from actions.checks import Check
from actions.checks.werken_aan_huis.invoer import VRAAGVOLGORDE
from actions.omgeving import omgeving

WERKEN_AAN_HUIS = "werken-aan-huis"
VELDEN = (*VRAAGVOLGORDE, "bezoekersKantooruren", "bezoekersBuitenKantooruren")

Events = list[dict[str, Any]]
Domain = dict[str, Any]


def de_check() -> Check:
    return omgeving().checks[WERKEN_AAN_HUIS]


def velden(tracker: Tracker) -> dict[str, Any]:
    return {veld: tracker.get_slot(veld) for veld in VELDEN if tracker.get_slot(veld) is not None}


def leeg() -> dict[str, Any]:
    return dict.fromkeys((*VELDEN, "laatste_veld", "deelVanWoning", "overgeslagen", "afgebroken"))


def slots(waarden: Mapping[str, Any]) -> Events:
    return [SlotSet(naam, waarde) for naam, waarde in waarden.items()]


async def beleid_bij(bericht: Bericht, tracker: Tracker) -> Beleidsantwoord:
    gemeente: Any = bericht.metadata.get("gemeente") or tracker.get_slot("gemeente")
    return await beantwoord(bericht, Onderwerp.uit(tracker.get_slot("onderwerp")), gemeente)


def onderwerp_slot(beleid: Beleidsantwoord) -> dict[str, Any]:
    return {"onderwerp": beleid.onderwerp.slot() if beleid.onderwerp else None}
