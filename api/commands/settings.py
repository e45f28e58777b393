"""Lists every setting: what it is for, its default, and its value here."""

import argparse
from pathlib import Path

from pydantic import SecretStr

from api.settings import ROOT, Settings

HELP = "Toont elke instelling: waarvoor, de standaard, en de waarde hier. Van een geheim alleen of het gezet is."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    print("\n\n".join(described(settings)))
    return 0


def described(settings: Settings) -> list[str]:
    """A few lines a setting: `ONDERNEMERSLOKET_…=value`, whether that is the default, and its description."""
    prefix = str(settings.model_config["env_prefix"])
    lines = []
    for name, field in Settings.model_fields.items():
        value, default = getattr(settings, name), field.default
        where = "standaard" if value == default else f"standaard: {_shown(default)}"
        text = " ".join((field.description or "").split())
        lines.append(f"{prefix}{name.upper()}={_shown(value, name, settings)}  ({where})\n    {text}")
    return lines


def _shown(value: object, name: str = "", settings: Settings | None = None) -> str:
    """As it would be typed; a secret never."""
    if isinstance(value, SecretStr):
        return "(gezet)" if value.get_secret_value() else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Path) and value.is_relative_to(ROOT):
        return str(value.relative_to(ROOT))
    if settings is not None and (password := settings.secrets().get(name)):
        return str(value).replace(f":{password}@", ":***@")
    return str(value)
