"""The files with which the service is put to work: valid, pinned, without rights, and true to the code."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import compose_spec
import pytest
import yaml

from api.settings import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "api" / "deploy"
COMPOSE = yaml.safe_load((ROOT / "compose.yml").read_text())
EXACT = re.compile(r"[^:]+:\d+\.\d+(\.\d+)?(-[\w.-]+)?$")


def program(name: str, package: str) -> str:
    """A part of the system; skips where it is not there, and fails so in continuous integration."""
    found = shutil.which(name)
    if found is None:
        say = f"{name} is not installed: apt-get install {package}"
        pytest.fail(say) if os.environ.get("CI") == "true" else pytest.skip(say)
    return str(found)


def instructions() -> list[tuple[str, str]]:
    """The Containerfile, as (instruction, rest)."""
    text = (ROOT / "Containerfile").read_text().replace("\\\n", " ")
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line and not line.startswith("#")]
    return [(first, rest) for first, rest in lines]


# The container


def test_the_containerfile_passes_hadolint():
    linter = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([linter, ROOT / "Containerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_base_images_are_pinned_and_of_the_pythons_that_the_project_needs():
    stages = {rest.split()[-1] for instruction, rest in instructions() if instruction == "FROM"}
    bases = [rest.split()[0] for instruction, rest in instructions() if instruction == "FROM"]
    images = [base for base in bases if base not in stages]
    assert [image.rpartition(":")[2].rpartition(".")[0] for image in images] == ["3.10", "3.11"]
    assert all(EXACT.match(image) for image in images)


def test_what_runs_has_no_rights_and_is_what_an_administrator_runs():
    start = next(i for i, (_, rest) in enumerate(instructions()) if rest.endswith("AS serve"))
    serve = instructions()[start:]
    (user,) = [rest for instruction, rest in serve if instruction == "USER"]
    assert all(int(id_) > 1000 for id_ in user.split(":"))
    assert serve[-1] == ("ENTRYPOINT", '[".venv/bin/python", "-m", "api"]')
    environment = dict(re.findall(r"ONDERNEMERSLOKET_(\w+)=(\S+)", dict(serve)["ENV"]))
    assert {name.lower() for name in environment} <= Settings.model_fields.keys()
    assert environment["PRODUCTION"] == "true"


def test_everything_that_is_copied_is_there():
    copied = [
        rest.split()[:-1] for instruction, rest in instructions() if instruction == "COPY" and "--from" not in rest
    ]
    assert all((ROOT / path).exists() for paths in copied for path in paths)


def test_what_is_served_is_a_part_of_what_is_tested():
    def pins(path: Path) -> set[str]:
        return set(re.findall(r"^([\w.-]+==\S+)", path.read_text(), re.MULTILINE))

    served, tested = pins(DEPLOY / "requirements.lock"), pins(ROOT / "requirements.lock")
    assert served < tested
    assert not any(pin.startswith(("torch==", "pytest==")) for pin in served)


# The servers together


def test_the_compose_file_is_valid_and_a_mistake_in_it_is_seen():
    text = (ROOT / "compose.yml").read_text()
    assert set(compose_spec.PyCompose.from_yaml(text).service_names()) == {"proxy", "loket", "database", "redis"}
    with pytest.raises(Exception, match="nonsense"):
        compose_spec.PyCompose.from_yaml(text.replace("    read_only: true", "    nonsense: true", 1))


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_a_service_is_pinned_and_gains_no_rights(name):
    service = COMPOSE["services"][name]
    assert EXACT.match(service["image"])
    assert "no-new-privileges:true" in service["security_opt"]
    assert name == "database" or service["cap_drop"] == ["ALL"]
    assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


def test_the_service_gets_settings_that_exist_and_secrets_that_must_be_given():
    environment = COMPOSE["services"]["loket"]["environment"]
    ours = [name for name in environment if name.startswith("ONDERNEMERSLOKET_")]
    names = {name.removeprefix("ONDERNEMERSLOKET_").lower() for name in ours}
    assert names <= Settings.model_fields.keys()
    assert all(":?" in value for name, value in environment.items() if name.endswith(("_KEY", "_SECRET")))
    assert int(COMPOSE["services"]["loket"]["stop_grace_period"].rstrip("s")) > Settings().shutdown_timeout + 10


# Without containers


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The systemd unit, of a project that is here."""
    here = tmp_path / "ondernemersloket.service"
    here.write_text((DEPLOY / here.name).read_text().replace("/opt/ondernemersloket", str(ROOT)))
    return here


def test_the_unit_is_valid_and_shut_in(unit: Path):
    analyze = program("systemd-analyze", "systemd")
    done = subprocess.run([analyze, "verify", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    said = subprocess.run([analyze, "security", "--offline=true", unit], capture_output=True, text=True, check=False)
    (exposure,) = re.findall(r"exposure level for \S+: (\d+\.\d+)", said.stdout)
    assert float(exposure) < 2


def test_the_unit_gives_settings_that_exist_and_the_time_to_stop(unit: Path):
    text = unit.read_text()
    assert {name.lower() for name in re.findall(r"ONDERNEMERSLOKET_(\w+)=", text)} <= Settings.model_fields.keys()
    assert int(re.findall(r"TimeoutStopSec=(\d+)", text)[0]) > Settings().shutdown_timeout + 10


def test_nginx_accepts_its_configuration(tmp_path: Path):
    nginx = program("nginx", "nginx-light")
    here = tmp_path / "nginx.conf"
    here.write_text((DEPLOY / "nginx.conf").read_text().replace("loket:8000", "127.0.0.1:8000"))
    done = subprocess.run([nginx, "-t", "-c", here, "-p", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
