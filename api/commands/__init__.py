"""`python -m api COMMAND`: what an administrator runs. A module a command; it imports what is slow when it runs."""

import argparse
from collections.abc import Mapping
from typing import Protocol

from api.commands import backup, doctor, kaarten, medewerkers, migrate, restore, retention, settings, sleutels
from api.settings import Settings


class Command(Protocol):
    """What each module here has."""

    @property
    def HELP(self) -> str: ...  # noqa: N802 - one sentence in Dutch

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, arguments: argparse.Namespace, settings: Settings) -> int:
        """The exit status; what is wrong goes to standard error in one sentence."""
        ...


COMMANDS: Mapping[str, Command] = {
    "backup": backup,
    "doctor": doctor,
    "kaarten": kaarten,
    "medewerkers": medewerkers,
    "migrate": migrate,
    "restore": restore,
    "retention": retention,
    "settings": settings,
    "sleutels": sleutels,
}
