"""The changes to Rasa: each holds, and replaces something that is still there."""

import asyncio
import inspect

import aiohttp
import pytest
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    FollowupAction,
    LoopInterrupted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

STOCK = {
    "validate": RemoteAction._validate_action_result,
    "format": RemoteAction._action_call_format,
    "request": EndpointConfig.request,
    "run": DaskGraphRunner.run,
    "soort": Event.resolve_by_type,
    "regels": RulePolicy._find_action_from_rules,
    "lees": MessageProcessor.parse_message,
    "volgende": MessageProcessor._predict_next_with_tracker,
    "slots": MessageProcessor.run_action_extract_slots,
    "kopie": DialogueStateTracker.copy,
}

from bot import patches  # noqa: E402 - after the stock methods were noted


def test_what_is_replaced_has_the_same_parameters() -> None:
    assert list(inspect.signature(STOCK["validate"]).parameters) == ["self", "result"]
    assert list(inspect.signature(STOCK["format"]).parameters) == ["self", "tracker", "domain"]
    assert list(inspect.signature(STOCK["request"]).parameters)[:3] == ["self", "method", "subpath"]
    regels = ["self", "tracker", "domain", "use_text_for_last_user_input"]
    assert list(inspect.signature(STOCK["regels"]).parameters) == regels
    lees = ["self", "message", "tracker", "only_output_properties"]
    assert list(inspect.signature(STOCK["lees"]).parameters) == lees
    assert list(inspect.signature(STOCK["volgende"]).parameters) == ["self", "tracker"]
    assert list(inspect.signature(STOCK["slots"]).parameters) == ["self", "output_channel", "tracker"]
    assert list(inspect.signature(STOCK["kopie"]).parameters) == ["self"]


def test_a_call_carries_slots_and_the_latest_message_but_no_history() -> None:
    patches.install()
    domain = Domain.from_dict({"slots": {"gemeente": {"type": "any", "mappings": [{"type": "custom"}]}}})
    tracker = DialogueStateTracker.from_events(
        "a", [UserUttered("hallo"), SlotSet("gemeente", "enschede")], slots=domain.slots
    )
    call = RemoteAction("action_x", EndpointConfig("http://x"))._action_call_format(tracker, domain)
    assert call["tracker"]["slots"]["gemeente"] == "enschede"
    assert call["tracker"]["latest_message"]["text"] == "hallo"
    assert call["tracker"]["events"] == []
    assert call["next_action"] == "action_x"


def test_one_connection_for_many_calls_and_one_more_try_when_it_was_closed() -> None:
    patches.install()
    peers: list[object] = []

    async def answer(request: web.Request) -> web.Response:
        peers.append(request.transport.get_extra_info("peername"))
        if len(peers) == 3:
            request.transport.close()  # the third call finds its connection cut
        return web.json_response({"nummer": len(peers)})

    async def play() -> "list[int]":
        app = web.Application()
        app.router.add_post("/webhook", answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        endpoint = EndpointConfig(f"http://127.0.0.1:{port}/webhook")
        numbers = [(await endpoint.request(json={}, timeout=5))["nummer"] for _ in range(3)]
        await patches.close()
        await runner.cleanup()
        return numbers

    assert asyncio.run(play()) == [1, 2, 4]
    assert peers[0] == peers[1] != peers[3]


def test_a_refused_connection_is_an_error() -> None:
    patches.install()

    async def play() -> None:
        try:
            await EndpointConfig("http://127.0.0.1:9/webhook").request(json={})
        finally:
            await patches.close()

    try:
        asyncio.run(play())
    except aiohttp.ClientConnectionError:
        return
    raise AssertionError("no error")


class Node:
    """A component of a graph: adds its own name to what it needs."""

    def __init__(self, naam: str) -> None:
        self.naam = naam

    def __call__(self, *nodig: "tuple[str, str]") -> "tuple[str, str]":
        if self.naam == "kapot":
            raise RuntimeError("kapot")
        return self.naam, f"{self.naam}({', '.join(waarde for _, waarde in nodig)})"


def runner(**needs: "list[str]") -> DaskGraphRunner:
    """A graph of nodes: name -> the nodes or inputs that it needs."""
    schema = GraphSchema(
        {
            naam: SchemaNode(
                {str(n): bron for n, bron in enumerate(bronnen)}, Node, "create", "run", {}, is_target=True
            )
            for naam, bronnen in needs.items()
        }
    )
    leeg = object.__new__(DaskGraphRunner)
    leeg._graph_schema, leeg._execution_context = schema, None
    leeg._instantiated_nodes = {naam: Node(naam) for naam in needs}
    return leeg


def test_a_graph_gives_what_dask_gives() -> None:
    graaf = {"d": ["b", "c"], "c": ["a"], "b": ["a", "bericht"], "a": ["bericht"], "los": ["gesprek"]}
    inputs = {"bericht": "hallo", "gesprek": "eerder"}
    for doelen in (["d"], ["c", "los"], ["a"], None):
        assert patches._run(runner(**graaf), inputs, doelen) == STOCK["run"](runner(**graaf), inputs, doelen)


def test_a_component_that_fails_is_an_error_of_the_graph() -> None:
    for run in (STOCK["run"], patches._run):
        with pytest.raises(GraphRunError):
            run(runner(kapot=["bericht"]), {"bericht": "hallo"}, ["kapot"])


def test_events_are_of_the_same_kind() -> None:
    for soort in ("user", "slot", "active_loop", "topic"):
        assert patches._soort(soort) is STOCK["soort"](soort)
    with pytest.raises(ValueError, match="onbekend"):
        patches._soort("onbekend")


def test_rules_on_the_text_of_a_message_are_not_looked_for_and_outside_a_check_each_is_looked_for_once() -> None:
    asked: list[bool] = []
    policy = object.__new__(RulePolicy)
    slot = {"type": "bool", "mappings": [{"type": "custom"}], "influence_conversation": True}
    slots = Domain.from_dict({"slots": {"aanbod_check": slot}}).slots

    def found(intent: str, *events: Event) -> "tuple[str | None, str | None, bool]":
        said = UserUttered("hallo", intent={"name": intent})
        tracker = DialogueStateTracker.from_events("a", [*events, said], slots)
        assert policy._find_action_from_rules(tracker, None, True) == (None, None, False)
        return policy._find_action_from_rules(tracker, None, False)

    patches.install()
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(
            patches,
            "_stock_rules",
            lambda self, tracker, domain, text: asked.append(text) or (str(len(asked)), "", False),
        )
        assert [found("groet"), found("groet")] == [("1", "", False)] * 2
        assert found("bedankt")[0] == "2"
        assert found("groet", SlotSet("aanbod_check", True))[0] == "3"
        assert [found("groet", ActiveLoop("check_form"))[0] for _ in range(2)] == ["4", "5"]
    assert asked == [False] * 5


def test_a_copy_of_a_conversation_is_equal_and_apart() -> None:
    patches.install()
    domain = Domain.from_dict(
        {"slots": {"gemeente": {"type": "any", "mappings": [{"type": "custom"}]}}, "forms": {"f": {}}}
    )
    events = [UserUttered("hallo"), SlotSet("gemeente", "enschede"), ActiveLoop("f"), ActionExecuted("f")]
    tracker = DialogueStateTracker.from_events("a", events, domain.slots)
    other = tracker.copy()
    stock = STOCK["kopie"](tracker)
    assert other == stock == tracker
    assert other.current_state(EventVerbosity.ALL) == stock.current_state(EventVerbosity.ALL)
    other.update_with_events([SlotSet("gemeente", "hengelo"), LoopInterrupted(True)], domain)
    assert (tracker.get_slot("gemeente"), tracker.active_loop.is_interrupted, len(tracker.events)) == (
        "enschede",
        False,
        4,
    )
    assert (other.get_slot("gemeente"), other.active_loop.is_interrupted, len(other.events)) == ("hengelo", True, 6)


def test_after_an_action_of_ours_the_user_has_the_word_unless_it_says_what_follows() -> None:
    domain = Domain.from_dict({"intents": ["groet"], "actions": ["action_beleid"], "forms": {"check_form": {}}})
    processor = object.__new__(MessageProcessor)
    processor.domain = domain
    asked: list[str] = []

    def following(*events: Event) -> "str | None":
        tracker = DialogueStateTracker.from_events("a", list(events), domain.slots)
        prediction = patches._predict_next(processor, tracker)
        return prediction and domain.action_names_or_texts[prediction.max_confidence_index]

    said = (ActionExecuted("action_listen"), UserUttered("hallo", intent={"name": "groet"}))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(patches, "_stock_predict_next", lambda self, tracker: asked.append(tracker.sender_id))
        assert following(*said) is None
        assert following(*said, ActionExecuted("action_beleid"), FollowupAction("check_form")) is None
        assert asked == ["a", "a"]
        assert following(*said, ActionExecuted("action_beleid")) == "action_listen"
        assert following(*said, ActionExecuted("check_form")) == "action_listen"
