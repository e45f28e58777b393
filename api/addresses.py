"""Which methods an address knows."""

from starlette.routing import Match, Mount
from starlette.types import Scope

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def allowed(scope: Scope) -> list[str]:
    """Every method of the address, over all routes that fit it; empty when the address does not exist."""
    scope = {**scope, "root_path": scope.get("app_root_path", "")}  # as it was before files took it as theirs
    routes = scope["app"].routes
    pages = [route for route in routes if not isinstance(route, Mount)]
    found = [m for m in METHODS if any(route.matches({**scope, "method": m})[0] is Match.FULL for route in pages)]
    if not found and any(route.matches(scope)[0] is Match.FULL for route in routes if isinstance(route, Mount)):
        found = ["GET"]  # what is mounted is files
    if "GET" in found:
        found.insert(1, "HEAD")
    return [*found, "OPTIONS"] if found else []
