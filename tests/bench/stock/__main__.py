"""Our dialogue beside stock Rasa: the same messages over HTTP, by turns.

Stock Rasa calls the action endpoint of our own service, so that the checks and the search behind it are the same work.
Of ours the whole chat is timed: the public interface with its guards, and a conversation that is stored.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from tests.bench.forms import CONVERSATIONS, FORMS
from tests.bench.servers import our_service, processor_time, resident
from tests.bench.stock.chats import Chat, client, to_rasa, to_us
from tests.bench.stock.install import NotInstalledError, install, project
from tests.bench.stock.server import action_endpoint, stock_rasa
from tests.bench.timing import Row, print_ratio, print_table
from tests.e2e.service import children

QUESTIONS = (Path(__file__).parents[1] / "questions.txt").read_text(encoding="utf-8").splitlines()
TARGET = 3  # times faster
WARM_UP = 3  # conversations
SETTLED = 0.03  # seconds after a conversation, in which what is still to be stored is stored


def main() -> None:
    try:
        install()
        folder = project()
    except NotInstalledError as error:
        print(f"\nThe dialogue is not set beside stock Rasa, which cannot be installed here: {error}")
        return
    with our_service() as service, stock_rasa(folder, action_endpoint(service.pid)) as stock:
        memory = resident(service.pid)[1], resident(stock.pid)[0]
        with client(service.address) as one, client(stock.address) as other:
            ours = Chat("ours, POST /v1/berichten", to_us(one), (service.pid, *children(service.pid)))
            theirs = Chat("stock Rasa, REST channel", to_rasa(other), (stock.pid, service.pid))
            parts = [
                by_turns(f"a turn of {naam}", [form] * CONVERSATIONS, ours, theirs) for naam, form in FORMS.items()
            ]
            parts.append(by_turns("a question to the policy", [[question] for question in QUESTIONS], ours, theirs))
    together = [
        Row(rows[0].label, "ms", [ms for row in rows for ms in row.values]) for rows in zip(*parts, strict=True)
    ]
    print_table("all these turns together", *together)
    print_ratio(*together, TARGET)
    print_table(
        "at rest, after the start",
        Row("time until ready, our whole service", "s", [service.ready]),
        Row("time until ready, stock Rasa", "s", [stock.ready]),
        Row("resident memory, our dialogue", "MB", memory[:1]),
        Row("resident memory, stock Rasa", "MB", memory[1:]),
    )


class Talk(NamedTuple):
    """One conversation, by turn: how long each took (ms), what each said, and their processor time on average (ms)."""

    took: list[float]
    said: list[list[str]]
    cost: float


def by_turns(title: str, conversations: Sequence[Sequence[str]], *chats: Chat) -> list[Row]:
    """Every conversation with each, so that a machine that gets busier or quieter does so for both.

    Prints how long a turn takes, which it returns, and what it costs all processes behind it: on a busy machine that
    says more.
    """
    for messages in conversations[:WARM_UP]:
        for chat in chats:
            converse(chat, messages)
    talks = list(zip(*[[converse(chat, messages) for chat in chats] for messages in conversations], strict=True))
    named = list(zip(chats, talks, strict=True))
    took = [Row(chat.label, "ms", [ms for talk in each for ms in talk.took]) for chat, each in named]
    cost = [Row(chat.label, "ms", [talk.cost for talk in each]) for chat, each in named]
    print_table(title, *took)
    print_ratio(*took, TARGET)
    print_table(f"{title}, processor time", *cost)
    print_ratio(*cost, TARGET)
    ours, theirs = ([reply for talk in each for reply in talk.said] for each in talks)
    same = sum(one == other for one, other in zip(ours, theirs, strict=True))
    print(f"  the same reply, to the letter, in {same} of {len(ours)} turns")
    return took


def converse(chat: Chat, messages: Sequence[str]) -> Talk:
    conversation, took, said = str(uuid4()), [], []
    before = processor_time(chat.processes)
    for message in messages:
        began = time.perf_counter()
        said.append(chat.say(conversation, message))
        took.append(1000 * (time.perf_counter() - began))
    time.sleep(SETTLED)
    return Talk(took, said, 1000 * (processor_time(chat.processes) - before) / len(messages))


if __name__ == "__main__":
    main()
