"""The bot's hands outside a check: an action reads slots, calls a function, sets slots, says something.

What is said is one Antwoord, as `custom` JSON of a Rasa message; `verwacht` beside it names the field that is asked.
"""

import re
from dataclasses import replace

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.beleidsvraag import Beleidsantwoord
from actions.bericht import Bericht
from actions.gesprek.beginnen import onthoud
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.gemeenten import eigen_gemeente
from actions.gesprek.kiezen import MEESTE_AANBOD, mogelijke_checks, passende_checks
from actions.gesprek.na_uitkomst import is_ander_gegeven, veronderstelt
from actions.gesprek.vaste_teksten import vaste_antwoorden
from actions.gesprek.vragen import welke_check
from actions.gespreksteksten import teksten
from actions.rasa_slots import Domain, Events, Geheugen, beleid_bij, de_check, onderwerp_slot, slots
from actions.rasa_toelichting import over_de_uitkomst
from knowledge.antwoord import Antwoord
from knowledge.message import leans_on_earlier

FORM = "check_form"
MEESTE_KEREN_NEE = 2  # times in a row that the policy does not say it; then a person is offered
_KLOPT_NIET = re.compile(r"\b(?:klopt|fout|onjuist|juist)\b", re.IGNORECASE)
_WOORD = re.compile(r"[^\W\d_]{2}|\d")
_ONZEKER = "nlu_fallback"  # the intent of what the classifier does not know


class ActionBeleid(Action):  # type: ignore[misc]
    """Answers a question from the policy, and offers the checks that it may be about."""

    def name(self) -> str:
        return "action_beleid"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht, geheugen = Bericht.uit(tracker.latest_message), Geheugen.uit(tracker)
        if geheugen.verduidelijkt and bericht.tekst == teksten().knoppen["beleid"].bericht:
            bericht = replace(bericht, tekst=geheugen.verduidelijkt)  # what we asked about, after all
        elif over := over_de_uitkomst(bericht, geheugen):
            dispatcher.utter_message(json_message=over.to_json())
            return []
        elif _ander_gegeven(bericht, geheugen) or _feit_na_aanbod(bericht, geheugen):
            return [FollowupAction(FORM)]
        elif not _WOORD.search(bericht.tekst):
            return _zeg_vaste_tekst("onleesbaar", dispatcher, tracker)
        beleid = await beleid_bij(bericht, tracker)
        if bericht.intent == "geef_gegevens" and not bericht.is_vraag and beleid.antwoord.soort == "geen_antwoord":
            gezegd = slots({"gezegd": onthoud(geheugen.gezegd, bericht, ())}, tracker)
            return [*gezegd, *_zeg_vaste_tekst(bericht.intent, dispatcher, tracker)]  # while nothing was asked
        checks = _aanbod(beleid, bericht, geheugen)
        onthouden = {**onderwerp_slot(beleid), "gezegd": onthoud(geheugen.gezegd, bericht, checks)}
        if bedoelt := _bedoelt_u(beleid, bericht, geheugen, checks):
            dispatcher.utter_message(json_message=bedoelt.to_json())
            return slots({**onthouden, "verduidelijkt": bericht.tekst, "aanbod_check": False}, tracker)
        antwoord = beleid.antwoord
        knoppen = (checkteksten()[naam].knop for naam in checks)
        dispatcher.utter_message(json_message=replace(antwoord, knoppen=(*antwoord.knoppen, *knoppen)).to_json())
        niet_geholpen = geheugen.niet_geholpen + 1 if antwoord.soort == "geen_antwoord" else 0
        if niet_geholpen == MEESTE_KEREN_NEE:
            dispatcher.utter_message(json_message=teksten().vast["niet_geholpen"].to_json())
            niet_geholpen = 0
        # After a follow-up on a verdict, "en als het 60 m² is?" still asks for another.
        uitkomst = geheugen.uitkomst_gegeven and leans_on_earlier(bericht.tekst)
        if checks and not uitkomst:
            onthouden["check"] = checks[0]
        return slots(
            {
                **onthouden,
                "verduidelijkt": None,
                "aanbod_check": bool(checks),
                "uitkomst_gegeven": uitkomst,
                "niet_geholpen": niet_geholpen,
            },
            tracker,
        )


class ActionVasteTekst(Action):  # type: ignore[misc]
    """Says the fixed reply that belongs to the intent."""

    def name(self) -> str:
        return "action_vaste_tekst"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht, geheugen = Bericht.uit(tracker.latest_message), Geheugen.uit(tracker)
        if over := over_de_uitkomst(bericht, geheugen):
            dispatcher.utter_message(json_message=over.to_json())
            return []
        if _ander_gegeven(bericht, geheugen):  # "nee, ik bedoel Westermaat Plein"
            return [FollowupAction(FORM)]
        if bericht.intent == "ontken" and geheugen.uitkomst_gegeven and _KLOPT_NIET.search(bericht.tekst):
            dispatcher.utter_message(json_message=Antwoord("vraag", teksten().zinnen["wat_klopt_niet"]).to_json())
            return []
        return _zeg_vaste_tekst(bericht.intent, dispatcher, tracker)


class ActionOpnieuw(Action):  # type: ignore[misc]
    """Forgets what was said, outside a check."""

    def name(self) -> str:
        return "action_opnieuw"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        dispatcher.utter_message(json_message=teksten().vast["opnieuw"].to_json())
        leeg = dict.fromkeys(("gegevens", "gemeente", "gezegd", "verduidelijkt", "onderwerp", "check"))
        return slots({**leeg, "aanbod_check": False, "uitkomst_gegeven": False}, tracker)


class ActionWaarom(Action):  # type: ignore[misc]
    """ "Waarom niet?" while nothing is asked: the trail of the verdict, or more of the answer given last."""

    def name(self) -> str:
        return "action_waarom"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht = Bericht.uit(tracker.latest_message)
        if over := over_de_uitkomst(bericht, Geheugen.uit(tracker)):
            dispatcher.utter_message(json_message=over.to_json())
            return []
        if tracker.get_slot("onderwerp") and leans_on_earlier(bericht.tekst):
            dispatcher.utter_message(json_message=(await beleid_bij(bericht, tracker)).antwoord.to_json())
            return []
        return _zeg_vaste_tekst("waarom_vraagt_u", dispatcher, tracker)


def _zeg_vaste_tekst(intent: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    for antwoord in vaste_antwoorden(intent):
        dispatcher.utter_message(json_message=antwoord.to_json())
    return slots({"aanbod_check": False, "verduidelijkt": None}, tracker)


def _ander_gegeven(bericht: Bericht, geheugen: Geheugen) -> bool:
    """Whether the verdict given last is asked for again with another value."""
    if geheugen.check is None:
        return False
    stand = geheugen.stand(geheugen.check)
    if not geheugen.uitkomst_gegeven and not (stand.klaar and veronderstelt(bericht)):
        return False
    return is_ander_gegeven(bericht, stand, de_check(geheugen.check))


def _feit_na_aanbod(bericht: Bericht, geheugen: Geheugen) -> bool:
    """Whether the offer of a check is taken up by beginning to fill it in: "300 m², in Enschede"."""
    return geheugen.aangeboden and bericht.intent == "geef_gegevens" and not bericht.is_vraag


def _aanbod(beleid: Beleidsantwoord, bericht: Bericht, geheugen: Geheugen) -> tuple[str, ...]:
    """The checks to offer: the question is about what they are about, in the municipality that they are of."""
    genoemd = bericht.eerste("gemeente") or (beleid.onderwerp.gemeente if beleid.onderwerp else None)
    gemeente = genoemd or bericht.metadata.get("gemeente") or geheugen.gemeente
    past = [naam for naam in passende_checks(beleid.vraag) if gemeente in (None, eigen_gemeente(de_check(naam)))]
    return tuple(past[:MEESTE_AANBOD])


def _bedoelt_u(
    beleid: Beleidsantwoord, bericht: Bericht, geheugen: Geheugen, checks: tuple[str, ...]
) -> Antwoord | None:
    """The question what was meant: not understood, not in the policy, and not asked just before."""
    if bericht.intent != _ONZEKER or beleid.antwoord.soort != "geen_antwoord" or geheugen.verduidelijkt:
        return None
    kandidaten = checks or mogelijke_checks(bericht)[:MEESTE_AANBOD]
    return welke_check(kandidaten, "bedoelt_u", teksten().knoppen["beleid"]) if kandidaten else None
