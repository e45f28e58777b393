"""The bot's hands in the check `werken-aan-huis`: one turn of the form, and the verdict."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoord_lezen import Stand
from actions.beleidsvraag import Onderwerp
from actions.bericht import Bericht
from actions.gespreksteksten import teksten
from actions.rasa_slots import Domain, Events, beleid_bij, de_check, leeg, onderwerp_slot, slots, velden
from actions.stap import Gesprek, Stap, zet_stap
from actions.uitkomst import NIET_VAN_TOEPASSING, ONVOLLEDIG, Uitkomst
from actions.vraag_stellen import vraag
from knowledge.antwoord import Antwoord, Knop
from knowledge.bron import Bron

_MEESTE_BRONNEN = 3
_MEDEWERKER = ("Ik wil een medewerker spreken", "Ik wil een medewerker spreken")


class ValidateWerkenAanHuisForm(Action):  # type: ignore[misc]
    """One turn of the check: takes in the message and asks what is still needed."""

    def name(self) -> str:
        return "validate_werken_aan_huis_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht, check = Bericht.uit(tracker.latest_message), de_check()
        stap = zet_stap(bericht, _gesprek(bericht, tracker), check)
        begint = tracker.get_slot("requested_slot") is None or bericht.intent == "opnieuw"
        onderwerp = _van_de_check() if begint else {}
        if stap.beleidsvraag:
            beleid = await beleid_bij(bericht, tracker)
            onderwerp = onderwerp_slot(beleid)
            dispatcher.utter_message(json_message=beleid.antwoord.to_json())
        if stap.vaste_tekst is not None:
            dispatcher.utter_message(json_message=teksten().vast[stap.vaste_tekst].to_json())
        if stap.vraag is not None:
            dispatcher.utter_message(json_message=vraag(stap.vraag, check, *stap.meldingen))
        elif stap.meldingen:
            dispatcher.utter_message(json_message=Antwoord("melding", " ".join(stap.meldingen)).to_json())
        return [*_na(stap, tracker), *slots(onderwerp), SlotSet("requested_slot", stap.vraag)]


class ActionWerkenAanHuisUitkomst(Action):  # type: ignore[misc]
    """Gives the verdict when the form is done. The fields stay, so that "en als het 60 m² is?" can be asked."""

    def name(self) -> str:
        return "action_werken_aan_huis_uitkomst"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        if tracker.get_slot("afgebroken"):
            return slots({**leeg(), "aanbod_check": False, "uitkomst_gegeven": False})
        uitkomst = de_check().beoordeel(velden(tracker))
        if uitkomst.oordeel == ONVOLLEDIG:
            raise RuntimeError(f"the form ended while the check still needs {uitkomst.ontbreekt}")
        dispatcher.utter_message(json_message=_uitkomst(uitkomst).to_json())
        gegeven = {"aanbod_check": False, "uitkomst_gegeven": True, "laatste_veld": "bedrijfOppervlakteM2"}
        return slots({**gegeven, **_van_de_check()})


def _gesprek(bericht: Bericht, tracker: Tracker) -> Gesprek:
    bekend = velden(tracker)
    if bericht.metadata.get("gemeente") and "gemeente" not in bekend:
        bekend["gemeente"] = bericht.metadata["gemeente"]
    gevraagd = tracker.get_slot("requested_slot")
    if gevraagd is None and tracker.get_slot("uitkomst_gegeven") and bericht.intent != "geef_gegevens":
        bekend = {"gemeente": bekend["gemeente"]} if "gemeente" in bekend else {}  # another plan, from the start
    stand = Stand(bekend, gevraagd, tracker.get_slot("laatste_veld"), tracker.get_slot("deelVanWoning"))
    return Gesprek(stand, tuple(tracker.get_slot("overgeslagen") or ()))


def _na(stap: Stap, tracker: Tracker) -> Events:
    """Only what changes: every slot that is set is an event that Rasa goes through at every later turn. `afgebroken` is
    always set, since a form that sets nothing counts as one that understood nothing."""
    onthouden = {
        **leeg(),
        **stap.velden,
        "laatste_veld": stap.laatste,
        "deelVanWoning": stap.deel,
        "overgeslagen": list(stap.overgeslagen) or None,
        "afgebroken": None,
    }
    veranderd = {naam: waarde for naam, waarde in onthouden.items() if waarde != tracker.get_slot(naam)}
    return slots({**veranderd, "afgebroken": stap.afgebroken or None})


def _van_de_check() -> dict[str, Any]:
    """Who fills in the check, or has its verdict, talks about what the check is about."""
    return {"onderwerp": Onderwerp(teksten().check["onderwerp"]).slot()}


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
