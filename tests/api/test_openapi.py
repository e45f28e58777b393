"""The published interface: complete, in Dutch, and true (schemathesis sends what it allows and what it forbids)."""

import os
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import schemathesis
from front_door import KRAAM, FakeDialogue, FakeLibrary, build_app
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from voorbeelden import make_key

from actions.checks import CHECKS
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


# `make fuzz` sends more. Enough room for all of them, and a stream that ends as soon as it has begun.
CASES = int(os.environ.get("FUZZ_CASES", "40"))
SENT: Counter[int] = Counter()
ROOM = {"limiet_anoniem": 10**6, "limiet_sleutel": 10**6, "stream_duration": 0.000001}
app = build_app(FakeDialogue(), FakeLibrary(), Settings(data_dir=Path(tempfile.mkdtemp()), **ROOM))
app.state.services = replace(app.state.services, checks={**CHECKS, "kraam": KRAAM})
KEY = make_key(app)
# Names that exist, or nearly every request would end at "not found".
NAMES = {"check": [*CHECKS, "kraam"], "document": ["voorbeeld"]}
for operations in app.openapi()["paths"].values():
    for parameter in [each for operation in operations.values() for each in operation.get("parameters", [])]:
        if parameter["name"] in NAMES:
            parameter["schema"]["enum"] = NAMES[parameter["name"]]
schema = schemathesis.openapi.from_asgi("/v1/openapi.json", app)
# A batch of more than 1,000 cases may be too large to be read at all.
schema.config.checks.negative_data_rejection.expected_statuses.append("413")


@schema.parametrize()
@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_service_does_what_it_publishes(case):
    needs_key = {} not in case.operation.definition.raw["security"]
    # Which fields go with which check is not in this schema but in that of the check; the made-up one takes any.
    excluded = [positive_data_acceptance] if case.path_parameters.get("check") in CHECKS else None
    reply = case.call_and_validate(headers={"X-Api-Key": KEY} if needs_key else None, excluded_checks=excluded)
    SENT[reply.status_code] += 1


def test_many_requests_were_sent_and_none_broke_the_service():
    """Comes after the others. `pytest -rP` shows the numbers, which `make fuzz` asks for."""
    print(f"{sum(SENT.values())} requests, by status: {dict(sorted(SENT.items()))}")
    assert sum(SENT.values()) >= CASES * len(schema)
    assert not [status for status in SENT if status >= 500]
    assert SENT[200] > 0.2 * sum(SENT.values())
