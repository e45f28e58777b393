"""Every citation of the policy data stands word for word in the source, whitespace and line-end hyphens aside."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from actions.checks.functiemenging import functie
from actions.checks.functiemenging import regels as functiemenging
from actions.checks.kantoorlocatie import plek
from actions.checks.kantoorlocatie import regels as kantoorlocatie
from actions.checks.werken_aan_huis import ACTIVITEITEN
from actions.checks.werken_aan_huis.regels import VERWACHT
from actions.parameters import GETALLEN, MAP, Parameters
from actions.parameters import laad as laad_parameters
from actions.termen import laad as laad_termen
from knowledge.bron import Bron
from knowledge.document import slug

SOURCES = Path(__file__).parents[2] / "knowledge" / "sources"


def plat(tekst: str) -> str:
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*", "", tekst).split())


ENSCHEDE = MAP / "enschede"
REGELS: dict[str, Parameters] = {
    "werken_aan_huis": laad_parameters(ENSCHEDE / "werken_aan_huis.yml", VERWACHT),
    "kantoorlocatie": laad_parameters(
        ENSCHEDE / "kantoorlocatie.yml", kantoorlocatie.VERWACHT, kantoorlocatie.OORDELEN
    ),
    "functiemenging": laad_parameters(
        ENSCHEDE / "functiemenging.yml", functiemenging.VERWACHT, functiemenging.OORDELEN
    ),
}


def bronnen() -> Iterator[tuple[str, Bron]]:
    for regel, parameters in REGELS.items():
        for naam, reeks in parameters.waarden.items():
            for parameter in reeks:
                yield f"{regel}.{naam}", parameter.bron
    yield from ACTIVITEITEN.citaten.items()
    yield from laad_termen(ENSCHEDE / "kantoorplekken.yml", plek.CATEGORIEEN).citaten.items()
    yield from laad_termen(ENSCHEDE / "functies.yml", functie.CATEGORIEEN).citaten.items()


@pytest.mark.parametrize(
    ("naam", "bron"), list(bronnen()), ids=lambda waarde: waarde if isinstance(waarde, str) else ""
)
def test_citation_stands_in_the_source(naam: str, bron: Bron) -> None:
    bron_tekst = plat((SOURCES / f"{bron.document}.txt").read_text(encoding="utf-8"))
    assert plat(bron.citaat) in bron_tekst
    assert bron.sectie in bron_tekst


@pytest.mark.parametrize(
    ("naam", "bron"), list(bronnen()), ids=lambda waarde: waarde if isinstance(waarde, str) else ""
)
def test_citation_names_the_document_as_the_register_does(naam: str, bron: Bron) -> None:
    register = {regel["document"]: regel for regel in yaml.safe_load((SOURCES / "register.yml").read_text("utf-8"))}
    assert (bron.titel, bron.gemeente) == (register[bron.document]["titel"], register[bron.document]["gemeente"])
    markdown = (SOURCES / f"{bron.document}.md").read_text(encoding="utf-8")
    koppen = [slug(regel.lstrip("# ")) for regel in markdown.splitlines() if regel.startswith("#")]
    assert bron.url == f"/bronnen/{bron.document}#{slug(bron.sectie)}"
    assert slug(bron.sectie) in koppen


def test_each_limit_cites_its_own_number() -> None:
    grenzen = [
        (naam, parameter)
        for parameters in REGELS.values()
        for naam, reeks in parameters.waarden.items()
        for parameter in reeks
        if parameter.eenheid in GETALLEN
    ]
    assert len(grenzen) > 5
    for naam, parameter in grenzen:
        assert str(parameter.getal) in re.findall(r"\d+", parameter.bron.citaat), naam
