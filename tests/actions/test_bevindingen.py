"""The findings in the documents: their words stand there, and the checks that they name exist."""

import pytest

from actions.checks import CHECKS
from actions.vindplaats import op_de_zin
from knowledge.findings import Finding, load_findings
from knowledge.register import SOURCES, load_documents

FINDINGS = load_findings()
DOCUMENTS = load_documents()


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.id)
def test_every_citation_is_found_in_the_section_it_names(finding: Finding) -> None:
    assert finding.citaten
    for bron in finding.citaten:
        assert "#z-" in op_de_zin(bron, DOCUMENTS).url, bron.citaat


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.id)
def test_every_check_exists_and_is_about_that_document(finding: Finding) -> None:
    for naam in finding.checks:
        documenten = {
            regel.bron.document
            for gemeente in ("enschede", "hengelo")
            for regel in CHECKS[naam].beoordeel({"gemeente": gemeente}).regels
        }
        assert documenten == {finding.document}


def test_every_check_has_been_read_critically() -> None:
    assert {naam for finding in FINDINGS for naam in finding.checks} == set(CHECKS)


def test_a_finding_is_said_in_one_place() -> None:
    """The register holds what a reader must know of a document, the findings what is wrong in its text."""
    register = (SOURCES / "register.yml").read_text(encoding="utf-8")
    assert [each.id for each in FINDINGS if each.behandeling in register or each.probleem in register] == []


def test_the_swapped_articles_are_said_in_the_rule() -> None:
    finding = next(each for each in FINDINGS if each.id == "artikelnummers-verwisseld")
    velden = {"gemeente": "enschede", "activiteit": "boekhouder"}
    assert finding.behandeling in CHECKS["werken-aan-huis"].beoordeel(velden).aannames
