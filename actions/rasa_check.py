"""The bot's hands in a check: one turn of the form, for any check, up to the verdict."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.beleidsvraag import Onderwerp
from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.beginnen import begin
from actions.gesprek.checkteksten import checkteksten
from actions.gesprek.gemeenten import eigen_gemeente
from actions.gesprek.kiezen import andere_check, kies
from actions.gesprek.na_uitkomst import is_vervolg
from actions.gesprek.stand import Stand
from actions.gesprek.stap import zet_stap
from actions.gesprek.vaste_teksten import vaste_antwoorden
from actions.gesprek.verder import Stap
from actions.gesprek.vertellen import vertel
from actions.gesprek.vragen import vraag, welke_check
from actions.gespreksteksten import teksten
from actions.rasa_slots import Domain, Events, Geheugen, beleid_bij, de_check, onderwerp_slot, slots
from actions.uitkomst import NIET_VAN_TOEPASSING
from knowledge.antwoord import Antwoord

_GEEN_CHECK: Mapping[str, Any] = {"aanbod_check": False, "uitkomst_gegeven": False}


class ValidateCheckForm(Action):  # type: ignore[misc]
    """Takes in the message and asks what the check still needs, or gives the verdict. Without a check: asks which."""

    def name(self) -> str:
        return "validate_check_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        bericht, geheugen = Bericht.uit(tracker.latest_message), Geheugen.uit(tracker)
        if geheugen.gevraagd is None or geheugen.check is None:
            return self._begin(bericht, geheugen, dispatcher, tracker)
        if (anders := andere_check(bericht, geheugen.check)) is not None:
            return self._wissel(anders, bericht, geheugen, dispatcher, tracker)
        check = de_check(geheugen.check)
        stap = zet_stap(bericht, geheugen.stand(check.naam), check)
        onthouden = _onderwerp(check) if bericht.intent == "opnieuw" else {}
        if stap.beleidsvraag:
            beleid = await beleid_bij(bericht, tracker)
            onthouden = onderwerp_slot(beleid)
            dispatcher.utter_message(json_message=beleid.antwoord.to_json())
        if stap.vaste_tekst is not None:
            gezegd = vaste_antwoorden(stap.vaste_tekst)
            for antwoord in gezegd:
                dispatcher.utter_message(json_message=antwoord.to_json())
            if any(antwoord.soort == "doorverwijzing" for antwoord in gezegd):
                # The API asks now whether to hand over: a "ja" must not answer two questions. The form waits.
                return [*_form({}, tracker), SlotSet("requested_slot", stap.stand.gevraagd)]
        return _zeg(stap, check, geheugen, onthouden, dispatcher, tracker)

    def _begin(
        self, bericht: Bericht, geheugen: Geheugen, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> Events:
        """The plan that starts a check, or another value after its verdict."""
        keuze = kies(bericht, geheugen.check, geheugen.aangeboden)
        if keuze.check is None:
            dispatcher.utter_message(json_message=welke_check(keuze.kandidaten).to_json())
            return _eind({**_GEEN_CHECK, "verduidelijkt": bericht.tekst}, tracker)
        check = de_check(keuze.check)
        stap = begin(bericht, _eerder(bericht, geheugen, check), geheugen.gezegd, check)
        return _zeg(stap, check, geheugen, {"gezegd": None, **_onderwerp(check)}, dispatcher, tracker)

    def _wissel(
        self, naam: str, bericht: Bericht, geheugen: Geheugen, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> Events:
        """To another check; what is known of this one is kept."""
        check = de_check(naam)
        stap = begin(bericht, _eerder(bericht, replace(geheugen, gevraagd=None), check), (), check)
        zin = teksten().zinnen["andere_check"].format(kort=checkteksten()[naam].kort)
        stap = replace(stap, meldingen=(zin, *stap.meldingen))
        return _zeg(stap, check, geheugen, _onderwerp(check), dispatcher, tracker)


def _eerder(bericht: Bericht, geheugen: Geheugen, check: Check) -> Stand:
    """What the check starts with: its own facts, unless there is a verdict and this is another plan; the municipality
    of the page, or said before, if the check is of there."""
    stand = geheugen.stand(check.naam)
    vervolg = geheugen.uitkomst_gegeven and is_vervolg(bericht, stand, check)  # "en mijn huis 80"
    if stand.klaar and bericht.intent.startswith(("start_", "bevestig")) and not vervolg:
        stand = Stand()
    velden = {veld: waarde for veld, waarde in stand.velden.items() if veld != "gemeente"}
    if pagina := bericht.metadata.get("gemeente"):
        velden["gemeente"] = pagina
    elif geheugen.gemeente == eigen_gemeente(check):
        velden["gemeente"] = geheugen.gemeente
    return replace(stand, velden=velden, gevraagd=None)


def _zeg(
    stap: Stap,
    check: Check,
    geheugen: Geheugen,
    onthouden: Mapping[str, Any],
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
) -> Events:
    """Says what comes of the step, and remembers it."""
    if stap.afgebroken:
        dispatcher.utter_message(json_message=Antwoord("melding", " ".join(stap.meldingen)).to_json())
        gegevens = {naam: bewaard for naam, bewaard in geheugen.gegevens.items() if naam != check.naam}
        return _eind({**_GEEN_CHECK, "check": None, "gegevens": gegevens or None, "gemeente": None}, tracker)
    velden = dict(stap.stand.velden)
    gemeente = velden.pop("gemeente", None)
    bewaard = replace(stap.stand, velden=velden).bewaar()
    blijft = {**onthouden, "check": check.naam, "gegevens": {**geheugen.gegevens, check.naam: bewaard}}
    blijft |= {"gemeente": gemeente, "verduidelijkt": None, "aanbod_check": False, "uitkomst_gegeven": False}
    if stap.opgegeven:
        knoppen = (teksten().knoppen["medewerker"], checkteksten()[check.naam].knop)
        antwoord = Antwoord("doorverwijzing", " ".join(stap.meldingen), knoppen=knoppen)
        dispatcher.utter_message(json_message=antwoord.to_json())
        return _eind(blijft, tracker)
    if stap.stand.gevraagd is not None:
        uitkomst = stap.uitkomst or check.beoordeel(stap.stand.velden)
        dispatcher.utter_message(json_message=vraag(stap.stand, check, uitkomst, stap.meldingen))
        return [*_form(blijft, tracker), SlotSet("requested_slot", stap.stand.gevraagd)]
    if stap.uitkomst is None:
        raise RuntimeError("a step without a question has a verdict")
    if stap.meldingen:
        dispatcher.utter_message(json_message=Antwoord("melding", " ".join(stap.meldingen)).to_json())
    dispatcher.utter_message(json_message=vertel(stap.uitkomst, stap.stand, check).to_json())
    if stap.uitkomst.oordeel == NIET_VAN_TOEPASSING:
        blijft["gemeente"] = None  # asked again for the next plan
    return _eind({**blijft, "uitkomst_gegeven": True, **_onderwerp(check)}, tracker)


def _onderwerp(check: Check) -> dict[str, Any]:
    """Who fills in a check, or has its verdict, talks about what the check is about."""
    return {"onderwerp": Onderwerp(checkteksten()[check.naam].onderwerp).slot()}


def _form(waarden: Mapping[str, Any], tracker: Tracker) -> Events:
    """`check` is always set, since a form that sets nothing counts as one that understood nothing."""
    check = {"check": tracker.get_slot("check"), **waarden}["check"]
    rest = {naam: waarde for naam, waarde in waarden.items() if naam != "check"}
    return [SlotSet("check", check), *slots(rest, tracker)]


def _eind(waarden: Mapping[str, Any], tracker: Tracker) -> Events:
    """The form ends: nothing is asked any more."""
    return [*_form(waarden, tracker), SlotSet("requested_slot", None)]
