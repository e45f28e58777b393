"""What every reply of the API must be, whatever it was asked."""

from typing import Any

from httpx import Response

from api.version import API_VERSION

SECURITY = {
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


def by_the_rules(reply: Response) -> Response:
    """The reply, once its headers are those that the API design rules ask of every response."""
    assert reply.headers["api-version"] == API_VERSION
    assert SECURITY.items() <= reply.headers.items()
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert reply.headers["cache-control"]
    assert reply.headers.get("content-type") or not reply.content
    return reply


def problem_of(reply: Response, status: int) -> dict[str, Any]:
    """The body of a reply that must be a problem of this status: RFC 9457, with nothing from inside the service."""
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = by_the_rules(reply).json()
    assert body["status"] == status
    assert body["type"] == "about:blank"
    assert body["title"]
    assert body["detail"]
    assert set(body) <= {"type", "title", "status", "detail", "fouten"}
    assert all(set(fout) == {"veld", "melding"} and fout["melding"] for fout in body.get("fouten", []))
    return body
