"""A list of records as CSV (RFC 4180, UTF-8, comma), for whoever asks for it by `formaat` or by Accept."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from fastapi import Request
from fastapi.responses import Response
from pydantic import BaseModel

from api.accept import prefers

MEDIA_TYPE = "text/csv"
Formaat = Literal["json", "csv"]


def wants_csv(request: Request, formaat: Formaat | None) -> bool:
    """`formaat` decides; without it CSV is sent to whoever prefers it to JSON in the Accept header."""
    if formaat is not None:
        return formaat == "csv"
    return prefers(request, MEDIA_TYPE)


def csv_reply(
    records: Sequence[BaseModel], model: type[BaseModel], filename: str, headers: Mapping[str, str]
) -> Response:
    """One line a record, one column a field; a nested field is named after its path, a list joined by semicolons."""
    paths = list(_paths(model))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_column(path) for path in paths)
    for record in records:
        values = record.model_dump(by_alias=True, mode="json")
        writer.writerow(_cell(values, path) for path in paths)
    attachment = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return Response(text.getvalue(), media_type=MEDIA_TYPE, headers={**headers, **attachment})


def _paths(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """The fields of a model, those of a nested model in its place."""
    for name, info in model.model_fields.items():
        alias = info.alias or name
        types = [info.annotation, *get_args(info.annotation)]
        nested = next((each for each in types if isinstance(each, type) and issubclass(each, BaseModel)), None)
        if nested is None:
            yield (alias,)
        else:
            yield from ((alias, *path) for path in _paths(nested))


def _column(path: tuple[str, ...]) -> str:
    """`("aanbod", "bron", "url")` -> `aanbodBronUrl`."""
    return path[0] + "".join(step[0].upper() + step[1:] for step in path[1:])


def _cell(values: Any, path: tuple[str, ...]) -> str:
    for step in path:
        values = None if values is None else values[step]
    if isinstance(values, list):
        return "; ".join(map(str, values))
    if isinstance(values, bool):
        return "ja" if values else "nee"
    return "" if values is None else str(values)
