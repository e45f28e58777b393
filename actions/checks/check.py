"""What a check is to the outside: a name, an explanation, the input it takes, and a function to a verdict."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from actions.uitkomst import Uitkomst


@dataclass(frozen=True)
class Check:
    """One check. `schema` is JSON Schema (draft 2020-12) of the input; `required`: the facts that a full verdict needs.

    `beoordeel(fields)` may be called with some of them: what is missing comes back in `Uitkomst.ontbreekt`.
    It raises `InvoerFouten` on impossible input (with every error), and nothing else.
    `bestanden`: the data files (`actions/parameters`) that it reads its values and citations from.
    """

    naam: str
    titel: str
    uitleg: str
    schema: Mapping[str, object]
    beoordeel: Callable[[Mapping[str, object]], Uitkomst]
    bestanden: tuple[Path, ...] = ()
