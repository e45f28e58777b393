"""Durations of repeated calls, and the table that shows them. p95 is the nearest rank: for n below 20, the maximum."""

import math
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")
WARM_UP = 10


class Row(NamedTuple):
    label: str
    unit: str
    values: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        return sorted(self.values)[math.ceil(0.95 * len(self.values)) - 1]


def timed(label: str, call: Callable[[T], object], arguments: Sequence[T]) -> Row:
    """One call for every argument, in milliseconds, after a few that do not count."""
    for argument in arguments[:WARM_UP]:
        call(argument)
    values = []
    for argument in arguments:
        began = time.perf_counter()
        call(argument)
        values.append(1000 * (time.perf_counter() - began))
    return Row(label, "ms", values)


def print_table(title: str, *rows: Row) -> None:
    print(f"\n{title:<50}{'median':>10}{'p95':>10}{'n':>6}")
    for row in rows:
        print(f"  {row.label:<44}{row.unit:<4}{row.median:>10.2f}{row.p95:>10.2f}{len(row.values):>6}", flush=True)


def print_ratio(ours: Row, theirs: Row, wanted: int) -> None:
    """How many times faster ours is, as the last row of their table."""
    label = f"ours is faster (wanted: {wanted})"
    ratios = theirs.median / ours.median, theirs.p95 / ours.p95
    print(f"  {label:<44}{'×':<4}{ratios[0]:>10.2f}{ratios[1]:>10.2f}", flush=True)
