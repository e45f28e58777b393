"""What the input of every check has in common: its JSON Schema, its dataclass, and its JSON values again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from actions.invoer import Fout, Waarde, valideer
from knowledge.register import load_register

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")

GEMEENTEN = sorted({entry.gemeente for entry in load_register().values()})  # a check covers one of them


def gemeente(vraag: str) -> dict[str, Any]:
    """The schema of the field `gemeente`, with its question."""
    return {"type": "string", "enum": GEMEENTEN, "description": vraag}


def vrije_tekst(vraag: str, tekens: int = 500) -> dict[str, Any]:
    """The schema of a field in the user's own words, with its question and its greatest length."""
    return {"type": "string", "minLength": 1, "maxLength": tekens, "pattern": r"\S", "description": vraag}


def schema(titel: str, nodig: Sequence[str], velden: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The JSON Schema of a check. `nodig`: the fields of a full verdict; every check has a `peildatum` as well."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": titel,
        "description": (
            f"De gegevens voor de controle ‘{titel}’. U mag gegevens weglaten. "
            "Is een nodig gegeven weg, dan is het oordeel ‘onvolledig’ en staat de naam in ‘ontbreekt’."
        ),
        "type": "object",
        "additionalProperties": False,
        "required": list(nodig),
        "properties": {
            **velden,
            "peildatum": {
                "type": "string",
                "format": "date",
                "description": "Volgens de regels van welke dag (jjjj-mm-dd)? Zonder datum: vandaag.",
            },
        },
    }


def lees(
    soort: type[T],
    schema: Mapping[str, Any],
    fields: Mapping[str, object],
    onderling: Callable[[Mapping[str, Waarde]], Iterable[Fout]] = lambda _: (),
) -> T:
    """The dataclass of a check's input, from the fields of a request. Raises InvoerFouten with every error."""
    waarden: dict[str, Any] = dict(valideer(schema, fields, onderling))
    return soort(**waarden)


def bekend(invoer: "DataclassInstance") -> dict[str, object]:
    """The fields that are not None, as JSON values."""
    return {veld: _json(waarde) for veld, waarde in asdict(invoer).items() if waarde is not None}


def _json(waarde: object) -> object:
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == int(waarde) else float(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde
