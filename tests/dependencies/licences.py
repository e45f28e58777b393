"""`make licences`: what is served, and under which licence. Fails when a licence is one that nobody has looked at."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVED = {  # what runs, by the lock that it is installed from
    "api": (ROOT / "api" / "deploy" / "requirements.lock", ROOT / ".venv" / "bin" / "python"),
    "bot": (ROOT / "bot" / "requirements.lock", ROOT / "bot" / ".venv" / "bin" / "python"),
}

# Licences under which a part may go with a work under the EUPL-1.2: permissive ones, and those that ask something of
# changes to the part itself only (MPL, LGPL). A licence outside this list needs a look before it needs a line here.
ACCEPTED = re.compile(
    r"MIT|MIT-0|MIT-CMU|ISC|ISC License \(ISCL\)|BSD|0BSD|[23]-Clause BSD|BSD-[23]-Clause"
    r"|Apache-2\.0|Apache Software|Apache License 2\.0|Zlib|TCL|CC0-1\.0|Public Domain|PSF-2\.0"
    r"|Python Software Foundation|MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)|LGPL-3\.0-only"
    r"|GNU (Library or )?Lesser General Public License( v2 or later)? \(LGPL(v2\+)?\)"
)
# Looked at one by one: what the package says of itself is not a name of a licence.
LOOKED_AT = {
    "pyphen": "one of GPL 2+, LGPL 2.1+ and MPL 1.1, as the user chooses",
    "pypdfium2": "the library (BSD-3-Clause or Apache-2.0) and the licences of PDFium's own parts, all permissive",
}


@dataclass(frozen=True)
class Package:
    process: str
    name: str
    version: str
    licence: str

    @property
    def accepted(self) -> bool:
        """Looked at, or: each part of "MIT AND PSF-2.0", and one of "MIT OR GPL-2.0", is a licence of the list."""
        return self.name in LOOKED_AT or any(
            all(ACCEPTED.fullmatch(name.strip().removesuffix(" License")) for name in re.split(r" AND |; |, ", choice))
            for choice in self.licence.split(" OR ")
        )


def served() -> list[Package]:
    """Every package of both processes, by name. Raises CalledProcessError when an environment is not there."""
    return [package for process in SERVED for package in _packages(process)]


def _packages(process: str) -> list[Package]:
    lock, python = SERVED[process]
    names = re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE)
    tool = Path(sys.executable).with_name("pip-licenses")
    command = [tool, "--python", python, "--from=mixed", "--format=json", "--packages", *names]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return [Package(process, each["Name"], each["Version"], each["License"]) for each in found]


def main() -> int:
    packages = served()
    for package in packages:
        print(f"{package.process:5}{package.name:45}{package.version:16}{package.licence}")
    unknown = [package for package in packages if not package.accepted]
    for package in unknown:
        print(f"not looked at: {package.name} ({package.licence})", file=sys.stderr)
    return int(bool(unknown))


if __name__ == "__main__":
    sys.exit(main())
