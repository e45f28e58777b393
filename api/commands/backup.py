"""A copy of the database in a file; the service may go on."""

import argparse
import sys
from pathlib import Path

from api.settings import Settings

HELP = "Maakt een kopie van de opslag in een bestand. De dienst kan blijven draaien."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bestand", type=Path, help="waar de kopie komt; het bestand mag er nog niet zijn")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.storage.backup import BackupError, backup

    try:
        backup(settings, arguments.bestand)
    except BackupError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"De kopie staat in {arguments.bestand}. Bewaar de sleutel van de opslag (storage_key) op een andere plek.")
    return 0
