"""The figures of the last weeks as plots, drawn on the server, each with the same numbers as a table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import quantiles
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from actions.toelichtingsteksten import teksten
from api.balie.pagina import page
from api.balie.plot import Plot, Reeks, columns, lines, rows
from api.balie.sessie import Wie, role
from api.klok import hier
from api.oordelen import toon
from api.services import ServicesDep
from api.storage import cijfers
from api.storage.cijfers import Maat
from api.storage.types import now

router = APIRouter(prefix="/balie/cijfers", include_in_schema=False)
Medewerker = Annotated[Wie, Depends(role("medewerker"))]

PERIODS = (7, 30, 90)  # days
THEMES = 10

# How a turn ended, by the kind of its main reply; what asks or greets is neither an answer nor a refusal.
GROEPEN: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "beantwoord": ("Beantwoord", "reeks-1", ("antwoord", "uitkomst")),
    "geen_antwoord": ("Geen antwoord", "reeks-2", ("geen_antwoord",)),
    "doorverwezen": ("Naar een medewerker", "reeks-3", ("doorverwijzing",)),
    "overig": ("Wedervraag, groet of melding", "reeks-4", ("vraag", "begroeting", "melding")),
}


@dataclass(frozen=True)
class Totaal:
    """One figure at the top of the page."""

    naam: str
    waarde: str


@router.get("")
def show(request: Request, services: ServicesDep, wie: Medewerker, dagen: int = 30) -> Response:
    days = dagen if dagen in PERIODS else 30
    since = now() - timedelta(days=days)
    with services.storage.read() as session:
        maten = cijfers.turns_since(session, since)
        answers = cijfers.answers_since(session, since)
    calendar = [hier(now()).date() - timedelta(days=back) for back in range(days - 1, -1, -1)]
    titels = {naam: check.titel for naam, check in services.checks.items()}
    plots = [per_day(maten, calendar), themes(answers), verdicts(maten, titels), speed(maten, calendar)]
    content = page(
        request,
        services.settings,
        "cijfers.html",
        wie,
        totalen=totals(maten),
        plots=plots,
        dagen=days,
        perioden=PERIODS,
    )
    return HTMLResponse(content)


def totals(maten: Sequence[Maat]) -> list[Totaal]:
    counted = Counter(_group(maat) for maat in maten)
    asked = sum(counted[group] for group in ("beantwoord", "geen_antwoord", "doorverwezen"))

    def share(group: str) -> str:
        return f"{counted[group]} ({round(100 * counted[group] / asked)}%)" if asked else "0"

    fast = _percentiles([maat.duur_ms for maat in maten])
    return [
        Totaal("Berichten", str(len(maten))),
        *(Totaal(GROEPEN[group][0], share(group)) for group in ("beantwoord", "geen_antwoord", "doorverwezen")),
        Totaal("Helft sneller dan", f"{round(fast[0])} ms" if fast else "–"),
    ]


def per_day(maten: Iterable[Maat], calendar: Sequence[date]) -> Plot:
    counted = Counter((hier(maat.moment).date(), _group(maat)) for maat in maten)
    reeksen = [
        Reeks(naam, kleur, [counted[day, group] for day in calendar]) for group, (naam, kleur, _) in GROEPEN.items()
    ]
    return columns("Berichten per dag", [_day(day) for day in calendar], reeksen)


def themes(answers: Iterable[list[dict[str, Any]]]) -> Plot:
    """What the answers were about: the numbered heading of their first citation."""
    counted = Counter(
        str(antwoord["bronnen"][0]["sectie"]).partition(" / ")[0]
        for antwoorden in answers
        for antwoord in antwoorden
        if antwoord["soort"] == "antwoord" and antwoord["bronnen"]
    )
    top = counted.most_common(THEMES)
    return rows(
        "Waar de antwoorden over gingen",
        [name for name, _ in top],
        [Reeks("Antwoorden", "reeks-1", [n for _, n in top])],
    )


def verdicts(maten: Iterable[Maat], titels: Mapping[str, str]) -> Plot:
    """How often each check gave which verdict."""
    counted = Counter((maat.check, maat.oordeel) for maat in maten if maat.check and maat.oordeel)
    names = sorted({check for check, _ in counted}, key=lambda name: titels.get(name, name))
    oordelen = sorted({oordeel for _, oordeel in counted}, key=lambda oordeel: (toon(oordeel).kleur, oordeel))
    reeksen = [
        Reeks(teksten().oordeel(oordeel), toon(oordeel).kleur, [counted[name, oordeel] for name in names])
        for oordeel in oordelen
    ]
    return rows("Uitkomsten van de controles", [titels.get(name, name) for name in names], reeksen)


def speed(maten: Iterable[Maat], calendar: Sequence[date]) -> Plot:
    by_day: dict[date, list[float]] = {day: [] for day in calendar}
    for maat in maten:
        by_day.setdefault(hier(maat.moment).date(), []).append(maat.duur_ms)
    middle = [_percentiles(by_day[day]) for day in calendar]
    reeksen = [
        Reeks("Helft is sneller", "reeks-1", [round(each[0]) if each else 0 for each in middle]),
        Reeks("95% is sneller", "reeks-2", [round(each[1]) if each else 0 for each in middle]),
    ]
    return lines("Antwoordtijd in milliseconden", [_day(day) for day in calendar], reeksen)


def _group(maat: Maat) -> str:
    return next((group for group, (_, _, kinds) in GROEPEN.items() if maat.soort in kinds), "overig")


def _percentiles(times: Sequence[float]) -> tuple[float, float] | None:
    """The 50th and the 95th; None without any."""
    if len(times) < 2:
        return (times[0], times[0]) if times else None
    parts = quantiles(times, n=20, method="inclusive")
    return parts[9], parts[18]


def _day(day: date) -> str:
    return f"{day.day}-{day.month}"
