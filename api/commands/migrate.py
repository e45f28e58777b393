"""Brings the tables of the database to the version of this release; starting the service does so too."""

import argparse

from api.settings import Settings

HELP = "Werkt de tabellen van de opslag bij. Starten doet dat ook."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.commands.opslag import opened

    with opened(settings):
        print("De opslag is bijgewerkt.")
    return 0
