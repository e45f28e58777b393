"""The simulated users of every behaviour end in the right verdict, and there are enough of them."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "conversations"))

from simulated_user import CHECKS, gesprekken_per_gedrag

from tests.evaluation.conversations import play, share

ENOUGH, FLOOR = 120, 0.95


def test_enough_conversations_end_in_the_right_verdict(service):
    played = list(play(service.say, gesprekken_per_gedrag()))
    wrong = [f"{each.conversation.naam}: {each.wrong}\n{each.transcript}" for each in played if each.wrong]
    assert share(played) >= FLOOR, "\n\n".join(wrong)


def test_there_are_enough_conversations_over_all_checks():
    per_behaviour = gesprekken_per_gedrag()
    assert set(CHECKS) < set(per_behaviour)
    assert sum(map(len, per_behaviour.values())) >= ENOUGH
