"""What a key may be used for. Without a key all is open that asks for none; with one, only what it was made for."""

from collections.abc import Mapping
from typing import Any

from fastapi import Depends, HTTPException, Request

SCOPES: Mapping[str, str] = {
    "berichten": "Praten met de assistent",
    "lezen": "Zoeken, en de documenten en tabellen lezen",
    "checks": "Checks doen, een voor een",
    "batches": "Veel checks doen in één verzoek",
}
HEADER = "X-Api-Key"
SCHEME = "sleutel"  # in the published interface
# For the `openapi_extra=` of a route that needs a key; other routes only welcome one.
KEY_NEEDED: dict[str, Any] = {"security": [{SCHEME: []}]}
CHALLENGE = {"WWW-Authenticate": f'ApiKey header="{HEADER}"'}


def may(scope: str, key_needed: bool = False) -> Any:
    """For the `dependencies=` of a route: 403 to a key without this scope, 401 without a key where one is needed."""

    async def check(request: Request) -> None:
        partner = getattr(request.state, "partner", None)
        if partner is None and key_needed:
            raise HTTPException(401, headers=CHALLENGE)
        if partner is not None and scope not in partner.scopes:
            raise HTTPException(403)

    return Depends(check)
