"""Which other sites may read the answers in a browser."""

from collections.abc import Iterator

import pytest
from front_door import FakeDialogue, FakeLibrary, build_app
from replies import by_the_rules
from starlette.testclient import TestClient

from api.settings import Settings

SITE = "https://www.gemeente.example"
ASKS = {"Origin": SITE, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


@pytest.fixture
def open_to_site(tmp_path) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path, cors_origins=f"{SITE} https://portaal.example:8443")
    app = build_app(FakeDialogue(), FakeLibrary(), settings)
    yield TestClient(app)
    app.state.services.storage.close()


def test_the_published_interface_may_be_read_by_every_site(client):
    assert by_the_rules(client.get("/v1/openapi.json")).headers["access-control-allow-origin"] == "*"
    preflight = client.options("/v1/openapi.json", headers={**ASKS, "Access-Control-Request-Method": "GET"})
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert preflight.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"


def test_the_api_may_be_called_by_the_sites_that_are_set(open_to_site):
    preflight = by_the_rules(open_to_site.options("/v1/berichten", headers=ASKS))
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == SITE
    assert preflight.headers["access-control-allow-methods"] == "POST, OPTIONS"
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]
    assert "Idempotency-Key" in preflight.headers["access-control-allow-headers"]
    reply = open_to_site.post("/v1/berichten", json={"bericht": "hallo"}, headers={"Origin": SITE})
    assert reply.headers["access-control-allow-origin"] == SITE
    assert "RateLimit" in reply.headers["access-control-expose-headers"]
    assert reply.headers["vary"] == "Origin"
    assert "access-control-allow-credentials" not in reply.headers


@pytest.mark.parametrize("path", ["/v1/weg", "/v1/berichten"])
def test_a_site_can_read_errors_too(open_to_site, path):
    reply = open_to_site.get(path, headers={"Origin": SITE})
    assert reply.status_code in (404, 405)
    assert reply.headers["access-control-allow-origin"] == SITE


@pytest.mark.parametrize("origin", ["https://elders.example", f"{SITE}.elders.example", "null", SITE.upper()])
def test_another_site_gets_no_leave(open_to_site, client, origin):
    for each in (open_to_site, client):
        assert (
            "access-control-allow-origin"
            not in each.options("/v1/berichten", headers={**ASKS, "Origin": origin}).headers
        )
        reply = each.get("/v1/checks", headers={"Origin": origin})
        assert reply.status_code == 200
        assert "access-control-allow-origin" not in reply.headers


def test_pages_are_not_for_scripts_of_other_sites(open_to_site):
    assert "access-control-allow-origin" not in open_to_site.get("/chat", headers={"Origin": SITE}).headers
