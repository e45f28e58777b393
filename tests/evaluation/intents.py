"""How well the dialogue tells what somebody wants: `bot/.venv/bin/python -m tests.evaluation.intents`.

Four figures, all over the classifier and the form of the sentence together, as a message passes them: cross-validation
over the training data (five parts, generated variants of one sentence never on both sides) and three tables of
messages that stand in no training data: intents.yml, looked at while patterns were written, and
intents_achtergehouden.yml and intents_derde_ronde.yml, each written when all before it was done. Runs on the Python of
the bot.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from bot import light_rasa

light_rasa.install()

from bot.components.intentiemodel import Instelling, Intentiemodel, leer  # noqa: E402 - Rasa must be light first
from bot.components.zinsvector import Encoder  # noqa: E402
from bot.components.zinsvorm import intent_van_vorm  # noqa: E402

HERE = Path(__file__).parent
NLU = HERE.parents[1] / "bot" / "data" / "nlu"
PARTS = 5
TABLES = {"table": "intents.yml", "held out": "intents_achtergehouden.yml", "third round": "intents_derde_ronde.yml"}


@dataclass(frozen=True)
class Example:
    """`group`: the generated variants of one sentence share it; a sentence that a person wrote has its own."""

    text: str
    intent: str
    group: int


@dataclass(frozen=True)
class Judged:
    text: str
    wanted: str
    found: str
    confidence: float


def training_data() -> list[Example]:
    examples: list[Example] = []
    group = 0
    for path in sorted(NLU.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            group += 1
            for line in filter(None, block["examples"].splitlines()):
                group += path.stem != "gegenereerd"
                examples.append(Example(line.removeprefix("- "), block["intent"], group))
    return examples


def table(name: str) -> list[Example]:
    wanted = yaml.safe_load((HERE / TABLES[name]).read_text(encoding="utf-8"))
    return [Example(text, intent, 0) for intent, texts in wanted.items() for text in texts]


def cross_validate(examples: Sequence[Example], vectors: np.ndarray, setting: Instelling) -> Iterator[Judged]:
    """Every example, judged by a model that learned from the other parts."""
    part = _parts(examples)
    for number in range(PARTS):
        rest, here = np.flatnonzero(part != number), np.flatnonzero(part == number)
        model = leer(vectors[rest], [examples[n].text for n in rest], [examples[n].intent for n in rest], setting)
        yield from judge(model, [examples[n] for n in here], vectors[here])


def judge(model: Intentiemodel, examples: Sequence[Example], vectors: np.ndarray) -> Iterator[Judged]:
    for example, vector in zip(examples, vectors, strict=True):
        chances = model.kansen(vector, example.text)
        best = int(chances.argmax())
        thought, confidence = model.namen[best], float(chances[best])
        found = intent_van_vorm(example.text, thought, confidence) or thought
        yield Judged(example.text, example.intent, found, confidence)


def accuracy(judged: Sequence[Judged]) -> float:
    return sum(each.found == each.wanted for each in judged) / len(judged)


def macro_f1(judged: Sequence[Judged]) -> float:
    """The mean over the intents of the harmonic mean of precision and recall."""
    return float(np.mean([f1(judged, intent) for intent in {each.wanted for each in judged}]))


def f1(judged: Sequence[Judged], intent: str) -> float:
    both = sum(each.wanted == each.found == intent for each in judged)
    either = sum((each.wanted == intent) + (each.found == intent) for each in judged)
    return 2 * both / either


def _parts(examples: Sequence[Example]) -> np.ndarray:
    """A part for every example: the groups of each intent dealt out in turn, in an order of chance."""
    order = np.random.default_rng(1).permutation(max(example.group for example in examples) + 1)
    part = np.zeros(len(examples), int)
    for intent in {example.intent for example in examples}:
        groups = sorted({example.group for example in examples if example.intent == intent}, key=lambda g: order[g])
        place = {group: number % PARTS for number, group in enumerate(groups)}
        for number, example in enumerate(examples):
            if example.intent == intent:
                part[number] = place[example.group]
    return part


def measure() -> dict[str, list[Judged]]:
    """`cross-validated` and the tables, in that order."""
    examples, others = training_data(), {name: table(name) for name in TABLES}
    encoder, setting = Encoder(), Instelling()
    learned = encoder([example.text for example in examples])
    model = leer(learned, [e.text for e in examples], [e.intent for e in examples], setting)
    measured = {"cross-validated": list(cross_validate(examples, learned, setting))}
    for name, rows in others.items():
        measured[name] = list(judge(model, rows, encoder([row.text for row in rows])))
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what cross-validation misses as well")
    options = parser.parse_args()
    measured = measure()
    print(f"\n{'what somebody wants':26}{'n':>5}{'accuracy':>10}{'macro F1':>10}")
    for name, judged in measured.items():
        print(f"{name:26}{len(judged):>5}{accuracy(judged):>10.3f}{macro_f1(judged):>10.3f}")
    print(f"\n{'F1, cross-validated':26}")
    for intent in sorted({each.wanted for each in measured["cross-validated"]}):
        print(f"  {intent:24}{f1(measured['cross-validated'], intent):>10.3f}")
    for name, judged in measured.items():
        for each in judged if options.misses or name in TABLES else ():
            if each.found != each.wanted:
                print(f"    {name}: {each.wanted} -> {each.found} ({each.confidence:.2f}): {each.text}")


if __name__ == "__main__":
    main()
