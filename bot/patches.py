"""Changes to Rasa 3.6 that make a turn with an action several times as fast. `install()` after importing rasa.

tests/bot/test_patches.py holds Rasa to the code that these replace, so that an upgrade cannot pass them by unseen.
"""

from copy import copy
from functools import cache
from typing import Any

import aiohttp
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import ClientResponseError, EndpointConfig, concat_url

from bot import logboek
from bot.kanaal import Bericht


def install() -> None:
    """Put the changes in place; a second call changes nothing."""
    RemoteAction._validate_action_result = _trust_action_result
    RemoteAction._action_call_format = _action_call_format
    EndpointConfig.request = _request
    DaskGraphRunner.run = _run
    Event.resolve_by_type = staticmethod(_soort)
    RulePolicy._find_action_from_rules = _find_action_from_rules
    MessageProcessor.parse_message = _parse_message
    MessageProcessor._predict_next_with_tracker = _predict_next
    MessageProcessor.run_action_extract_slots = _no_extraction
    DialogueStateTracker.copy = _copy


def _trust_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Stock: builds a JSON Schema of every event type and validates the reply against it, most of the time of a turn.

    The reply is our own action server's on loopback, and rasa-sdk has already built it from typed events.
    """
    return True


def _action_call_format(self: RemoteAction, tracker: DialogueStateTracker, domain: Any) -> dict[str, Any]:
    """Stock: sends every event of the conversation, so that the tenth turn costs more than the first.

    Our actions read slots, the latest message and the active form only; of the domain, nothing.
    """
    state = {**tracker.current_state(EventVerbosity.NONE), "events": []}
    return {"next_action": self._name, "sender_id": tracker.sender_id, "tracker": state, "domain": {}}


def _run(
    self: DaskGraphRunner, inputs: "dict[str, Any] | None" = None, targets: "list[str] | None" = None
) -> "dict[str, Any]":
    """Stock: has dask build, order and schedule the graph of components anew, three times a turn. Here: one after
    another, each after those that it needs."""
    gewenst = targets or self._graph_schema.target_names
    uitvoer: dict[str, Any] = {naam: (naam, waarde) for naam, waarde in (inputs or {}).items()}
    for naam in _volgorde(self, tuple(gewenst)):
        nodig = self._graph_schema.nodes[naam].needs.values()
        try:
            uitvoer[naam] = self._instantiated_nodes[naam](*(uitvoer.get(bron, bron) for bron in nodig))
        except RuntimeError as error:
            raise GraphRunError("Error running runner.") from error
    return dict(uitvoer[naam] for naam in gewenst)


_resolve_by_type = Event.resolve_by_type


@cache
def _soort(type_name: str, default: "type[Event] | None" = None) -> "type[Event] | None":
    """Stock: looks through all classes of events for every event that an action returns; they are all known by now."""
    return _resolve_by_type(type_name, default)


_stock_rules = RulePolicy._find_action_from_rules


def _find_action_from_rules(
    self: RulePolicy, tracker: DialogueStateTracker, domain: Any, use_text_for_last_user_input: bool
) -> "tuple[str | None, str | None, bool]":
    """Stock: first looks for a rule on the very text of the message, then holds the whole conversation to every rule.
    Outside a check, no rule of ours looks at more than the intent and the slots."""
    if use_text_for_last_user_input:
        return None, None, False
    if tracker.active_loop_name is not None:
        return _stock_rules(self, tracker, domain, use_text_for_last_user_input)
    slots = tuple((naam, *slot.as_feature()) for naam, slot in tracker.slots.items() if slot.has_features())
    key = tracker.latest_message.intent.get("name"), slots
    found: dict[Any, tuple[str | None, str | None, bool]] = self.__dict__.setdefault("_found", {})
    if key not in found:
        found[key] = _stock_rules(self, tracker, domain, use_text_for_last_user_input)
    return found[key]


_stock_predict_next = MessageProcessor._predict_next_with_tracker


def _predict_next(self: MessageProcessor, tracker: DialogueStateTracker) -> PolicyPrediction:
    """Stock: after every action asks the policy for the next. No rule of ours has a second action, which
    tests/bot/test_data.py holds them to; an action says itself when another is to follow."""
    done = tracker.latest_action_name in (*self.domain.user_actions, *self.domain.form_names)
    if done and tracker.followup_action is None:
        return PolicyPrediction.for_action_name(self.domain, ACTION_LISTEN_NAME, RulePolicy.__name__)
    return _stock_predict_next(self, tracker)


async def _no_extraction(
    self: MessageProcessor, output_channel: OutputChannel, tracker: DialogueStateTracker
) -> DialogueStateTracker:
    """Stock: fills slots from the message. Ours are filled by actions only (tests/bot/test_data.py)."""
    return tracker


def _copy(self: DialogueStateTracker) -> DialogueStateTracker:
    """Stock: plays the whole conversation again, three times a turn."""
    other = object.__new__(DialogueStateTracker)
    other.__dict__.update(self.__dict__)
    other.slots = {naam: copy(slot) for naam, slot in self.slots.items()}
    other.events = self.events.copy()
    other.active_loop = copy(self.active_loop)
    return other


async def _parse_message(
    self: MessageProcessor,
    message: UserMessage,
    tracker: DialogueStateTracker | None = None,
    only_output_properties: bool = True,
) -> dict[str, Any]:
    """Stock: copies what it read for a log that nobody keeps, and warns of intents and entities that the domain lacks,
    for which it makes an empty domain at every turn; tests/bot/test_data.py holds the domain to them.

    Here it is first awaited what is still to come of the message (bot/kanaal.py).
    """
    if isinstance(message, Bericht):
        await message.vul_aan()
    tracker = tracker or DialogueStateTracker.from_events(message.sender_id, [])
    read: dict[str, Any] = self._parse_message_with_graph(message, tracker, only_output_properties)
    return read


def _volgorde(runner: DaskGraphRunner, gewenst: "tuple[str, ...]") -> "list[str]":
    """The nodes to run for these targets, in an order that works; kept with the runner."""
    bewaard: dict[tuple[str, ...], list[str]] = runner.__dict__.setdefault("_volgorde", {})
    if gewenst not in bewaard:
        nodes = runner._graph_schema.minimal_graph_schema(list(gewenst)).nodes
        bewaard[gewenst] = []
        while len(bewaard[gewenst]) < len(nodes):
            klaar = set(bewaard[gewenst])
            bewaard[gewenst] += [
                naam
                for naam, node in nodes.items()
                if naam not in klaar and klaar >= nodes.keys() & set(node.needs.values())
            ]
    return bewaard[gewenst]


# Below the 5 seconds after which the API's server closes a silent connection.
_KEEP_ALIVE = 4.0
_session: aiohttp.ClientSession | None = None


async def _request(self: EndpointConfig, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
    """Stock: opens a client session, and with it a connection, for every call. Here one session for the process.

    A connection may be closed at the very moment that it is used: then once more. Our actions change nothing but
    slots, which travel in the reply, so that a second call does no harm.
    """
    kwargs.pop("compress", None)
    kwargs.pop("content_type", None)
    kwargs["headers"] = {**(kwargs.get("headers") or {}), **logboek.koppen()}
    url = concat_url(self.url, subpath)
    try:
        return await _call(method, url, **kwargs)
    except aiohttp.ClientConnectionError:
        return await _call(method, url, **kwargs)


async def _call(method: str, url: str, **kwargs: Any) -> Any:
    async with _shared_session().request(method, url, **kwargs) as response:
        if response.status >= 400:
            raise ClientResponseError(response.status, response.reason, await response.content.read())
        return await response.json()


def _shared_session() -> aiohttp.ClientSession:
    global _session
    if _session is None or _session.closed:
        _session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(keepalive_timeout=_KEEP_ALIVE))
    return _session


async def close() -> None:
    """Close the connection to the action server, at the end of the process."""
    if _session is not None:
        await _session.close()
