"""The published interface: complete, in Dutch, and true (schemathesis sends what it allows and what it forbids)."""

import tempfile
from pathlib import Path

import schemathesis
from front_door import FakeDialogue, FakeLibrary, build_app
from hypothesis import HealthCheck, settings

from api.settings import Settings

EXPECTED = {
    "/berichten": {"post"},
    "/feedback": {"post"},
    "/gesprekken/{gesprekId}": {"get", "delete"},
    "/overdrachten": {"post"},
    "/gesprekken/{gesprekId}/berichten": {"get"},
    "/mededelingen": {"get"},
    "/passages": {"get"},
    "/checks": {"get"},
    "/checks/{check}": {"get", "post"},
    "/checks/{check}/toelichting": {"post"},
    "/checks/{check}/pdf": {"post"},
    "/bronnen": {"get"},
    "/bronnen/{document}": {"get"},
    "/informele-locaties": {"get"},
    "/bedrijventerreinen": {"get"},
}


def test_the_interface_that_partners_rely_on_is_published(client):
    """Other rules for every operation are in test_design_rules.py."""
    document = client.get("/v1/openapi.json").json()
    published = {(path, method) for path, operations in document["paths"].items() for method in operations}
    assert {(path, method) for path, methods in EXPECTED.items() for method in methods} <= published
    bericht = document["components"]["schemas"]["Bericht"]
    assert bericht["additionalProperties"] is False
    assert set(bericht["properties"]) == {"bericht", "gesprekId", "gemeente"}


WRITABLE = Settings(data_dir=Path(tempfile.mkdtemp()), stream_duration=0.000001)
schema = schemathesis.openapi.from_asgi("/v1/openapi.json", build_app(FakeDialogue(), FakeLibrary(), WRITABLE))


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_service_does_what_it_publishes(case):
    case.call_and_validate()
