"""`python -m knowledge …`: makes the model and the index, adds a document, answers a question in the terminal."""

import argparse
import sys
from pathlib import Path

from knowledge.errors import KnowledgeError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("model", help="make the embedding model, where it is not current").set_defaults(run=_model)
    commands.add_parser("build", help="make the index, where it is not current").set_defaults(run=_build)
    commands.add_parser("train", help="learn adaptation.npz and fusion.json from the cards").set_defaults(run=_train)
    commands.add_parser("store", help="keep the vectors for the next set-up").set_defaults(run=_store)
    ask = commands.add_parser("ask", help="answer one question, with its sources")
    ask.add_argument("vraag")
    ask.add_argument("--gemeente")
    ask.set_defaults(run=_ask)
    add = commands.add_parser("add", help="take a document into the register and the index")
    add.add_argument("file", metavar="BESTAND", type=Path, help="PDF, DOCX, HTML, Markdown of platte tekst")
    add.add_argument("--gemeente", metavar="NAAM", help="de gemeente waarvan het document is (verplicht)")
    add.add_argument("--titel", help="de titel; anders die van het document zelf")
    add.add_argument("--document", metavar="ID", help="de naam in adressen en bestanden; anders gemeente en titel")
    add.add_argument("--vervang", action="store_true", help="vervang een document dat al in het register staat")
    add.set_defaults(run=_add)
    parsed = parser.parse_args(arguments)
    try:
        return int(parsed.run(parsed) or 0)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 2


# Each command imports what it needs itself: finding that nothing has changed should take no longer than that.


def _model(_: argparse.Namespace) -> None:
    from knowledge.model import build_model

    info = build_model()
    print(f"model: {info.naam} ({info.fingerprint[:12]})")


def _build(_: argparse.Namespace) -> None:
    from knowledge.build import build

    print(build())


def _train(_: argparse.Namespace) -> None:
    from knowledge.train import train

    print(train())


def _store(_: argparse.Namespace) -> None:
    from knowledge.build import store_vectors

    print(store_vectors())


def _ask(parsed: argparse.Namespace) -> None:
    sys.modules["torch"] = None  # type: ignore[assignment]  # spaCy would import it; nothing here needs it
    from knowledge.library import Library

    antwoord = Library.open().answer(parsed.vraag, parsed.gemeente)
    print(antwoord.tekst)
    for bron in antwoord.bronnen:
        print(f"\n  {bron.titel}, {bron.sectie}\n  “{bron.citaat}”\n  {bron.url}")


def _add(parsed: argparse.Namespace) -> int:
    from knowledge import intake
    from knowledge.build import build

    return intake.run(parsed, build)


if __name__ == "__main__":
    sys.exit(main())
