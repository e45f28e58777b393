"""The fields that every check has, and a check's input as JSON values again."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

GEMEENTEN = ("enschede", "hengelo")  # those the assistant knows; a check covers one of them


def gemeente(vraag: str) -> dict[str, Any]:
    """The schema of the field `gemeente`, with its question."""
    return {"type": "string", "enum": list(GEMEENTEN), "description": vraag}


PEILDATUM: dict[str, Any] = {
    "type": "string",
    "format": "date",
    "description": "Volgens de regels van welke dag (jjjj-mm-dd)? Zonder datum: vandaag.",
}


def bekend(invoer: "DataclassInstance") -> dict[str, object]:
    """The fields that are not None, as JSON values."""
    return {veld: _json(waarde) for veld, waarde in asdict(invoer).items() if waarde is not None}


def _json(waarde: object) -> object:
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == int(waarde) else float(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde
