"""The published interface, for tests of every operation that there is or will be."""

from types import SimpleNamespace
from typing import Any

from api.main import create_app
from api.settings import Settings

DOCUMENT: dict[str, Any] = create_app(SimpleNamespace(settings=Settings(), storage=None)).openapi()
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (path, method, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}
