"""Three changes to Rasa 3.6 that make a turn with an action about four times as fast. `install()` after importing rasa.

tests/bot/test_patches.py holds Rasa to the code that these replace, so that an upgrade cannot pass them by unseen.
"""

from typing import Any

import aiohttp
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import ClientResponseError, EndpointConfig, concat_url

from bot import logboek


def install() -> None:
    """Put the three changes in place; a second call changes nothing."""
    RemoteAction._validate_action_result = _trust_action_result
    RemoteAction._action_call_format = _action_call_format
    EndpointConfig.request = _request


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
