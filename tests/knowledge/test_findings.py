"""Reading the findings: none without a file, and a malformed one is refused by name."""

from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.findings import load_findings

REGISTER = "- {document: markt, titel: Marktvisie, gemeente: enschede, status: beleid}\n"
GOED = """
- id: kraam
  document: markt
  titel: Twee breedtes
  citaten: [{sectie: 1 Kramen, citaat: "Een kraam is\n vier meter breed."}]
  probleem: Er staan twee breedtes.
  behandeling: Wij volgen de tekst.
  checks: []
"""


def folder(tmp_path: Path, findings: str | None) -> Path:
    (tmp_path / "register.yml").write_text(REGISTER, encoding="utf-8")
    if findings is not None:
        (tmp_path / "bevindingen.yml").write_text(findings, encoding="utf-8")
    return tmp_path


def test_a_finding_with_its_citation(tmp_path: Path) -> None:
    (finding,) = load_findings(folder(tmp_path, GOED))
    (bron,) = finding.citaten
    assert (finding.id, finding.document, finding.checks) == ("kraam", "markt", ())
    assert (bron.titel, bron.citaat) == ("Marktvisie", "Een kraam is vier meter breed.")
    assert bron.url == "/bronnen/markt#1-kramen"


def test_no_file_no_findings(tmp_path: Path) -> None:
    assert load_findings(folder(tmp_path, None)) == ()
    assert load_findings(folder(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (GOED.replace("document: markt", "document: haven"), "finding 1: wrong or missing 'haven'"),
        (GOED.replace("  checks: []\n", ""), "finding 1: wrong or missing 'checks'"),
        (GOED + GOED, "kraam stands twice"),
        ("- [", "cannot be read"),
    ],
)
def test_a_malformed_finding_is_refused(tmp_path: Path, inhoud: str, reden: str) -> None:
    with pytest.raises(KnowledgeError, match=reden):
        load_findings(folder(tmp_path, inhoud))
