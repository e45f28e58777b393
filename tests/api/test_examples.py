"""Every example of the published interface is carried out on the real application, and says what is served."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from real_front_door import build_real_app
from starlette.testclient import TestClient
from voorbeelden import make_key, send, shown, steady

from api.examples import FOLDER, cases

CASES = [(file.stem, case) for file in sorted(FOLDER.glob("*.json")) for case in cases(file.stem)]
ANEW = "the documentation says something else: .venv/bin/python tests/api/voorbeelden.py writes it anew"


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> TestClient:
    app = build_real_app(tmp_path_factory.mktemp("data"))
    with TestClient(app, raise_server_exceptions=False) as client:
        client.key = make_key(app)
        yield client
    app.state.services.storage.close()


@pytest.fixture(scope="module")
def document(real):
    return real.get("/v1/openapi.json").json()


def operations(document):
    return {op["operationId"]: op for path in document["paths"].values() for op in path.values()}


@pytest.mark.parametrize(("operation_id", "case"), CASES, ids=[f"{name}-{case['naam']}" for name, case in CASES])
def test_an_example_is_what_the_service_says(real, document, operation_id, case):
    reply = send(real, document, operation_id, case, real.key)
    assert reply.status_code == case["status"]
    media = operations(document)[operation_id]["responses"][str(case["status"])].get("content", {})
    if case["status"] == 204:
        assert (reply.content, media) == (b"", {})
        return
    kind = reply.headers["content-type"].partition(";")[0]
    assert kind in media
    assert steady(shown(reply)) == steady(case.get("antwoord")), ANEW
    if kind.endswith("json"):
        schema = {**media[kind]["schema"], "components": document["components"]}
        errors = [error.message for error in jsonschema_rs.validator_for(schema).iter_errors(reply.json())]
        assert errors == []


def test_every_request_and_every_response_has_an_example(document):
    """Whatever its route; a file of examples that belongs to no operation is an error too."""
    assert {name for name, _ in CASES} <= set(operations(document))
    for name, operation in operations(document).items():
        for media in operation.get("requestBody", {}).get("content", {}).values():
            assert media["examples"], f"no example of a request in voorbeelden/{name}.json"
        for parameter in operation.get("parameters", []):
            assert "example" in parameter or not parameter["required"], f"{name} {parameter['name']}"
        assert any(case["status"] < 300 for case in cases(name)), f"no example in voorbeelden/{name}.json"
        for status, response in operation["responses"].items():
            for kind, media in response.get("content", {}).items():
                if kind.endswith("json") or kind.startswith("text/"):
                    assert "examples" in media or "example" in media, f"{name} {status} {kind}"


def test_a_chat_example_shows_an_answer_with_its_source():
    """Cards come and go: when the examples' question is no longer answered, choose another one."""
    answers = [a for case in cases("postBericht") if case["status"] == 200 for a in case["antwoord"]["antwoorden"]]
    assert any(answer["soort"] == "antwoord" and answer["bronnen"] for answer in answers)


def test_the_files_are_written_as_the_writer_writes_them():
    for file in Path(FOLDER).glob("*.json"):
        text = file.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n", file.name
