"""The published interface passes the linter of the Dutch API Design Rules: no error and no warning."""

import json
import subprocess
from pathlib import Path

import pytest
from system import missing, needed

SPECTRAL = Path(__file__).parent / "spectral"


@pytest.fixture(scope="session")
def spectral() -> Path:
    """The linter, installed from its lock file the first time."""
    program = SPECTRAL / "node_modules" / ".bin" / "spectral"
    if not program.exists():
        install = [needed("npm", "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(install, cwd=SPECTRAL, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode != 0:
            missing(f"the linter could not be installed: {done.stderr[-300:]}")
    return program


def lint(spectral: Path, document: object, folder: Path) -> list[dict[str, object]]:
    """What the linter finds in an OpenAPI document, as `{"code", "message", "path", "severity"}`."""
    file = folder / "openapi.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    command = [spectral, "lint", "--ruleset", SPECTRAL / "ruleset.yaml", "--format", "json", "--quiet"]
    done = subprocess.run([*command, file], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def test_the_linter_finds_nothing_in_what_is_served(spectral, client, tmp_path):
    found = lint(spectral, client.get("/v1/openapi.json").json(), tmp_path)
    assert [(each["code"], each["path"]) for each in found] == []


def test_the_linter_sees_a_broken_rule(spectral, client, tmp_path):
    document = client.get("/v1/openapi.json").json()
    document["info"]["version"] = "1"
    assert [each["code"] for each in lint(spectral, document, tmp_path)] == ["nlgov:semver"]
