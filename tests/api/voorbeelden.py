"""The examples of the published interface: carries them out, compares, and writes their answers anew.

    .venv/bin/python tests/api/voorbeelden.py     # after a change of texts; read the difference

What is in the documentation must be what the service says. A long list is shown by its beginning, and what differs at
every call (an id, a time, a score) by one value of its kind.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from api.partners import keys  # noqa: E402 - run as a program, the house must be found first
from api.partners.scopes import SCOPES  # noqa: E402

SHOWN = 2  # of a list longer than LONG
LONG = 12
CHANGING = {"gesprekId", "duurMs", "score", "regelset", "tijd"}
FIXED = {"gesprekId": "5f0c2f1e-7d0b-4e1c-9a55-2f5f7b1f6c11", "duurMs": 12.3}
# Which cards exist and how they are worded changes every week; their shape does not.
EDITORIAL = {"antwoorden", "antwoord", "resultaten"}


def send(client: TestClient, document: dict[str, Any], operation_id: str, case: dict[str, Any], key: str = "") -> Any:
    """The reply of the application to one case; `key` is sent when the case needs one."""
    path, method = next(
        (path, method)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if operation["operationId"] == operation_id
    )
    url = document["servers"][0]["url"] + path.format(**case.get("pad", {}))
    body = {"json": case["body"]} if "body" in case else {}
    headers = {**case.get("headers", {}), **({"X-Api-Key": key} if "sleutel" in case else {})}
    return client.request(method, url, params=case.get("query"), headers=headers, **body)


def make_key(app: FastAPI, *scopes: str) -> str:
    """A key for a partner of the running application."""
    with app.state.services.storage.write() as session:
        return keys.make(session, "test", "Portaal", scopes or list(SCOPES)).secret


def shown(reply: Any) -> Any:
    """The answer as the documentation shows it: JSON, the first lines of a text, or None for what is neither."""
    kind = reply.headers.get("content-type", "").partition(";")[0]
    if kind.endswith("json"):
        return _short(reply.json())
    return "".join(reply.text.splitlines(keepends=True)[: SHOWN + 1]) if kind.startswith("text/") else None


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _short(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_short(each) for each in (value[:SHOWN] if len(value) > LONG else value)]
    return value


def fixed(answer: Any, case: dict[str, Any]) -> Any:
    """The answer with one value for what differs at every call, so that writing it anew changes nothing."""
    if not isinstance(answer, dict):
        return answer
    asked = json.dumps({key: each for key, each in case.items() if key != "antwoord"})
    return {key: FIXED[key] if key in FIXED and str(each) not in asked else each for key, each in answer.items()}


def steady(value: Any) -> Any:
    """What must stay equal from call to call: values that change and editors' texts count by their kind only."""
    if isinstance(value, dict):
        return {
            key: _kind(each) if key in CHANGING | EDITORIAL else steady(each) for key, each in sorted(value.items())
        }
    return [steady(each) for each in value] if isinstance(value, list) else value


def _kind(value: Any) -> str:
    return "number" if isinstance(value, int | float) else type(value).__name__


def main() -> None:
    from real_front_door import build_real_app

    from api.examples import FOLDER

    app = build_real_app(Path(tempfile.mkdtemp()))
    key = make_key(app)
    with TestClient(app) as client:
        document = client.get("/v1/openapi.json").json()
        for file in sorted(FOLDER.glob("*.json")):
            cases = json.loads(file.read_text(encoding="utf-8"))
            for case in cases:
                reply = send(client, document, file.stem, case, key)
                assert reply.status_code == case["status"], (file.stem, case["naam"], reply.text)
                if (answer := shown(reply)) is not None:
                    case["antwoord"] = fixed(answer, case)
            file.write_text(json.dumps(cases, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
