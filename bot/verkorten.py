"""A conversation in memory as short as the next turn needs: Rasa goes through every event of it several times a turn.

What is left out is in the database all the same. Kept are the last turns, and of what came before only what still
holds: the last value of every slot, and how the form under way began. The rules look back one turn
(tests/bot/test_verkorten.py holds the states that they see to those of the whole conversation).
"""

from collections import deque

from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

BEURTEN = 3


def verkort(tracker: DialogueStateTracker) -> None:
    """Leaves out the events of older turns, in place; state and slots stay as they are."""
    events = list(tracker.events)
    beurten = [plaats for plaats, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(beurten) <= BEURTEN:
        return
    begin = beurten[-BEURTEN] - 1  # with the listening that the user broke
    tracker.events = deque([*_geldt_nog(events[:begin]), *events[begin:]], tracker.events.maxlen)


def _geldt_nog(events: "list[Event]") -> "list[Event]":
    """The last value of every slot; and, where a form is under way, the turn that started it: Rasa leaves out the turns
    within a form, so that for the rules this one stands before the last."""
    laatste: dict[str, Event] = {event.key: event for event in events if isinstance(event, SlotSet)}
    blijft = {id(event) for event in laatste.values()}
    vormen = [plaats for plaats, event in enumerate(events) if isinstance(event, ActiveLoop)]
    if vormen and events[vormen[-1]].name is not None:
        gezegd = max(n for n in range(vormen[-1]) if isinstance(events[n], UserUttered))
        start = [event for event in events[gezegd : vormen[-1] + 1] if not isinstance(event, SlotSet)]
        blijft |= {id(event) for event in (*events[gezegd - 1 : gezegd], *start)}
    return [event for event in events if id(event) in blijft]
