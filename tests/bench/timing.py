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
    for label, unit, values in rows:
        p95 = sorted(values)[math.ceil(0.95 * len(values)) - 1]
        print(f"  {label:<44}{unit:<4}{statistics.median(values):>10.2f}{p95:>10.2f}{len(values):>6}", flush=True)
