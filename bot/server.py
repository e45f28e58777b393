"""Serves the dialogue on loopback: `bot/.venv/bin/python -m bot.server --port 5005`, from the root of the project.

Environment: `ACTION_ENDPOINT_URL` (required), `TRACKER_DB` (the database with the conversations, by default that
of the API: sqlite:///…/api/data/opslag.sqlite).
Ready when GET / answers 200. Stops on SIGTERM as soon as the turn under way, if any, is done.
"""

import argparse
import asyncio
import os
import warnings
from pathlib import Path
from typing import Any

from bot import light_rasa, logboek

ROOT = Path(__file__).parents[1]
MODELS = ROOT / "bot" / "models"


def newest_model() -> Path:
    """The model that was trained last. Raises SystemExit when there is none."""
    models = sorted(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        raise SystemExit("Er is geen getraind model. Draai eerst: bot/.venv/bin/python -m bot.train")
    return models[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--model", type=Path, default=None, help="default: the newest in bot/models")
    arguments = parser.parse_args()
    os.environ.setdefault("TRACKER_DB", f"sqlite:///{ROOT / 'api' / 'data' / 'opslag.sqlite'}")
    if "ACTION_ENDPOINT_URL" not in os.environ:
        raise SystemExit(
            "ACTION_ENDPOINT_URL ontbreekt: het adres van de acties, bijvoorbeeld http://127.0.0.1:5055/webhook"
        )
    quiet()
    light_rasa.install()
    serve(arguments.model or newest_model(), arguments.port)


def serve(model: Path, port: int) -> None:
    """Load the model and serve until SIGTERM or SIGINT. Imports Rasa, so `light_rasa.install()` goes first."""
    from rasa.core.agent import load_agent
    from rasa.core.run import configure_app
    from rasa.core.utils import AvailableEndpoints

    from bot import patches
    from bot.kanaal import Kanaal

    patches.install()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "bot" / "endpoints.yml"))
    kanaal = Kanaal()
    app = configure_app([kanaal], enable_api=False, port=port, endpoints=endpoints)
    app.config.ACCESS_LOG = False

    async def load(app: Any, loop: asyncio.AbstractEventLoop) -> None:
        app.ctx.agent = await load_agent(model_path=str(model), endpoints=endpoints, loop=loop)
        if not app.ctx.agent.is_ready():
            raise SystemExit(f"Het model {model} kan niet worden geladen.")
        await app.ctx.agent.parse_message("warm")  # the first run of a network is slow: not at the expense of a visitor

    async def leave(app: Any, loop: asyncio.AbstractEventLoop) -> None:
        """Once the turn under way has its reply: every turn is saved by then, and Sanic would wait for connections."""
        await kanaal.rust()
        await patches.close()
        os._exit(0)

    app.register_listener(load, "before_server_start")
    app.register_listener(leave, "before_server_stop")
    app.run(host="127.0.0.1", port=port, workers=1, access_log=False, debug=False, motd=False)


def quiet() -> None:
    """Warnings and worse only, no telemetry, no deprecation notes of the libraries that Rasa pins."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"
    warnings.showwarning = lambda *args, **kwargs: None  # libraries reset the filters; this they leave alone
    logboek.stel_in()


if __name__ == "__main__":
    main()
