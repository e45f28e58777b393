"""The Dutch API Design Rules (2.2) that a linter cannot see, for every operation that there is or will be."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from published import DOCUMENT, OPERATIONS
from replies import by_the_rules, problem_of
from voorbeelden import make_key, send

from api import lifecycle
from api.examples import cases
from api.lifecycle import Retirement
from api.version import API_VERSION, BASE

PATHS = [BASE + path for path in DOCUMENT["paths"]]
every_path = pytest.mark.parametrize("path", [re.sub(r"\{.*?\}", "x", path) for path in PATHS])
every_operation = pytest.mark.parametrize("name", list(OPERATIONS))

# Of these there is one, so their name is no plural: an explanation and a page of one verdict; a word without a plural.
SINGLE = {"toelichting", "pdf", "feedback"}


def every_route(routes: Any) -> Iterator[APIRoute]:
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from every_route(getattr(getattr(route, "original_router", None), "routes", []))


def test_every_route_of_the_api_is_published_and_nothing_else(app: FastAPI):
    routes = list(every_route(app.routes))
    published = {BASE + path for path in DOCUMENT["paths"]}
    assert {route.path for route in routes if route.path.startswith("/v1/")} == published
    assert all(route.include_in_schema == (route.path in published) for route in routes)


def test_the_document_says_what_it_is():
    assert DOCUMENT["openapi"].startswith("3.1")
    assert DOCUMENT["servers"][0]["url"] == BASE
    assert re.fullmatch(r"\d+\.\d+\.\d+", API_VERSION)
    assert DOCUMENT["info"]["version"] == API_VERSION
    assert f"/v{API_VERSION.split('.')[0]}" == BASE
    assert set(DOCUMENT["info"]["contact"]) == {"name", "url", "email"}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_plural_kebab_case(path):
    for segment in path.removeprefix(BASE + "/").split("/"):
        if not segment.startswith("{"):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", segment)
            assert re.search(r"(en|s)$", segment) or segment in SINGLE


def test_names_are_lower_camel_case():
    names = [p["name"] for _, _, op in OPERATIONS.values() for p in op.get("parameters", []) if p["in"] != "header"]
    for schema in DOCUMENT["components"]["schemas"].values():
        names += schema.get("properties", {})
    assert [name for name in names if not re.fullmatch(r"[a-z]+[a-zA-Z0-9]*", name)] == []


@every_operation
def test_everything_is_described_in_dutch(name):
    _, _, operation = OPERATIONS[name]
    texts = [operation["summary"], operation["description"]]
    texts += [parameter["description"] for parameter in operation.get("parameters", [])]
    texts += [response["description"] for response in operation["responses"].values()]
    assert all(texts)
    assert operation["tags"]
    english = re.compile(r"\b(the|and|successful|error|response|returns?)\b", re.IGNORECASE)
    assert [text for text in texts if english.search(text)] == []


@every_path
def test_a_slash_at_the_end_is_another_address(client, path):
    problem_of(client.get(path + "/", follow_redirects=False), 404)
    problem_of(client.post(path + "/", json={}, follow_redirects=False), 404)


@every_path
def test_the_address_says_which_methods_it_knows(client, path):
    published = {m.upper() for p, m, _ in OPERATIONS.values() if re.sub(r"\{.*?\}", "x", BASE + p) == path}
    reply = by_the_rules(client.options(path))
    assert (reply.status_code, reply.content) == (204, b"")
    allowed = set(reply.headers["allow"].split(", "))
    assert allowed - {"HEAD", "OPTIONS"} == published
    assert ("HEAD" in allowed) == ("GET" in published)
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - published:
        refused = client.request(method, path)
        problem_of(refused, 405)
        assert set(refused.headers["allow"].split(", ")) == allowed


def test_no_options_where_there_is_nothing(client):
    problem_of(client.options("/v1/weg"), 404)
    problem_of(client.get("/v1"), 404)


@pytest.mark.parametrize("path", ["/v1/checks", "/v1/openapi.json", "/v1/bronnen/weg", "/chat", "/static/chat.js"])
def test_head_is_get_without_its_body(client, path):
    get, head = client.get(path), client.head(path)
    assert head.content == b""
    assert head.status_code == get.status_code
    counted = ("ratelimit", "x-correlation-id")
    assert [item for item in head.headers.items() if item[0] not in counted] == [
        item for item in get.headers.items() if item[0] not in counted
    ]


@every_operation
def test_a_body_that_is_too_large(client, name):
    path, method, operation = OPERATIONS[name]
    if "requestBody" in operation:
        body = b'{"x": "' + b"x" * 2**21 + b'"}'
        problem_of(client.request(method, BASE + re.sub(r"\{.*?\}", "x", path), content=body), 413)
        assert {"400", "413"} <= set(operation["responses"])


@every_operation
def test_an_error_inside_is_a_problem_that_tells_nothing(app, client, name):
    class Broken:
        def __getattr__(self, part: str) -> None:
            raise RuntimeError("geheim inwendig detail")

    key = make_key(app)
    case = next(case for case in cases(name) if case["status"] < 300)
    working, app.state.services = app.state.services, Broken()
    reply = send(client, DOCUMENT, name, case, key)
    app.state.services = working
    assert "geheim" not in str(problem_of(reply, 500))


@every_operation
def test_every_documented_response_names_its_headers(name):
    for status, response in OPERATIONS[name][2]["responses"].items():
        assert {"API-Version", "RateLimit", "RateLimit-Policy"} <= set(response["headers"])
        assert ("Retry-After" in response["headers"]) == (status == "429")
        if status[0] in "45":
            assert list(response["content"]) == ["application/problem+json"]


def test_an_operation_that_will_go_says_when(client, monkeypatch):
    assert "deprecation" not in client.get("/v1/checks/kraam").headers
    retirement = Retirement(date(2026, 1, 1), date(2026, 7, 1), "https://gemeente.example/api/afscheid")
    monkeypatch.setattr(lifecycle, "RETIRING", {"/v1/checks/{check}": retirement})
    headers = by_the_rules(client.get("/v1/checks/kraam")).headers
    assert headers["deprecation"] == "@1767225600"  # date -u -d 2026-01-01 +%s
    assert headers["sunset"] == "Wed, 01 Jul 2026 00:00:00 GMT"
    assert headers["link"] == '<https://gemeente.example/api/afscheid>; rel="deprecation"; type="text/html"'
    assert "deprecation" not in client.get("/v1/checks").headers
