"""Simulated users: the share of the conversations in tests/conversations that end in the right verdict.

`python -m tests.evaluation.conversations` starts the assistant on a free port, as `make run` does, with data of its
own, plays every conversation and prints the transcript of each that goes wrong.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
HELD_OUT = "held out"
sys.path += [str(ROOT / "tests" / "conversations"), str(ROOT / "tests" / "e2e")]

from service import Service, start, stop  # noqa: E402 - their folders are put on the path first
from simulated_user import (  # noqa: E402
    Gesprek,
    Send,
    gesprekken_per_gedrag,
    lees_gesprekken,
    speel,
    verloop,
)

from api.ports import free_port  # noqa: E402


@dataclass(frozen=True)
class Played:
    """`wrong` says what went otherwise than it should; empty when the conversation ended right."""

    behaviour: str
    conversation: Gesprek
    wrong: str
    transcript: str


def play(send: Send, per_behaviour: Mapping[str, Sequence[Gesprek]]) -> Iterator[Played]:
    for behaviour, conversations in per_behaviour.items():
        for conversation in conversations:
            turns: list[tuple[str, dict]] = []
            try:
                report = speel(conversation, send, turns)
                right = report.oordeel == conversation.oordeel
                wrong = "" if right else f"verdict {report.oordeel}, should be {conversation.oordeel}"
            except AssertionError as error:
                wrong = str(error)
            yield Played(behaviour, conversation, wrong, verloop(turns))


def share(played: Sequence[Played]) -> float:
    return sum(not each.wrong for each in played) / len(played)


def main() -> None:
    port = free_port()
    with tempfile.TemporaryDirectory() as data:
        process = start(["-m", "api", "--port", str(port)], Path(data))
        try:
            assert process.stdout is not None
            process.stdout.readline()  # says that it is ready
            measured_only = lees_gesprekken(Path(__file__).with_name("gesprekken_laatste_ronde.yml"))
            everything = {**gesprekken_per_gedrag(), HELD_OUT: measured_only}
            played = list(play(Service(process, f"http://127.0.0.1:{port}").say, everything))
        finally:
            stop(process)
    print(f"\n{'simulated conversations':26}{'n':>5}{'right':>8}")
    for behaviour in dict.fromkeys(each.behaviour for each in played):
        part = [each for each in played if each.behaviour == behaviour]
        print(f"  {behaviour:24}{len(part):>5}{share(part):>8.3f}")
    seen = [each for each in played if each.behaviour != HELD_OUT]
    print(f"{'all but the held out':26}{len(seen):>5}{share(seen):>8.3f}")
    for each in played:
        if each.wrong and each.behaviour != HELD_OUT:  # those are only measured: see README.md
            print(f"\n{each.behaviour}: {each.conversation.naam}: {each.wrong}\n{each.transcript}")


if __name__ == "__main__":
    main()
