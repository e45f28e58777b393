"""`python -m knowledge …`: makes the model and the index, adds a document, answers a question in the terminal."""

import argparse
import sys

from knowledge import intake
from knowledge.build import build
from knowledge.errors import KnowledgeError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("model", help="make the embedding model, where it is not current").set_defaults(run=_model)
    commands.add_parser("build", help="make the index, where it is not current").set_defaults(run=_build)
    commands.add_parser("train", help="learn the weights of fusion.json from the cards").set_defaults(run=_train)
    ask = commands.add_parser("ask", help="answer one question, with its sources")
    ask.add_argument("vraag")
    ask.add_argument("--gemeente")
    ask.set_defaults(run=_ask)
    intake.register_command(commands, build)
    parsed = parser.parse_args(arguments)
    try:
        return int(parsed.run(parsed) or 0)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 2


def _model(_: argparse.Namespace) -> None:
    from knowledge.model import build_model  # torch: only here

    info = build_model()
    print(f"model: {info.naam} ({info.fingerprint[:12]})")


def _build(_: argparse.Namespace) -> None:
    print(build())


def _train(_: argparse.Namespace) -> None:
    from knowledge.train import train  # torch, scipy and scikit-learn: only here

    print(train())


def _ask(parsed: argparse.Namespace) -> None:
    from knowledge.library import Library

    antwoord = Library.open().answer(parsed.vraag, parsed.gemeente)
    print(antwoord.tekst)
    for bron in antwoord.bronnen:
        print(f"\n  {bron.titel}, {bron.sectie}\n  “{bron.citaat}”\n  {bron.url}")


if __name__ == "__main__":
    sys.exit(main())
