"""Looks an installation over, part by part, and says in one sentence what is wrong and what to do."""

import argparse

from api.settings import Settings

HELP = "Kijkt de installatie na, onderdeel voor onderdeel, en zegt wat er mis is en wat u kunt doen."
MARKS = {"goed": "✓", "let op": "!", "fout": "✗"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """1 when something is wrong; what only deserves attention leaves it 0."""
    from api.doctor import PARTS

    wrong = 0
    for name, examine in PARTS.items():
        for finding in examine(settings):
            print(f"{MARKS[finding.state]} {name}: {finding.sentence}", flush=True)
            wrong += finding.state == "fout"
    print("\nAlles wat nodig is, werkt." if not wrong else f"\nMis: {wrong}. De dienst werkt niet of niet goed.")
    return int(wrong > 0)
