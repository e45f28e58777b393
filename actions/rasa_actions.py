"""The bot's hands: every action class of the dialogue. An action reads slots, calls a function, sets slots, says
something.

What is said is one Antwoord, as `custom` JSON of a Rasa message; `verwacht` beside it names the field that is asked.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoord_lezen import Stand
from actions.beleidsvraag import Beleidsantwoord, Onderwerp, beantwoord
from actions.bericht import Bericht
from actions.checks import Check
from actions.gespreksteksten import teksten
from actions.omgeving import omgeving
from actions.stap import Gesprek, Stap, feiten, zet_stap
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, Uitkomst
from actions.vraag_stellen import vraag
from knowledge.antwoord import Antwoord, Knop, Soort
from knowledge.bron import Bron
from knowledge.message import leans_on_earlier

WERKEN_AAN_HUIS = "werken-aan-huis"
VELDEN = (
    "gemeente",
    "activiteit",
    "activiteitCategorie",
    "bewoner",
    "woningOppervlakteM2",
    "bedrijfOppervlakteM2",
    "bezoekersKantooruren",
    "bezoekersBuitenKantooruren",
)
_MEESTE_BRONNEN = 3

Events = list[dict[str, Any]]
Domain = dict[str, Any]


class ActionBeleid(Action):  # type: ignore[misc]
    """Answers a question from the policy, and offers the check when the question is about working from home."""

    def name(self) -> str:
        return "action_beleid"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht = Bericht.uit(tracker.latest_message)
        beleid = await _beleid(bericht, tracker)
        antwoord, check = beleid.antwoord, _check()
        if bericht.intent == "geef_gegevens" and not bericht.is_vraag and antwoord.soort == "geen_antwoord":
            return _zeg_vaste_tekst(bericht.intent, dispatcher)  # an answer, while nothing was asked
        aanbod = _past_aanbod(beleid, bericht, tracker, check)
        if aanbod:
            antwoord = replace(antwoord, knoppen=(*antwoord.knoppen, teksten().aanbod_knop))
        dispatcher.utter_message(json_message=antwoord.to_json())
        onthouden = feiten(bericht, _velden(tracker), check) if aanbod else {}
        # After a follow-up on a verdict, "en als het 60 m² is?" still asks for another.
        uitkomst = bool(tracker.get_slot("uitkomst_gegeven")) and leans_on_earlier(bericht.tekst)
        return _slots({**onthouden, **_onderwerp(beleid), "aanbod_check": aanbod, "uitkomst_gegeven": uitkomst})


class ActionWaarom(Action):  # type: ignore[misc]
    """ "Waarom niet?" while nothing is asked: the grounds of the verdict, or more of the answer given last."""

    def name(self) -> str:
        return "action_waarom"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht = Bericht.uit(tracker.latest_message)
        if tracker.get_slot("uitkomst_gegeven"):
            uitkomst = _check().beoordeel(_velden(tracker))
            bronnen = _gronden(uitkomst)
            soort: Soort = "antwoord" if bronnen else "melding"
            dispatcher.utter_message(json_message=Antwoord(soort, uitkomst.samenvatting, bronnen).to_json())
            return []
        if tracker.get_slot("onderwerp") and leans_on_earlier(bericht.tekst):
            dispatcher.utter_message(json_message=(await _beleid(bericht, tracker)).antwoord.to_json())
            return []
        return _zeg_vaste_tekst("waarom_vraagt_u", dispatcher)


class ActionVasteTekst(Action):  # type: ignore[misc]
    """Says the fixed reply that belongs to the intent."""

    def name(self) -> str:
        return "action_vaste_tekst"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        return _zeg_vaste_tekst(Bericht.uit(tracker.latest_message).intent, dispatcher)


class ActionOpnieuw(Action):  # type: ignore[misc]
    """Forgets what was filled in, outside the check."""

    def name(self) -> str:
        return "action_opnieuw"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        dispatcher.utter_message(json_message=teksten().vast["opnieuw"].to_json())
        return _slots({**_leeg(), "onderwerp": None, "aanbod_check": True, "uitkomst_gegeven": False})


class ValidateWerkenAanHuisForm(Action):  # type: ignore[misc]
    """One turn of the check: takes in the message and asks what is still needed."""

    def name(self) -> str:
        return "validate_werken_aan_huis_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht, check = Bericht.uit(tracker.latest_message), _check()
        stap = zet_stap(bericht, _gesprek(bericht, tracker), check)
        onderwerp = _van_de_check() if tracker.get_slot("requested_slot") is None else {}
        if stap.beleidsvraag:
            beleid = await _beleid(bericht, tracker)
            onderwerp = _onderwerp(beleid)
            dispatcher.utter_message(json_message=beleid.antwoord.to_json())
        if stap.vaste_tekst is not None:
            dispatcher.utter_message(json_message=teksten().vast[stap.vaste_tekst].to_json())
        if stap.vraag is not None:
            dispatcher.utter_message(json_message=vraag(stap.vraag, check, *stap.meldingen))
        elif stap.meldingen:
            dispatcher.utter_message(json_message=Antwoord("melding", " ".join(stap.meldingen)).to_json())
        return [*_na(stap, tracker), *_slots(onderwerp), SlotSet("requested_slot", stap.vraag)]


class ActionWerkenAanHuisUitkomst(Action):  # type: ignore[misc]
    """Gives the verdict when the form is done. The fields stay, so that "en als het 60 m² is?" can be asked."""

    def name(self) -> str:
        return "action_werken_aan_huis_uitkomst"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        if tracker.get_slot("afgebroken"):
            return _slots({**_leeg(), "aanbod_check": False, "uitkomst_gegeven": False})
        uitkomst = _check().beoordeel(_velden(tracker))
        if uitkomst.oordeel == ONVOLLEDIG:
            raise RuntimeError(f"the form ended while the check still needs {uitkomst.ontbreekt}")
        dispatcher.utter_message(json_message=_uitkomst(uitkomst).to_json())
        gegeven = {"aanbod_check": False, "uitkomst_gegeven": True, "laatste_veld": "bedrijfOppervlakteM2"}
        return _slots({**gegeven, **_van_de_check()})


def _zeg_vaste_tekst(intent: str, dispatcher: CollectingDispatcher) -> Events:
    antwoord = teksten().vast[intent]
    dispatcher.utter_message(json_message=antwoord.to_json())
    aanbod = any(knop.bericht == teksten().aanbod_knop.bericht for knop in antwoord.knoppen)
    return _slots({"aanbod_check": aanbod})


def _check() -> Check:
    return omgeving().checks[WERKEN_AAN_HUIS]


async def _beleid(bericht: Bericht, tracker: Tracker) -> Beleidsantwoord:
    gemeente: Any = bericht.metadata.get("gemeente") or tracker.get_slot("gemeente")
    return await beantwoord(bericht, Onderwerp.uit(tracker.get_slot("onderwerp")), gemeente)


def _onderwerp(beleid: Beleidsantwoord) -> dict[str, Any]:
    return {"onderwerp": beleid.onderwerp.slot() if beleid.onderwerp else None}


def _van_de_check() -> dict[str, Any]:
    """Who fills in the check, or has its verdict, talks about what the check is about."""
    return {"onderwerp": Onderwerp(teksten().check["onderwerp"]).slot()}


def _past_aanbod(beleid: Beleidsantwoord, bericht: Bericht, tracker: Tracker, check: Check) -> bool:
    """Whether to offer the check: the question is about working from home, in a municipality that the check covers."""
    genoemd = bericht.eerste("gemeente") or (beleid.onderwerp.gemeente if beleid.onderwerp else None)
    gemeente = genoemd or bericht.metadata.get("gemeente") or tracker.get_slot("gemeente")
    if gemeente is not None and (
        gemeente == "anders" or check.beoordeel({"gemeente": gemeente}).oordeel == NIET_VAN_TOEPASSING
    ):
        return False
    return any(woord in beleid.vraag.lower() for woord in teksten().aanbod_woorden)


def _gesprek(bericht: Bericht, tracker: Tracker) -> Gesprek:
    velden = _velden(tracker)
    if bericht.metadata.get("gemeente") and "gemeente" not in velden:
        velden["gemeente"] = bericht.metadata["gemeente"]
    gevraagd = tracker.get_slot("requested_slot")
    if gevraagd is None and tracker.get_slot("uitkomst_gegeven") and bericht.intent != "geef_gegevens":
        velden = {"gemeente": velden["gemeente"]} if "gemeente" in velden else {}  # another plan, from the start
    stand = Stand(velden, gevraagd, tracker.get_slot("laatste_veld"), tracker.get_slot("deelVanWoning"))
    return Gesprek(stand, tuple(tracker.get_slot("overgeslagen") or ()))


def _na(stap: Stap, tracker: Tracker) -> Events:
    """Only what changes: every slot that is set is an event that Rasa goes through at every later turn. `afgebroken` is
    always set, since a form that sets nothing counts as one that understood nothing."""
    onthouden = {
        **_leeg(),
        **stap.velden,
        "laatste_veld": stap.laatste,
        "deelVanWoning": stap.deel,
        "overgeslagen": list(stap.overgeslagen) or None,
        "afgebroken": None,
    }
    veranderd = {naam: waarde for naam, waarde in onthouden.items() if waarde != tracker.get_slot(naam)}
    return _slots({**veranderd, "afgebroken": stap.afgebroken or None})


def _velden(tracker: Tracker) -> dict[str, Any]:
    return {veld: tracker.get_slot(veld) for veld in VELDEN if tracker.get_slot(veld) is not None}


def _leeg() -> dict[str, Any]:
    return dict.fromkeys((*VELDEN, "laatste_veld", "deelVanWoning", "overgeslagen", "afgebroken"))


def _slots(waarden: Mapping[str, Any]) -> Events:
    return [SlotSet(naam, waarde) for naam, waarde in waarden.items()]


def _uitkomst(uitkomst: Uitkomst) -> Antwoord:
    """The verdict as a reply."""
    knoppen = [Knop("Nog een plan nagaan", teksten().aanbod_knop.bericht), Knop(*_MEDEWERKER)]
    if uitkomst.oordeel == NIET_VAN_TOEPASSING:  # every other plan there would end the same way
        del knoppen[0]
    return Antwoord("uitkomst", uitkomst.samenvatting, _gronden(uitkomst), tuple(knoppen), uitkomst.to_json())


def _gronden(uitkomst: Uitkomst) -> tuple[Bron, ...]:
    """The citations of the rules that decided."""
    bronnen: dict[Bron, None] = {regel.bron: None for regel in uitkomst.regels if regel.oordeel == uitkomst.oordeel}
    return tuple(bronnen)[:_MEESTE_BRONNEN]


_MEDEWERKER = ("Ik wil een medewerker spreken", "Ik wil een medewerker spreken")
