"""`python -m api [--port PORT]`: serves the assistant until Ctrl-C."""

import argparse
import asyncio
import logging
import os
import sys

from pydantic import ValidationError

from api.ports import PortInUseError, bind
from api.settings import Settings


def main() -> int:
    """0 after a clean stop; 1 with one sentence on standard error when the service cannot start."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    parser = argparse.ArgumentParser(prog="python -m api", description="De assistent van het Ondernemersloket.")
    parser.add_argument("--port", default=os.environ.get("PORT"), help="de poort (anders PORT, anders 8000)")
    arguments = parser.parse_args()
    try:
        settings = Settings(port=arguments.port) if arguments.port else Settings()
        public = bind(settings.host, settings.port)  # before anything slow: a taken port is said at once
    except (PortInUseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except ValidationError as error:
        for item in error.errors():
            print(f"Instelling {'.'.join(map(str, item['loc']))} klopt niet: {item['msg']}", file=sys.stderr)
        return 1

    from actions.checks import CHECKS
    from actions.omgeving import Omgeving
    from actions.rasa_app import build_action_app
    from api.serve import run
    from knowledge.errors import KnowledgeError
    from knowledge.library import Library

    try:
        library = Library.open()
        asyncio.run(run(settings, public, library, build_action_app(Omgeving(library, CHECKS))))
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:  # Ctrl-C while loading
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
