"""Which sentences a check stands on."""

import pytest

from actions.brongebruik import citaten
from actions.checks import CHECKS
from knowledge.register import load_documents


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.naam)
def test_every_check_names_citations_of_known_sections(check):
    found = citaten(check)
    assert found
    assert len(found) == len(set(found))
    documents = load_documents()
    for bron in found:
        assert any(bron.sectie in section.path for section in documents[bron.document].sections), bron


def test_the_home_business_stands_on_its_thirty_percent():
    assert any("= 30%, met een maximum van 100 m2" in bron.citaat for bron in citaten(CHECKS["werken-aan-huis"]))
