"""The checks as DMN 1.3 decision tables, the form in which the national permit check holds its rules.

Numbers, verdicts and citations come from `actions/parameters/`, the words from the checks' own code; here stands only
how the tables are built. Free text is read by code before the tables (see feiten.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from actions.dmn import bedrijfskavel, functiemenging, informele_locatie, kantoorlocatie, otb_gebied, werken_aan_huis
from actions.dmn.model import Model


@dataclass(frozen=True)
class Besluit:
    """One check: its tables on a day, and the facts that they read, from the fields of a request."""

    model: Callable[[date], Model]
    feiten: Callable[[Mapping[str, object]], dict[str, object]]


BESLUITEN: dict[str, Besluit] = {
    module.check.NAAM: Besluit(module.model, module.feiten)
    for module in (
        werken_aan_huis,
        kantoorlocatie,
        informele_locatie,
        functiemenging,
        bedrijfskavel,
        otb_gebied,
    )
}
