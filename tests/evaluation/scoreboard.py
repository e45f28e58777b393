"""`make eval`: the scoreboard of answer quality, a set at a time, with misses and a curve of right against wrong."""

import argparse
import copy
import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import httpx

from knowledge.library import Library
from knowledge.settings import Settings
from tests.evaluation.measure import ONLY_MEASURED, SETS, Question, Reply, Result, load_questions, run, scores

HISTORY = Path(__file__).parent / "history.jsonl"
GROUPS: dict[str, Callable[[Question], str]] = {
    "document": lambda q: q.document,
    "language": lambda q: q.lang,
    "kind": lambda q: q.kind,
}
THRESHOLDS = (0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7)
OUTCOMES = ("answered right", "answered wrong", "answered refused", "refused rightly")


def asker(library: Library) -> Callable[[Question], Reply]:
    def ask(question: Question) -> Reply:
        passages, antwoord = library.search_and_answer(question.question, question.gemeente, 5)
        return Reply(tuple(passage.tekst for passage in passages), antwoord.soort, antwoord.tekst)

    return ask


def chat_asker(url: str) -> Callable[[Question], Reply]:
    """Asks the running service, each question in a conversation of its own; what counts is its first reply."""
    client = httpx.Client(base_url=url, timeout=30)

    def ask(question: Question) -> Reply:
        town = {"gemeente": question.gemeente} if question.gemeente else {}
        found = client.get("/v1/passages", params={"vraag": question.question, **town}).raise_for_status().json()
        said = client.post("/v1/berichten", json={"bericht": question.question, **town}).raise_for_status().json()
        first = said["antwoorden"][0]
        return Reply(tuple(passage["tekst"] for passage in found["resultaten"]), first["soort"], first["tekst"])

    return ask


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--misses",
        action="store_true",
        help="list every miss with what was returned, but of sets that are only measured",
    )
    parser.add_argument("--record", action="store_true", help="add a line a set to history.jsonl")
    parser.add_argument("--url", help="ask the chat of the service running there, instead of the library")
    options = parser.parse_args()
    library = None if options.url else Library.open()
    for name in SETS:
        questions = load_questions(name)
        results = run(asker(library) if library else chat_asker(options.url), questions)
        _print_table(name, results)
        if library and name == "questions":
            _print_curve(library, questions)
        if options.misses and name not in ONLY_MEASURED:
            _print_misses(results)
        if options.record:
            _record(name, results)


def _print_table(name: str, results: list[Result]) -> None:
    groups = [("all", results)]
    for group, key in GROUPS.items():
        for value in sorted({key(r.question) for r in results}):
            groups.append((f"{group} {value}", [r for r in results if key(r.question) == value]))
    columns = list(scores(results))
    print(f"\n{name:22}{'n':>5}" + "".join(f"{column:>18}" for column in columns))
    for label, members in groups:
        row = scores(members)
        cells = "".join(f"{row[c]:>18.3f}" if c in row else f"{'':>18}" for c in columns)
        print(f"{label:22}{len(members):>5}{cells}")


def curve(library: Library, questions: Sequence[Question]) -> Iterator[tuple[Settings, dict[str, float]]]:
    """The scores at every threshold and at the ones in use, lowest first; every question is ranked once.

    `extract_threshold` moves along, as many times stricter as it is in the settings.
    """
    library, used = copy.copy(library), library._settings
    library._retriever = copy.copy(library._retriever)
    library._retriever.rank = cache(library._retriever.rank)  # type: ignore[method-assign]
    for threshold in sorted({*THRESHOLDS, used.answer_threshold}):
        quoted = min(1, threshold * used.extract_threshold / used.answer_threshold)
        library._settings = replace(used, answer_threshold=threshold, extract_threshold=quoted)
        yield library._settings, scores(run(asker(library), questions))


def _print_curve(library: Library, questions: Sequence[Question]) -> None:
    print(f"\n{'threshold (quote)':22}" + "".join(f"{outcome:>18}" for outcome in OUTCOMES))
    for settings, row in curve(library, questions):
        mark = " *" if settings == library._settings else ""
        label = f"{settings.answer_threshold:.2f} ({settings.extract_threshold:.2f}){mark}"
        print(f"{label:22}" + "".join(f"{row[outcome]:>18.3f}" for outcome in OUTCOMES))
    print("* in use (knowledge/retrieval.yml)")


def _print_misses(results: list[Result]) -> None:
    for r in results:
        if r.verdict == "right" and (r.rank == 1 or not r.question.answerable):
            continue
        print(f"\n{r.question.id} [{r.verdict}, rank {r.rank}] {r.question.question}")
        print(f"  wanted: {r.question.section}: {r.question.quote[:160]} {list(map(list, r.question.must_contain))}")
        print(f"  said ({r.reply.soort}): {r.reply.tekst[:240]}")


def _record(name: str, results: list[Result]) -> None:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    measured = {measure: round(score, 4) for measure, score in scores(results).items()}
    row = {"date": date.today().isoformat(), "commit": commit, "set": name, **measured}
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
