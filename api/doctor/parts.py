"""The parts of the service itself: storage, knowledge base, dialogue."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from api.doctor.finding import Finding
from api.settings import ROOT, Settings

MODELS = ROOT / "bot" / "models"
PYTHON = (3, 10)  # Rasa 3.6 runs on nothing newer


def storage(settings: Settings) -> Iterator[Finding]:
    """Whether the database answers, and at which version its tables are."""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    from api.storage.engine import database_url, make_engine
    from api.storage.migrate import alembic_config

    try:
        url = make_url(database_url(settings.database_url, settings.data_dir))
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            yield Finding("goed", f"{url.database} is er nog niet: starten maakt haar.")
            return
        engine = make_engine(str(url.render_as_string(hide_password=False)))
    except (ArgumentError, OSError):
        yield Finding("fout", "ONDERNEMERSLOKET_DATABASE_URL is geen adres van een database: kijk het na.")
        return
    where = engine.url.render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:
            heads = set(MigrationContext.configure(connection).get_current_heads())
            wanted = set(ScriptDirectory.from_config(alembic_config(connection)).get_heads())
    except SQLAlchemyError as error:
        why = str(getattr(error, "orig", error)).strip().splitlines()[0]
        yield Finding("fout", f"{where} werkt niet ({why}): start de database of wijzig ONDERNEMERSLOKET_DATABASE_URL.")
        return
    finally:
        engine.dispose()
    if heads == wanted:
        yield Finding("goed", f"{where}, tabellen bijgewerkt.")
    elif not heads:
        yield Finding("goed", f"{where}, nog leeg: starten maakt de tabellen.")
    else:
        yield Finding("let op", f"{where} heeft tabellen van een andere versie: maak een back-up en start de dienst.")


def knowledge(settings: Settings) -> Iterator[Finding]:
    """Opens it as the service does."""
    sys.modules.setdefault("torch", None)  # type: ignore[arg-type]  # as in api.__main__
    from knowledge.errors import KnowledgeError
    from knowledge.library import Library

    try:
        library = Library.open()
    except KnowledgeError as error:
        yield Finding("fout", f"niet te gebruiken: draai `make index`. In het Engels: {error}")
        return
    yield Finding("goed", f"{len(library.documents)} documenten, {len(library.cards)} kaarten.")


def dialogue(settings: Settings) -> Iterator[Finding]:
    """Its Python, its libraries and its model; not whether a running one answers, which the port tells."""
    probe = "import sys, rasa.version, sanic; print(*sys.version_info[:2])"
    try:
        said = subprocess.run(
            [str(settings.rasa_python), "-c", probe], capture_output=True, text=True, timeout=120, cwd=ROOT, check=False
        )
    except OSError:
        yield Finding("fout", f"{settings.rasa_python} is er niet of start niet: draai `./setup.sh bot`.")
        return
    if said.returncode != 0:
        yield Finding("fout", f"Rasa ontbreekt bij {settings.rasa_python}: draai `./setup.sh bot`.")
        return
    if (version := tuple(map(int, said.stdout.split()))) != PYTHON:
        yield Finding(
            "fout",
            f"Rasa draait op Python 3.10 en hier staat {'.'.join(map(str, version))}: wijs met "
            "ONDERNEMERSLOKET_RASA_PYTHON een andere aan.",
        )
        return
    models = sorted(MODELS.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        yield Finding("fout", "er is geen getraind model in bot/models: draai `make dialogue`.")
        return
    yield Finding("goed", f"Rasa op Python 3.10, model {models[-1].name}.")
