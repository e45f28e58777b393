"""One pass of the retention policy, by hand; the service does one every ten minutes."""

import argparse

from api.settings import Settings

HELP = "Sluit stille gesprekken en verwijdert wat lang genoeg is bewaard. De dienst doet dat ook zelf."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.commands.opslag import opened
    from api.retention import enforce
    from api.storage.types import now

    with opened(settings) as storage:
        removed = enforce(storage, settings, now())
    print(
        f"Gesloten: {removed.closed} gesprekken. Verwijderd: {removed.conversations} gesprekken, "
        f"{removed.audit_lines} regels van het auditlog en {removed.log_files} logbestanden."
    )
    return 0
