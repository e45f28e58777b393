"""A conversation that is kept short looks to Rasa's rules like the whole one."""

import copy

import pytest
import yaml
from conftest import ROOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.verkorten import BEURTEN, verkort

GELIJK = 2  # the last states: what a rule of one message looks at


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "bot" / "domain"))


def beurt(intent: str, actie: str, *gevolg: Event) -> "list[Event]":
    gezegd = UserUttered(intent, intent={"name": intent, "confidence": 1.0})
    return [gezegd, ActionExecuted(actie), *gevolg, BotUttered("x"), ActionExecuted("action_listen")]


def in_de_check(nummer: int, veld: "str | None" = "bewoner") -> "list[Event]":
    gegevens = SlotSet("gegevens", {"werken-aan-huis": {"velden": {"woningOppervlakteM2": nummer}}})
    return [SlotSet("check", "werken-aan-huis"), gegevens, SlotSet("requested_slot", veld)]


VRAAG = beurt("vraag_beleid", "action_beleid", SlotSet("aanbod_check", True), SlotSet("onderwerp", {"vraag": "x"}))
GROET = beurt("groet", "action_vaste_tekst", SlotSet("aanbod_check", False))
BEGIN = beurt("start_werken_aan_huis", "check_form", ActiveLoop("check_form"), *in_de_check(1))
EIND = beurt("geef_gegevens", "check_form", *in_de_check(9, None), ActiveLoop(None), SlotSet("uitkomst_gegeven", True))
TUSSEN = [beurt("geef_gegevens", "check_form", *in_de_check(nummer)) for nummer in range(6)]

GESPREKKEN = {
    "vragen": [VRAAG, GROET, VRAAG, VRAAG, GROET, VRAAG],
    "midden in de check": [VRAAG, BEGIN, *TUSSEN],
    "na de uitkomst": [VRAAG, BEGIN, *TUSSEN, EIND],
    "en verder": [BEGIN, *TUSSEN, EIND, GROET, VRAAG, BEGIN, TUSSEN[0], EIND],
    "twee checks": [BEGIN, TUSSEN[0], EIND, BEGIN, TUSSEN[1], TUSSEN[2]],
}
EINDEN = [[], [UserUttered("ja", intent={"name": "bevestig", "confidence": 1.0})]]


@pytest.mark.parametrize("slot", EINDEN, ids=["na ons antwoord", "na een bericht"])
@pytest.mark.parametrize("beurten", GESPREKKEN.values(), ids=GESPREKKEN)
def test_the_rules_see_the_same(domain: Domain, beurten: "list[list[Event]]", slot: "list[Event]") -> None:
    events = [ActionExecuted("action_listen"), *(event for beurt_ in beurten for event in beurt_)]
    heel, kort = (
        DialogueStateTracker.from_events("a", copy.deepcopy(events), slots=copy.deepcopy(domain.slots))
        for _ in range(2)
    )
    verkort(kort)
    for event in slot:
        heel.update(copy.deepcopy(event), domain)
        kort.update(copy.deepcopy(event), domain)
    assert len(kort.events) < len(heel.events)
    assert kort.past_states(domain)[-GELIJK:] == heel.past_states(domain)[-GELIJK:]
    assert kort.current_slot_values() == heel.current_slot_values()
    assert kort.active_loop_name == heel.active_loop_name


def test_no_rule_looks_back_further_than_one_message() -> None:
    regels = yaml.safe_load((ROOT / "bot" / "data" / "regels.yml").read_text())["rules"]
    assert all(sum("intent" in stap for stap in regel["steps"]) <= 1 for regel in regels)
    assert all(sum("action" in stap for stap in regel["steps"]) == 1 for regel in regels)


def test_it_can_be_built_again_from_what_is_kept(domain: Domain) -> None:
    events = [ActionExecuted("action_listen"), *BEGIN, *(event for beurt_ in TUSSEN for event in beurt_)]
    kort = DialogueStateTracker.from_events("a", copy.deepcopy(events), slots=copy.deepcopy(domain.slots))
    verkort(kort)
    nieuw = DialogueStateTracker.from_events("a", list(kort.events), slots=copy.deepcopy(domain.slots))
    assert nieuw.current_slot_values() == kort.current_slot_values()
    assert nieuw.active_loop_name == kort.active_loop_name == "check_form"


def test_a_short_conversation_stays_whole(domain: Domain) -> None:
    events = [ActionExecuted("action_listen"), *(event for beurt_ in [VRAAG] * BEURTEN for event in beurt_)]
    tracker = DialogueStateTracker.from_events("a", events, slots=domain.slots)
    verkort(tracker)
    assert list(tracker.events) == events
    tracker.update(UserUttered("nog een"))
    verkort(tracker)
    assert len(tracker.events) < len(events)
