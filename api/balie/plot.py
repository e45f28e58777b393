"""The geometry of three plots: columns by day, rows by name, lines by day. `web/balie/plot.html` draws them as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

WIDTH, HEIGHT = 720.0, 260.0  # of columns and lines, in units of the drawing
LEFT, BOTTOM, TOP = 44.0, 28.0, 10.0  # room for the scale and the days
ROW, NAME = 30.0, 260.0  # height of a row, and the room for its name
DAYS_NAMED = 10  # of the days along the bottom; more would run into each other
LONGEST_NAME = 34  # characters of a name that fit


@dataclass(frozen=True)
class Reeks:
    """One series: its name in the legend, its class in the style sheet, and a value for every label."""

    naam: str
    kleur: str
    waarden: Sequence[int]


@dataclass(frozen=True)
class Rechthoek:
    x: float
    y: float
    breedte: float
    hoogte: float
    kleur: str
    titel: str


@dataclass(frozen=True)
class Woord:
    x: float
    y: float
    tekst: str
    anker: Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Lijn:
    punten: str
    kleur: str


@dataclass(frozen=True)
class Plot:
    """`labels` and `reeksen` are the numbers themselves, for the table. Empty: there is nothing to draw."""

    titel: str
    labels: Sequence[str]
    reeksen: Sequence[Reeks]
    breedte: float
    hoogte: float
    vlakken: list[Rechthoek] = field(default_factory=list)
    lijnen: list[Lijn] = field(default_factory=list)
    woorden: list[Woord] = field(default_factory=list)
    hulplijnen: list[float] = field(default_factory=list)  # heights of the lines of the scale

    @property
    def leeg(self) -> bool:
        return not any(any(reeks.waarden) for reeks in self.reeksen)


def columns(titel: str, labels: Sequence[str], reeksen: Sequence[Reeks]) -> Plot:
    """Values of a day on top of each other."""
    plot = Plot(titel, labels, reeksen, WIDTH, HEIGHT)
    top = _round_up(max((sum(values) for values in zip(*(reeks.waarden for reeks in reeksen), strict=True)), default=0))
    step = (WIDTH - LEFT) / max(1, len(labels))
    for place, label in enumerate(labels):
        y = HEIGHT - BOTTOM
        for reeks in reeksen:
            height = reeks.waarden[place] / top * _room()
            y -= height
            if height:
                said = f"{label}: {reeks.naam}, {reeks.waarden[place]}"
                plot.vlakken.append(
                    Rechthoek(LEFT + place * step + step * 0.1, y, step * 0.8, height, reeks.kleur, said)
                )
    _scale(plot, top)
    return plot


def lines(titel: str, labels: Sequence[str], reeksen: Sequence[Reeks]) -> Plot:
    """One line a series; a day without a value is left out."""
    plot = Plot(titel, labels, reeksen, WIDTH, HEIGHT)
    top = _round_up(max((value for reeks in reeksen for value in reeks.waarden), default=0))
    step = (WIDTH - LEFT) / max(1, len(labels))
    for reeks in reeksen:
        points = [
            (LEFT + (place + 0.5) * step, HEIGHT - BOTTOM - value / top * _room())
            for place, value in enumerate(reeks.waarden)
            if value
        ]
        plot.lijnen.append(Lijn(" ".join(f"{x:.1f},{y:.1f}" for x, y in points), reeks.kleur))
        plot.vlakken.extend(
            Rechthoek(x - 2.5, y - 2.5, 5, 5, reeks.kleur, f"{reeks.naam}: {value}")
            for (x, y), value in zip(points, filter(None, reeks.waarden), strict=True)
        )
    _scale(plot, top)
    return plot


def rows(titel: str, labels: Sequence[str], reeksen: Sequence[Reeks]) -> Plot:
    """One bar a name, the values of the series one after another."""
    plot = Plot(titel, labels, reeksen, WIDTH, ROW * len(labels) + 6)
    totals = [sum(reeks.waarden[place] for reeks in reeksen) for place in range(len(labels))]
    room = WIDTH - NAME - 50
    for place, label in enumerate(labels):
        x, y = NAME + 8, place * ROW + 5
        short = label if len(label) <= LONGEST_NAME else label[: LONGEST_NAME - 1] + "…"
        plot.woorden.append(Woord(NAME, y + ROW * 0.5, short, "end"))
        for reeks in reeksen:
            width = reeks.waarden[place] / max(totals) * room if max(totals) else 0.0
            if width:
                said = f"{label}: {reeks.naam}, {reeks.waarden[place]}"
                plot.vlakken.append(Rechthoek(x, y, width, ROW * 0.66, reeks.kleur, said))
            x += width
        plot.woorden.append(Woord(x + 6, y + ROW * 0.5, str(totals[place]), "start"))
    return plot


def _room() -> float:
    return HEIGHT - BOTTOM - TOP


def _round_up(highest: int) -> int:
    """The top of the scale: one figure and zeros, and even, so that its half is a whole number as well."""
    unit = int(10 ** (len(str(highest)) - 1))
    top = -(-highest // unit) * unit
    return max(2, top + top % 2)


def _scale(plot: Plot, top: int) -> None:
    for value in (0, top // 2, top):
        y = HEIGHT - BOTTOM - value / top * _room()
        plot.hulplijnen.append(y)
        plot.woorden.append(Woord(LEFT - 6, y + 4, str(value), "end"))
    step = (WIDTH - LEFT) / max(1, len(plot.labels))
    every = -(-len(plot.labels) // DAYS_NAMED)
    for place in range(0, len(plot.labels), every or 1):
        plot.woorden.append(Woord(LEFT + (place + 0.5) * step, HEIGHT - 8, plot.labels[place], "middle"))
