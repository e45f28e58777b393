"""One pass of the retention policy, by hand; the service does one every ten minutes."""

import argparse
import sys

from api.settings import Settings

HELP = "Sluit stille gesprekken en verwijdert wat lang genoeg is bewaard. De dienst doet dat ook zelf."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.retention import enforce
    from api.storage import Storage, StorageError
    from api.storage.types import now

    try:
        storage = Storage.open(settings)
    except StorageError as error:
        print(error, file=sys.stderr)
        return 1
    removed = enforce(storage, settings, now())
    storage.close()
    print(
        f"Gesloten: {removed.closed} gesprekken. Verwijderd: {removed.conversations} gesprekken, "
        f"{removed.audit_lines} regels van het auditlog en {removed.log_files} logbestanden."
    )
    return 0
