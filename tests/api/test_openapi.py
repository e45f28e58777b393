"""The published interface: complete, in Dutch, and true (schemathesis sends what it allows and what it forbids)."""

import tempfile
from pathlib import Path

import schemathesis
from front_door import FakeDialogue, FakeLibrary, build_app
from hypothesis import HealthCheck, settings

from api.settings import Settings

EXPECTED = {
    "/v1/berichten": {"post"},
    "/v1/passages": {"get"},
    "/v1/checks": {"get"},
    "/v1/checks/{check}": {"get", "post"},
    "/v1/checks/{check}/toelichting": {"post"},
    "/v1/checks/{check}/pdf": {"post"},
    "/v1/bronnen": {"get"},
    "/v1/bronnen/{document}": {"get"},
    "/v1/informele-locaties": {"get"},
    "/v1/bedrijventerreinen": {"get"},
    "/health/live": {"get"},
    "/health/ready": {"get"},
}


def test_every_route_is_published_with_our_own_errors(client):
    document = client.get("/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert {path: set(operations) for path, operations in document["paths"].items()} == EXPECTED
    for operations in document["paths"].values():
        for operation in operations.values():
            assert operation["summary"]
            assert "422" not in operation["responses"]
    bericht = document["components"]["schemas"]["Bericht"]
    assert bericht["additionalProperties"] is False
    assert set(bericht["properties"]) == {"bericht", "gesprekId", "gemeente"}
    error = document["paths"]["/v1/berichten"]["post"]["responses"]["400"]["content"]
    assert list(error) == ["application/problem+json"]


WRITABLE = Settings(data_dir=Path(tempfile.mkdtemp()))
schema = schemathesis.openapi.from_asgi("/v1/openapi.json", build_app(FakeDialogue(), FakeLibrary(), WRITABLE))


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_service_does_what_it_publishes(case):
    case.call_and_validate()
