"""The audit, the licence report and the bill of materials: what they say of what is found, and when nothing is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.dependencies import audit, licences
from tests.dependencies.licences import Package

VULN = {"id": "PYSEC-2024-1", "aliases": ["CVE-2024-1"], "fix_versions": ["2.0"], "description": ""}


def pip_audit_says(monkeypatch: pytest.MonkeyPatch, *outputs: object) -> None:
    """The answers of pip-audit, one a call; an Exception is a failure to reach the service."""
    answers = iter(outputs)

    def run(command: object, **_: object) -> subprocess.CompletedProcess[str]:
        answer = next(answers)
        said = "" if isinstance(answer, Exception) else json.dumps({"dependencies": answer})
        return subprocess.CompletedProcess([], 1, said, f"WARNING: x\nERROR: {answer}\n")

    monkeypatch.setattr(audit.subprocess, "run", run)


def package(name: str, *vulns: object) -> dict[str, object]:
    return {"name": name, "version": "1.0", "vulns": list(vulns)}


KNOWN = [package("urllib3", VULN)]
SKIPPED = [{"name": "urllib3", "skip_reason": "Dependency not found on PyPI"}]


@pytest.mark.parametrize("answer", [SKIPPED, ConnectionError("Connection refused"), [package("urllib3")]])
def test_without_the_advisory_service_it_says_so_and_ends_well(monkeypatch, capsys, answer):
    pip_audit_says(monkeypatch, answer)
    assert audit.main() == 0
    assert capsys.readouterr().out.startswith("SKIPPED: the advisory service cannot be reached")


def test_a_new_weakness_fails_and_one_that_was_looked_at_does_not(monkeypatch, capsys):
    entry = audit.Allowed("bot", "old", "CVE-2024-1", "because")
    monkeypatch.setattr(audit, "load_allowed", lambda: [entry])
    pip_audit_says(monkeypatch, KNOWN, [package("fine")], [package("old", VULN)])
    assert audit.main() == 0
    assert "1 known, 1 looked at, 0 new" in capsys.readouterr().out
    pip_audit_says(monkeypatch, KNOWN, [package("old", VULN)], [package("fine")])  # in the other process: not covered
    assert audit.main() == 1
    said = capsys.readouterr().out
    assert "no longer needed in allowed.yml: bot, old, CVE-2024-1" in said
    assert "api: old 1.0 has CVE-2024-1, PYSEC-2024-1, fixed in 2.0" in said


def test_only_the_dialogue_has_weaknesses_that_are_kept_each_with_its_reason():
    pins = (licences.ROOT / "bot" / "requirements.lock").read_text()
    allowed = audit.load_allowed()
    assert len({(entry.package, entry.id) for entry in allowed}) == len(allowed)
    for entry in allowed:
        assert entry.process == "bot"
        assert re.search(rf"^{entry.package}==", pins, re.MULTILINE), f"{entry.package} is not pinned any more"
        assert len(entry.reason) > 30


def test_the_dialogue_listens_on_loopback_only():
    server = (licences.ROOT / "bot" / "server.py").read_text()
    assert re.findall(r"host=(\S+?)[,)]", server) == ['"127.0.0.1"']


@pytest.mark.parametrize(
    ("name", "licence", "accepted"),
    [
        ("a", "MIT", True),
        ("a", "MPL-2.0 AND MIT", True),
        ("a", "Apache Software License; BSD License", True),
        ("a", "GPL-3.0-only OR MIT", True),
        ("a", "GPL-3.0-only AND MIT", False),
        ("a", "GNU General Public License v3 (GPLv3)", False),
        ("a", "UNKNOWN", False),
        (next(iter(licences.LOOKED_AT)), "dependency licenses", True),
    ],
)
def test_a_licence_is_accepted_or_wants_a_look(name, licence, accepted):
    assert Package("api", name, "1", licence).accepted is accepted


def test_everything_that_is_served_has_a_licence_that_was_looked_at():
    packages = licences.served()
    assert {package.process for package in packages} == {"api", "bot"}
    assert [package for package in packages if not package.accepted] == []
    assert licences.LOOKED_AT.keys() <= {package.name for package in packages}


def test_the_bill_of_materials_names_every_pin(tmp_path: Path):
    out = tmp_path / "sbom.json"
    tool = Path(sys.executable).with_name("cyclonedx-py")
    lock = licences.SERVED["api"][0]
    subprocess.run([tool, "requirements", "--validate", "-o", out, lock], check=True, capture_output=True)
    components = {each["name"].lower() for each in json.loads(out.read_text())["components"]}
    assert components == set(re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE))


def test_continuous_integration_audits():
    root = licences.ROOT
    assert "make audit" in (root / ".ci" / "run").read_text()
    assert yaml.safe_load((root / "tests/dependencies/allowed.yml").read_text()).keys() == {"allowed"}
