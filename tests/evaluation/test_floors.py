"""The quality of answers has floors; the measuring questions stay out of what is learned from."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from knowledge.library import Library
from tests.evaluation.measure import (
    DOCUMENTS,
    HERE,
    SETS,
    Question,
    Reply,
    fold,
    holds_quote,
    load_questions,
    run,
    scores,
    word_triples,
)
from tests.evaluation.scoreboard import THRESHOLDS, asker, curve

ROOT = HERE.parents[1]
SOURCES = {"Enschede": "enschede-visie-werklocaties.md", "Hengelo": "hengelo-otb.md"}
ALL = [question for name in SETS for question in load_questions(name)]
LEARNED_FROM = ("knowledge", "actions", "bot/data", "bot/domain")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open()


@pytest.fixture(scope="module")
def measured(library: Library) -> dict[str, float]:
    return scores(run(asker(library), load_questions()))


@pytest.mark.parametrize(("measure", "floor"), yaml.safe_load((HERE / "floors.yml").read_text())["at_least"].items())
def test_no_measure_sinks_below_its_floor(measured: dict[str, float], measure: str, floor: float) -> None:
    assert measured[measure] >= floor


@pytest.mark.parametrize(("measure", "ceiling"), yaml.safe_load((HERE / "floors.yml").read_text())["at_most"].items())
def test_no_error_rises_above_its_ceiling(measured: dict[str, float], measure: str, ceiling: float) -> None:
    assert measured[measure] <= ceiling


def test_the_curve_goes_from_answering_all_to_answering_little(library: Library, measured: dict[str, float]) -> None:
    before = library._settings
    found = list(curve(library, load_questions()))
    refused = [row["answered refused"] for _, row in found]
    assert refused == sorted(refused)
    assert refused[0] <= measured["answered refused"] < refused[-1]
    assert len({settings.answer_threshold for settings, _ in found}) == len(found) >= len(THRESHOLDS)
    assert [row for settings, row in found if settings == before] == [measured]
    assert library._settings is before


def test_no_measuring_question_stands_in_what_is_learned_from() -> None:
    """Nor nearly so: more than 60% of the word triples of a line and a question the same."""
    asked = {q.id: triples for q in ALL if len(triples := word_triples(q.question)) > 1}
    lines = {line for folder in LEARNED_FROM for path in (ROOT / folder).rglob("*.yml") for line in read_lines(path)}
    found = [
        (id_, line)
        for line in lines
        if len(there := word_triples(line)) < 60
        for id_, wanted in asked.items()
        if wanted & there and len(wanted & there) / len(wanted | there) > 0.6
    ]
    assert not found


def read_lines(path: Path) -> list[str]:
    return [] if ".venv" in path.parts else path.read_text(encoding="utf-8").splitlines()


# The sets themselves


def test_every_question_of_our_own_can_be_measured() -> None:
    texts = {name: _plain((ROOT / "knowledge/sources" / file).read_text()) for name, file in SOURCES.items()}
    ours = [question for name in SETS[1:] for question in load_questions(name)]
    assert len({question.id for question in ALL}) == len({question.question for question in ALL}) == len(ALL)
    for question in ours:
        assert question.document in DOCUMENTS.values()
        assert question.answerable == bool(question.quote) == bool(question.must_contain), question.id
        assert _plain(question.quote) in texts[question.document], question.id
        assert all(group and all(map(fold, group)) for group in question.must_contain), question.id


def test_the_halves_of_the_fresh_set_are_alike() -> None:
    dev, test = (load_questions(name) for name in SETS[1:3])
    for key in ("document", "kind", "answerable"):
        counts = [Counter(getattr(question, key) for question in half) for half in (dev, test)]
        assert all(abs(counts[0][value] - counts[1][value]) <= 2 for value in counts[0] | counts[1]), key


def _plain(markdown: str) -> str:
    """Without the marks of lists, tables and emphasis, as a reader sees it."""
    text = re.sub(r"(?m)^\s*(?:\d+\.|-)\s+", " ", markdown)
    text = re.sub(r"[|*#\\]", " ", text)
    return " ".join(re.sub(r"\s-\s(?=[A-Z])", " ", text).split())


# The measuring itself

QUESTION = Question(
    "E1", "Enschede", "nl", "mag het?", "rule", True, (("30%", "dertig"), ("100",)), ("60%",), "1", "dertig procent mag"
)
STRANGE = Question("E2", "Enschede", "nl", "wat kost het?", "out_of_scope", False, (), (), "", "")


@pytest.mark.parametrize(
    ("question", "soort", "tekst", "verdict"),
    [
        (QUESTION, "antwoord", "Dertig procent, hooguit 100 m².", "right"),
        (QUESTION, "antwoord", "Dertig procent.", "wrong"),
        (QUESTION, "antwoord", "30% en 100, of 60%.", "wrong"),
        (QUESTION, "antwoord", "30% en 100" + "!" * 700, "wrong"),
        (QUESTION, "geen_antwoord", "30% en 100", "refused"),
        (STRANGE, "geen_antwoord", "Dat staat er niet.", "right"),
        (STRANGE, "antwoord", "Tien euro.", "wrong"),
    ],
)
def test_an_answer_is_judged(question: Question, soort: str, tekst: str, verdict: str) -> None:
    (result,) = run(lambda _: Reply((), soort, tekst), [question])
    assert result.verdict == verdict


def test_ranks_and_shares_are_counted() -> None:
    second = Reply(("iets anders", "Ja: dertig procent mag."), "antwoord", "30%, 100 m²")
    table = scores(run(lambda q: second if q.answerable else Reply((), "geen_antwoord", ""), [QUESTION, STRANGE]))
    assert (table["recall@1"], table["recall@3"], table["MRR"]) == (0, 1, 0.5)
    assert (table["answered right"], table["answered wrong"], table["refused rightly"]) == (1, 0, 1)


def test_a_quote_is_found_over_hyphens_and_by_column() -> None:
    assert holds_quote("Het werken-aan-huis plan van 2026 geldt.", "werken-aanhuis plan van 2026")
    assert holds_quote("Es | 6,4 ha\nVal | 1,3 ha", "Es Val 6,4 ha 1,3 ha")
    assert not holds_quote("Es | 6,4 ha", "Es Val 6,4 ha 1,3 ha")
