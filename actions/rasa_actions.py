"""The bot's hands outside the check: an action reads slots, calls a function, sets slots, says something.

What is said is one Antwoord, as `custom` JSON of a Rasa message; `verwacht` beside it names the field that is asked.
"""

from dataclasses import replace

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.beleidsvraag import Beleidsantwoord
from actions.bericht import Bericht
from actions.checks import Check
from actions.gespreksteksten import teksten
from actions.rasa_slots import Domain, Events, beleid_bij, de_check, leeg, onderwerp_slot, slots, velden
from actions.rasa_toelichting import over_de_uitkomst
from actions.stap import feiten
from actions.uitkomst import NIET_VAN_TOEPASSING
from knowledge.message import leans_on_earlier


class ActionBeleid(Action):  # type: ignore[misc]
    """Answers a question from the policy, and offers the check when the question is about working from home."""

    def name(self) -> str:
        return "action_beleid"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht = Bericht.uit(tracker.latest_message)
        if over := over_de_uitkomst(bericht, tracker):
            dispatcher.utter_message(json_message=over.to_json())
            return []
        beleid = await beleid_bij(bericht, tracker)
        antwoord, check = beleid.antwoord, de_check()
        if bericht.intent == "geef_gegevens" and not bericht.is_vraag and antwoord.soort == "geen_antwoord":
            return _zeg_vaste_tekst(bericht.intent, dispatcher)  # an answer, while nothing was asked
        aanbod = _past_aanbod(beleid, bericht, tracker, check)
        if aanbod:
            antwoord = replace(antwoord, knoppen=(*antwoord.knoppen, teksten().aanbod_knop))
        dispatcher.utter_message(json_message=antwoord.to_json())
        onthouden = feiten(bericht, velden(tracker), check) if aanbod else {}
        # After a follow-up on a verdict, "en als het 60 m² is?" still asks for another.
        uitkomst = bool(tracker.get_slot("uitkomst_gegeven")) and leans_on_earlier(bericht.tekst)
        return slots({**onthouden, **onderwerp_slot(beleid), "aanbod_check": aanbod, "uitkomst_gegeven": uitkomst})


class ActionVasteTekst(Action):  # type: ignore[misc]
    """Says the fixed reply that belongs to the intent."""

    def name(self) -> str:
        return "action_vaste_tekst"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht = Bericht.uit(tracker.latest_message)
        if over := over_de_uitkomst(bericht, tracker):
            dispatcher.utter_message(json_message=over.to_json())
            return []
        return _zeg_vaste_tekst(bericht.intent, dispatcher)


class ActionOpnieuw(Action):  # type: ignore[misc]
    """Forgets what was filled in, outside the check."""

    def name(self) -> str:
        return "action_opnieuw"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        dispatcher.utter_message(json_message=teksten().vast["opnieuw"].to_json())
        return slots({**leeg(), "onderwerp": None, "aanbod_check": True, "uitkomst_gegeven": False})


class ActionWaarom(Action):  # type: ignore[misc]
    """ "Waarom niet?" while nothing is asked: the trail of the verdict, or more of the answer given last."""

    def name(self) -> str:
        return "action_waarom"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht = Bericht.uit(tracker.latest_message)
        if over := over_de_uitkomst(bericht, tracker):
            dispatcher.utter_message(json_message=over.to_json())
            return []
        if tracker.get_slot("onderwerp") and leans_on_earlier(bericht.tekst):
            dispatcher.utter_message(json_message=(await beleid_bij(bericht, tracker)).antwoord.to_json())
            return []
        return _zeg_vaste_tekst("waarom_vraagt_u", dispatcher)


def _zeg_vaste_tekst(intent: str, dispatcher: CollectingDispatcher) -> Events:
    antwoord = teksten().vast[intent]
    dispatcher.utter_message(json_message=antwoord.to_json())
    aanbod = any(knop.bericht == teksten().aanbod_knop.bericht for knop in antwoord.knoppen)
    return slots({"aanbod_check": aanbod})


def _past_aanbod(beleid: Beleidsantwoord, bericht: Bericht, tracker: Tracker, check: Check) -> bool:
    """Whether to offer the check: the question is about working from home, in a municipality that the check covers."""
    genoemd = bericht.eerste("gemeente") or (beleid.onderwerp.gemeente if beleid.onderwerp else None)
    gemeente = genoemd or bericht.metadata.get("gemeente") or tracker.get_slot("gemeente")
    if gemeente is not None and (
        gemeente == "anders" or check.beoordeel({"gemeente": gemeente}).oordeel == NIET_VAN_TOEPASSING
    ):
        return False
    return any(woord in beleid.vraag.lower() for woord in teksten().aanbod_woorden)
