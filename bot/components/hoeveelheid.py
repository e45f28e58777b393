"""One quantity of a message. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hoeveelheid:
    """`soort`: oppervlakte (m²), deel (share of the dwelling), personen, minuten or getal. `begin`/`eind`: place in the
    text. `laagste`: of a range the lowest, else None."""

    soort: str
    waarde: float
    begin: int
    eind: int
    rol: str | None = None
    laagste: float | None = None
