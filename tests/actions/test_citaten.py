"""Every citation of the policy data stands word for word in the source, whitespace and line-end hyphens aside."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from actions.activiteiten import laad as laad_activiteiten
from actions.checks.werken_aan_huis.regels import VERWACHT
from actions.parameters import MAP
from actions.parameters import laad as laad_parameters
from knowledge.bron import Bron
from knowledge.document import slug

SOURCES = Path(__file__).parents[2] / "knowledge" / "sources"


def plat(tekst: str) -> str:
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*", "", tekst).split())


def bronnen() -> Iterator[tuple[str, Bron]]:
    for naam, reeks in laad_parameters(MAP / "enschede" / "werken_aan_huis.yml", VERWACHT).waarden.items():
        for parameter in reeks:
            yield naam, parameter.bron
    yield from laad_activiteiten(MAP / "enschede" / "activiteiten.yml").citaten.items()


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
    for naam, reeks in laad_parameters(MAP / "enschede" / "werken_aan_huis.yml", VERWACHT).waarden.items():
        for parameter in reeks:
            if parameter.eenheid in ("procent", "m2", "personen"):
                assert str(parameter.getal) in re.findall(r"\d+", parameter.bron.citaat), naam
