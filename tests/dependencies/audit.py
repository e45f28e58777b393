"""`make audit`: known weaknesses in what is served (pip-audit), but for those looked at in allowed.yml.

Asks the advisory service of PyPI. Where that cannot be reached it says so in one line and ends well: no news is not
good news, but it is no reason to stop a build without a network.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.dependencies.licences import SERVED

HERE = Path(__file__).parent
PROBE = "urllib3==1.26.0"  # has had advisories since 2021: a service that knows of none is not there


class UnreachableError(Exception):
    """The advisory service gave no answer."""


@dataclass(frozen=True)
class Weakness:
    """One advisory about one package; `ids` are its numbers at PyPI, CVE and GitHub."""

    process: str
    package: str
    version: str
    ids: frozenset[str]
    fixed_in: tuple[str, ...]

    def __str__(self) -> str:
        fixed = f", fixed in {', '.join(self.fixed_in)}" if self.fixed_in else ""
        return f"{self.process}: {self.package} {self.version} has {', '.join(sorted(self.ids))}{fixed}"


@dataclass(frozen=True)
class Allowed:
    """A weakness that we know of and keep, and why it cannot be reached."""

    process: str
    package: str
    id: str
    reason: str

    def covers(self, weakness: Weakness) -> bool:
        return (self.process, self.package) == (weakness.process, weakness.package) and self.id in weakness.ids


def load_allowed(path: Path = HERE / "allowed.yml") -> list[Allowed]:
    return [Allowed(**entry) for entry in yaml.safe_load(path.read_text())["allowed"]]


def find(process: str, requirements: Path) -> list[Weakness]:
    """Of every pinned package. Raises UnreachableError when the service knows nothing of any of them."""
    tool = Path(sys.executable).with_name("pip-audit")
    command = [tool, "-r", requirements, "--no-deps", "--disable-pip", "--format=json", "--progress-spinner=off"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    try:
        packages = json.loads(said.stdout)["dependencies"]
    except ValueError:  # it says why on standard error, and nothing else
        raise UnreachableError(said.stderr.strip().splitlines()[-1][:200]) from None
    if all("skip_reason" in package for package in packages):
        raise UnreachableError("no package is known there")
    return [
        Weakness(
            process,
            package["name"],
            package["version"],
            frozenset({found["id"], *found["aliases"]}),
            tuple(found["fix_versions"]),
        )
        for package in packages
        for found in package.get("vulns", ())
    ]


def probe() -> None:
    """Raises UnreachableError: one question, before hundreds."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(PROBE)
        file.flush()
        if not find("probe", Path(file.name)):
            raise UnreachableError("it knows no advisory at all")


def main() -> int:
    allowed = load_allowed()
    try:
        probe()
        found = [weakness for process, (lock, _) in SERVED.items() for weakness in find(process, lock)]
    except UnreachableError as error:
        print(f"SKIPPED: the advisory service cannot be reached from here ({error}); nothing was audited")
        return 0
    new = [weakness for weakness in found if not any(entry.covers(weakness) for entry in allowed)]
    for entry in allowed:
        if not any(entry.covers(weakness) for weakness in found):
            print(f"no longer needed in allowed.yml: {entry.process}, {entry.package}, {entry.id}")
    for weakness in new:
        print(weakness)
    print(f"{len(found)} known, {len(found) - len(new)} looked at, {len(new)} new")
    return int(bool(new))


if __name__ == "__main__":
    sys.exit(main())
