"""Measures answers against questions: was the right passage found, the right thing said, the rest refused.

A question (README.md beside this file describes them and their sets) is right when it is answered with all that it
must contain and nothing it must not; an unanswerable one when nothing is asserted.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ir_measures import RR, Qrel, R, ScoredDoc, calc_aggregate

HERE = Path(__file__).parent
SETS = ("questions", "fresh dev", "fresh test", "later")
ONLY_MEASURED = frozenset({"fresh test", "later"})  # never listed, never worked through
DOCUMENTS = {"E": "Enschede", "H": "Hengelo"}  # by the first letter of an id, where a row does not name its document
MEASURES = {"recall@1": R @ 1, "recall@3": R @ 3, "recall@5": R @ 5, "MRR": RR @ 10}
QUOTE_SHARE = 0.6  # of the quote's word triples that a passage must hold to be the passage of that quote
QUOTE_WORDS, LONG_QUOTE = 0.95, 6  # or of its words, wherever they stand, for a quote of at least six


@dataclass(frozen=True)
class Question:
    id: str
    document: str
    lang: str
    question: str
    kind: str
    answerable: bool
    must_contain: tuple[tuple[str, ...], ...]
    must_not_contain: tuple[str, ...]
    section: str
    quote: str

    @property
    def gemeente(self) -> str | None:
        """Enschede questions are asked with their municipality, Hengelo questions without."""
        return "enschede" if self.document == "Enschede" else None


@dataclass(frozen=True)
class Reply:
    """What a system under test returns: ranked passage texts, best first, and its one answer."""

    passages: tuple[str, ...]
    soort: str
    tekst: str


@dataclass(frozen=True)
class Result:
    question: Question
    reply: Reply
    rank: int | None  # 1-based rank of the first passage that holds the quote
    verdict: str  # right | wrong | refused


def load_questions(name: str = "questions") -> list[Question]:
    """One of SETS."""
    kind, _, half = name.partition(" ")
    file = HERE / ("questions.jsonl" if kind == "questions" else f"{kind}_questions.jsonl")
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return [_question(row) for row in rows if row.get("half", "") == half]


def _question(row: dict[str, Any]) -> Question:
    row = {"document": DOCUMENTS.get(row["id"][0])} | row
    known = {field.name: row[field.name] for field in fields(Question)}
    known["must_contain"] = tuple(tuple(group) for group in row["must_contain"])
    return Question(**known | {"must_not_contain": tuple(row["must_not_contain"])})


def run(ask: Callable[[Question], Reply], questions: Iterable[Question]) -> list[Result]:
    return [_judge(question, ask(question)) for question in questions]


def _judge(question: Question, reply: Reply) -> Result:
    rank = next((i for i, text in enumerate(reply.passages, 1) if holds_quote(text, question.quote)), None)
    asserted = reply.soort in ("antwoord", "uitkomst")
    if not question.answerable:
        return Result(question, reply, rank, "wrong" if asserted else "right")
    if not asserted:
        return Result(question, reply, rank, "refused")
    text = fold(reply.tekst)
    complete = all(any(fold(option) in text for option in group) for group in question.must_contain)
    forbidden = any(fold(phrase) in text for phrase in question.must_not_contain)
    return Result(question, reply, rank, "right" if complete and not forbidden and len(reply.tekst) <= 700 else "wrong")


def scores(results: Iterable[Result]) -> dict[str, float]:
    """Shares between 0 and 1; `answered …` over the answerable questions, `refused rightly` over the rest."""
    results = list(results)
    answerable = [r for r in results if r.question.answerable]
    rest = [r for r in results if not r.question.answerable]
    table: dict[str, float] = {}
    if answerable:
        qrels = [Qrel(r.question.id, "target", 1) for r in answerable]
        ranked = [
            ScoredDoc(r.question.id, "target" if i == r.rank else f"other{i}", 1 / i)
            for r in answerable
            for i in range(1, 11)
        ]
        measured: Mapping[object, float] = calc_aggregate(MEASURES.values(), qrels, ranked)
        table |= {name: measured[measure] for name, measure in MEASURES.items()}
        for verdict in ("right", "wrong", "refused"):
            table[f"answered {verdict}"] = sum(r.verdict == verdict for r in answerable) / len(answerable)
    if rest:
        table["refused rightly"] = sum(r.verdict == "right" for r in rest) / len(rest)
    return table


def holds_quote(passage: str, quote: str) -> bool:
    """Whether most of the quote runs on in the passage; or, for a table (which the quote reads by column and the
    passage by row), whether nearly all of its words are there, each as often."""
    wanted, present = word_triples(quote), word_triples(passage)
    if wanted and len(wanted & present) / len(wanted) >= QUOTE_SHARE:
        return True
    words, there = Counter(_words(quote)), Counter(_words(passage))
    return words.total() >= LONG_QUOTE and (words & there).total() / words.total() >= QUOTE_WORDS


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text).replace("-", ""))


def word_triples(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


def fold(text: str) -> str:
    """Case and accents aside."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("₂", "2")
