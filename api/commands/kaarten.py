"""The cards that were published on the staff site, as files for the repository."""

import argparse
import sys
from pathlib import Path

from api.settings import Settings

HELP = "Kaarten van de balie: schrijf de gepubliceerde kaarten als bestanden."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="actie", required=True, metavar="ACTIE")
    export = actions.add_parser("exporteer", help="schrijft de kaarten die nu gelden als bestanden")
    export.add_argument("--map", type=Path, required=True, help="waar; in de broncode is dat knowledge/cards")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """1 when a card could not be written; the others are."""
    from api.commands.opslag import opened
    from api.kaarten import bestanden
    from api.kaarten.regels import faults
    from api.storage import kaarten
    from knowledge.register import load_documents
    from knowledge.table_cards import table_cards

    with opened(settings) as storage, storage.read() as session:
        contents = {each.kaart_id: each.inhoud for each in kaarten.published(session)}
    documents = load_documents()
    of_tables = {card.id for card in table_cards(documents)}
    wrong = {naam: " ".join(found.values()) for naam, each in contents.items() if (found := faults(each, documents))}
    wrong |= {naam: "Deze kaart komt uit een tabel: knowledge/table_cards/." for naam in contents if naam in of_tables}
    good = [each for naam, each in contents.items() if naam not in wrong]
    paths = bestanden.write(good, arguments.map)
    print(f"Geschreven kaarten: {len(good)}.", *paths, sep="\n")
    for naam, reden in wrong.items():
        print(f"Niet geschreven: {naam}. {reden}", file=sys.stderr)
    return int(bool(wrong))
