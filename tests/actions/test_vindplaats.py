"""Citations of a check at the sentence itself."""

from pathlib import Path

import pytest
import yaml

from actions.checks import CHECKS
from actions.vindplaats import met_vindplaats, op_de_zin
from knowledge.bron import Bron
from knowledge.document import parse_document
from knowledge.register import load_documents

MARKDOWN = """# Marktvisie

## 1 Kramen

De markt begint om negen uur. Een kraam is hoogstens vier meter breed.

### 1.1 Kaas

Een kaaskraam heeft een dak. Ook bij zon.

## 2 Fietsen

De markt begint om negen uur.
"""
DOCUMENTS = {"markt": parse_document("markt", "Marktvisie", "enschede", MARKDOWN)}


def gevonden(citaat: str, sectie: str = "1 Kramen", document: str = "markt") -> tuple[str, str | None]:
    """The section's name and the sentence at which the citation opens."""
    bron = op_de_zin(Bron(document, "Marktvisie", "enschede", sectie, citaat, "/bronnen/markt#oud"), DOCUMENTS)
    zinnen = {zin.anchor: zin.text for section in DOCUMENTS["markt"].sections for zin in section.sentences()}
    return bron.sectie, zinnen.get(bron.url.partition("#")[2])


@pytest.mark.parametrize(
    ("citaat", "sectie", "zin"),
    [
        ("De markt begint om negen uur.", "1 Kramen", "De markt begint om negen uur."),
        ("hoogstens vier meter", "1 Kramen", "Een kraam is hoogstens vier meter breed."),
        ("Een kraam is hoogstens", "1 Kramen", "Een kraam is hoogstens vier meter breed."),
        ("negen uur. Een kraam", "1 Kramen", "De markt begint om negen uur."),
        ("heeft een dak. Ook bij zon", "1.1 Kaas", "Een kaaskraam heeft een dak."),
    ],
)
def test_a_citation_opens_at_the_sentence_in_which_it_begins(citaat, sectie, zin):
    assert gevonden(citaat) == (sectie, zin)


def test_the_section_that_is_named_decides_between_equal_sentences():
    kramen, fietsen = (
        op_de_zin(Bron("markt", "Marktvisie", "enschede", sectie, "De markt begint om negen uur.", ""), DOCUMENTS)
        for sectie in ("1 Kramen", "2 Fietsen")
    )
    assert kramen.url != fietsen.url


@pytest.mark.parametrize(("citaat", "document"), [("staat er niet", "markt"), ("De markt", "weg")])
def test_what_is_not_found_stays_as_it_was(citaat, document):
    assert gevonden(citaat, document=document) == ("1 Kramen", None)


@pytest.mark.parametrize(
    ("naam", "bestand"),
    [
        ("werken-aan-huis", "werken_aan_huis"),
        ("kantoorlocatie", "kantoorlocatie"),
        ("functiemenging", "functiemenging"),
    ],
)
def test_every_citation_of_the_check_is_found_in_the_source(naam, bestand):
    check = met_vindplaats(CHECKS[naam], load_documents())
    cases = yaml.safe_load((Path(__file__).parents[1] / "cases" / f"{bestand}.yml").read_text(encoding="utf-8"))
    seen = set()
    for geval in cases["gevallen"]:
        velden = {
            veld: waarde for veld, waarde in {**cases["standaard"], **geval["invoer"]}.items() if waarde is not None
        }
        seen |= {regel.bron for regel in check.beoordeel(velden).regels}
    assert len(seen) > 5
    assert [bron for bron in seen if "#z-" not in bron.url] == []
