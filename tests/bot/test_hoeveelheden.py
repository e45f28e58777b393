"""Quantities in Dutch text. Pure: also runs on the API's Python."""

import pytest

from bot.components.getallen import lees_deel, lees_getal
from bot.components.hoeveelheden import vind_hoeveelheden

GETALLEN = [
    ("120", 120), ("1.200", 1200), ("12.345,6", 12345.6), ("1 200", 1200), ("95,5", 95.5), ("95.5", 95.5),
    ("1.20", 1.2),
    ("-5", -5), ("nul", 0), ("een", 1), ("één", 1), ("elf", 11), ("negentien", 19), ("twintig", 20),
    ("eenentwintig", 21), ("tweeëntwintig", 22), ("drieendertig", 33), ("negenennegentig", 99), ("honderd", 100),
    ("honderdeen", 101), ("honderd en twintig", 120), ("honderdtwintig", 120), ("tweehonderdvijfenzeventig", 275),
    ("negenhonderdnegenennegentig", 999), ("duizend", 1000), ("twaalfhonderd", 1200), ("tweeduizend", 2000),
    ("duizend tweehonderd", 1200), ("elfduizendvijf", 11005), ("anderhalve", 1.5), ("drieënhalf", 3.5),
    ("tweeënhalve", 2.5), ("half", 0.5),
]  # fmt: skip
DELEN = [
    ("30%", 0.3),
    ("30 procent", 0.3),
    ("12,5%", 0.125),
    ("de helft", 0.5),
    ("een derde", 1 / 3),
    ("driekwart", 0.75),
]


@pytest.mark.parametrize(("tekst", "waarde"), GETALLEN)
def test_number(tekst: str, waarde: float) -> None:
    assert lees_getal(tekst) == waarde


@pytest.mark.parametrize("tekst", ["", "kapper", "twintigste", "12a", "honderden"])
def test_not_a_number(tekst: str) -> None:
    assert lees_getal(tekst) is None


@pytest.mark.parametrize(("tekst", "waarde"), DELEN)
def test_share(tekst: str, waarde: float) -> None:
    assert lees_deel(tekst) == pytest.approx(waarde)


ZINNEN = [
    ("honderdtwintig m²", [("oppervlakte", 120, None)]),
    ("95,5 vierkante meter", [("oppervlakte", 95.5, None)]),
    ("1.200 m2", [("oppervlakte", 1200, None)]),
    ("120m2", [("oppervlakte", 120, None)]),
    ("3 hectare", [("oppervlakte", 30_000, None)]),
    ("anderhalve hectare", [("oppervlakte", 15_000, None)]),
    ("4 bij 5 meter", [("oppervlakte", 20, None)]),
    ("-5 m2", [("oppervlakte", -5, None)]),
    ("120", [("getal", 120, None)]),
    ("nee, 140 bedoel ik", [("getal", 140, None)]),
    ("vijf", [("getal", 5, None)]),
    ("met z'n vijven", [("personen", 5, None)]),
    ("er komen 4 tot 6 klanten tegelijk", [("personen", 6, None)]),
    ("'s avonds hooguit 3 mensen", [("personen", 3, "buiten_kantooruren")]),
    ("overdag twee klanten", [("personen", 2, "kantooruren")]),
    ("niemand", [("personen", 0, None)]),
    ("geen klanten", [("personen", 0, None)]),
    ("een derde van mijn huis", [("deel", 1 / 3, "bedrijf")]),
    ("30% van de woning", [("deel", 0.3, "bedrijf")]),
    (
        "mijn huis is 120 m2 en het kantoor wordt 40 m2",
        [("oppervlakte", 120, "woning"), ("oppervlakte", 40, "bedrijf")],
    ),
    ("ik gebruik 40 m2 van mijn woning van 120 m2", [("oppervlakte", 40, "bedrijf"), ("oppervlakte", 120, "woning")]),
    ("een woning van 150 m2 waarvan 45 m2 praktijk", [("oppervlakte", 150, "woning"), ("oppervlakte", 45, "bedrijf")]),
    ("een kamer van 12,5 m² in een flat van 80 m²", [("oppervlakte", 12.5, "bedrijf"), ("oppervlakte", 80, "woning")]),
    ("van de 130 m2 gebruik ik er 30", [("oppervlakte", 130, "woning"), ("getal", 30, "bedrijf")]),
    ("huis 120, kantoor 30", [("getal", 120, "woning"), ("getal", 30, "bedrijf")]),
    ("ik wil een kapsalon beginnen", []),
    ("een half jaar geleden", []),
]


@pytest.mark.parametrize(("tekst", "verwacht"), ZINNEN)
def test_quantities_of_a_sentence(tekst: str, verwacht: "list[tuple[str, float, str | None]]") -> None:
    gevonden = [(h.soort, pytest.approx(h.waarde), h.rol) for h in vind_hoeveelheden(tekst)]
    assert gevonden == verwacht
