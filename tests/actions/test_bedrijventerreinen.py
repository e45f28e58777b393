"""The tables on business parks: read from the documents, and refused when they are not as expected."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from actions import bedrijventerreinen as bt
from actions import parameters
from actions.gegevensbestand import GegevensFout
from actions.getallen import maand, vierkante_meter
from knowledge.register import SOURCES

ENSCHEDE = SOURCES / "enschede-visie-werklocaties.md"
P = parameters.laad(parameters.MAP / "enschede" / "bedrijventerreinen.yml", bt.VERWACHT).op(date(2026, 1, 1))


def anders(tmp_path: Path, van: str, naar: str) -> Path:
    tekst = ENSCHEDE.read_text(encoding="utf-8")
    assert van in tekst
    bestand = tmp_path / "bron.md"
    bestand.write_text(tekst.replace(van, naar), encoding="utf-8")
    return bestand


def test_supply_without_its_total() -> None:
    aanbod = bt.laad_aanbod(ENSCHEDE, P)
    assert len(aanbod) == 7
    eerste = aanbod[0]
    assert (eerste.terrein, eerste.hectare, eerste.datum) == ("Bedrijvenpark Euregio", Decimal("9.7"), "2016-07")
    assert sum(each.hectare for each in aanbod) == Decimal("80.6")


def test_scores_of_eight_parks() -> None:
    scores = {each.terrein: each for each in bt.laad_scores(ENSCHEDE, P)}
    assert len(scores) == 8
    marssteden = scores["Marssteden"]
    assert (marssteden.kern, marssteden.eindscore) == ("Usselo", 71)
    assert marssteden.ruimtelijke_kwaliteit_en_bereikbaarheid == 88
    assert [naam for naam, each in scores.items() if each.eindscore < 50] == ["Westerval"]


@pytest.mark.parametrize(
    ("van", "naar", "reden"),
    [
        ("| 9,7 ha |", "| 9,8 ha |", "do not add up"),
        ("| 9,7 ha |", "| veel |", "not a number of hectares"),
        ("| Totaal | 80,6 ha |\n", "", "do not add up"),
        ("| Kern |", "| Dorp |", "Tabel 4: the table"),
        ("| 88% | 53% |", "| 88% | hoog |", "Tabel 4, Josink Es"),
    ],
)
def test_a_malformed_table_is_refused(tmp_path: Path, van: str, naar: str, reden: str) -> None:
    bestand = anders(tmp_path, van, naar)
    laad = bt.laad_scores if reden.startswith("Tabel 4") else bt.laad_aanbod
    with pytest.raises(GegevensFout, match=reden):
        laad(bestand, P)


def test_two_names_of_one_park(tmp_path: Path) -> None:
    aanbod, scores = bt.laad_aanbod(ENSCHEDE, P), bt.laad_scores(ENSCHEDE, P)
    namen = bt.laad_namen(parameters.MAP / "enschede" / "terreinnamen.yml", aanbod, scores)
    assert namen == {"Euregio Bedrijvenpark": "Bedrijvenpark Euregio"}
    for fout in ({"Euregio": "Bedrijvenpark Euregio"}, {"Westerval": "Weg"}, ["Westerval"]):
        bestand = tmp_path / "namen.yml"
        bestand.write_text(yaml.safe_dump({"gemeente": "enschede", "zelfde_terrein": fout}), encoding="utf-8")
        with pytest.raises(GegevensFout, match="zelfde_terrein"):
            bt.laad_namen(bestand, aanbod, scores)


def test_numbers_as_people_read_them() -> None:
    assert vierkante_meter(Decimal("5000")) == "5.000 m²"
    assert vierkante_meter(Decimal("4999.99")) == "4.999,99 m²"
    assert vierkante_meter(Decimal("850")) == "850 m²"
    assert maand("2016-07") == "juli 2016"
