"""`python -m api [--port PORT]` serves the assistant until Ctrl-C; `python -m api COMMAND` is for an administrator."""

import argparse
import asyncio
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from pydantic import ValidationError

from api.commands import COMMANDS
from api.ports import PortInUseError, bind
from api.settings import Settings
from api.telemetry import logs, traces

if TYPE_CHECKING:  # at run time only once the port is ours
    from api.serve import Loaded


def main() -> int:
    """0 after a clean stop; 1 with one sentence on standard error when the service cannot start."""
    parser = argparse.ArgumentParser(prog="python -m api", description="De assistent van het Ondernemersloket.")
    parser.add_argument("--port", default=os.environ.get("PORT"), help="de poort (anders PORT, anders 8000)")
    commands = parser.add_subparsers(dest="command", title="opdrachten", metavar="")
    for name, command in COMMANDS.items():
        parser_of_command = commands.add_parser(name, help=command.HELP, description=command.HELP)
        if name in sys.argv:  # what it offers to choose from may be slow to import: not when nobody asked for it
            command.add_arguments(parser_of_command)
    arguments = parser.parse_args()
    try:
        settings = Settings(port=arguments.port) if arguments.port else Settings()
        logs.configure(settings.log_level)
        if arguments.command is not None:
            return COMMANDS[arguments.command].run(arguments, settings)
        public = bind(settings.host, settings.port)  # before anything slow: a taken port is said at once
    except (PortInUseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except ValidationError as error:
        for item in error.errors():
            name = f"Instelling {item['loc'][0]} klopt niet" if item["loc"] else "De instellingen kloppen niet"
            print(f"{name}: {item['msg'].removeprefix('Value error, ')}", file=sys.stderr)
        return 1

    # spaCy imports torch wherever it is installed. Only making the model needs it: without, we start two seconds sooner
    # and take a quarter less memory.
    sys.modules["torch"] = None  # type: ignore[assignment]
    # For work as small as ours numpy's BLAS and faiss wake a second thread, which then keeps a core busy for ten times
    # as long, to see whether there is more. The dialogue process gets this from us.
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    from api.serve import run
    from api.storage import StorageError
    from api.version import API_VERSION
    from knowledge.errors import KnowledgeError

    if settings.otlp_endpoint:
        traces.export(settings.otlp_endpoint, API_VERSION)
    try:
        asyncio.run(run(settings, public, partial(_load, settings.noodhulp)))
    except (KnowledgeError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # Ctrl-C before the loop listens to it
        return 130
    finally:
        traces.flush()
    return 0


def _load(noodhulp: str) -> "Loaded":
    """The slow part of starting. Raises KnowledgeError."""
    from actions.checks import CHECKS
    from actions.omgeving import Omgeving
    from actions.rasa_app import build_action_app
    from actions.vindplaats import met_vindplaats
    from api.ahead import Ahead
    from api.privacy import mask
    from api.serve import Loaded
    from api.telemetry.timed_library import TimedLibrary

    mask("Mijn naam is Warm")  # reads its word lists: not at the expense of a visitor
    library = TimedLibrary.open(threads=1)  # the dialogue reads the message meanwhile
    checks = {naam: met_vindplaats(check, library.documents) for naam, check in CHECKS.items()}
    ahead = Ahead(library)
    return Loaded(library, ahead, checks, build_action_app(Omgeving(ahead, checks, noodhulp)))


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # everything has been closed; Python would take seconds more to take its libraries apart
