"""Puts a copy of the database back, over what is there; stop the service first."""

import argparse
import sys
from pathlib import Path

from api.settings import Settings

HELP = "Zet een kopie van de opslag terug. Wat er nu staat, wordt vervangen. Stop eerst de dienst."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bestand", type=Path, help="een kopie van `python -m api backup`")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.storage import Storage, StorageError
    from api.storage.backup import BackupError, restore

    try:
        restore(settings, arguments.bestand)
        Storage.open(settings).close()
    except (BackupError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{arguments.bestand} is teruggezet.")
    return 0
