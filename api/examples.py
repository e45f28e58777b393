"""The examples of the published interface: one file an operation in `voorbeelden/`, which the tests carry out.

A file is a list of cases: `{"naam", "omschrijving", "status", "antwoord"}` with what is sent in `pad`, `query`,
`headers` and `body`, and in `sleutel` the scope of the key that is needed. Of a long list the answer shows the
beginning; a file that is no text has none. Errors that every operation has need no case.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from api.problems import MEDIA_TYPE, body

FOLDER = Path(__file__).parent / "voorbeelden"


@cache
def cases(operation_id: str) -> tuple[dict[str, Any], ...]:
    """The cases of one operation, in the order of the file; none when it has no file."""
    file = FOLDER / f"{operation_id}.json"
    return tuple(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else ()


def add(operation: dict[str, Any]) -> None:
    """Puts the examples into one operation of an OpenAPI document."""
    found = cases(operation["operationId"])
    for parameter in operation.get("parameters", []):
        part = {"path": "pad", "query": "query", "header": "headers"}[parameter["in"]]
        good = [case.get(part, {}) for case in found if case["status"] < 300]
        if given := [values[parameter["name"]] for values in good if parameter["name"] in values]:
            parameter["example"] = given[0]
    for media in operation.get("requestBody", {}).get("content", {}).values():
        media["examples"] = {
            case["naam"]: {"summary": case["omschrijving"], "value": case["body"]}
            for case in found
            # Those that go with the path that is shown: a tool that combines the two must get an answer.
            if case["status"] < 300 and case.get("pad") == found[0].get("pad")
        }
    for status, response in operation["responses"].items():
        own = [case for case in found if str(case["status"]) == status and "antwoord" in case]
        for media_type, media in response.get("content", {}).items():
            fitting = {
                case["naam"]: _shown(case) for case in own if case.get("mediaType", _usual(status)) == media_type
            }
            if fitting:
                media["examples"] = fitting
            elif media_type == MEDIA_TYPE:
                media["example"] = body(int(status))


def _usual(status: str) -> str:
    return MEDIA_TYPE if status[0] in "45" else "application/json"


def _shown(case: Mapping[str, Any]) -> dict[str, Any]:
    return {"summary": case["omschrijving"], "value": case["antwoord"]}
