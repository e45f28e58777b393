"""At the door of the API: whose key is this, and is there room for one more request?"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.partners.keyring import Keyring, Partner
from api.partners.quota import Quota, Quotas
from api.partners.scopes import CHALLENGE, HEADER
from api.problems import problem
from api.version import BASE


class Guard:
    """Answers 401 to a key that is not valid and 429 when there is no room; says on every response what is left.

    Leaves the partner and its quota in the state of the request, for routes and scopes.
    """

    def __init__(self, app: ASGIApp, keyring: Keyring, quotas: Quotas) -> None:
        self._app = app
        self._keyring = keyring
        self._quotas = quotas

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(f"{BASE}/"):
            return await self._app(scope, receive, send)
        key = Headers(scope=scope).get(HEADER)
        quota, status, partner = await self._admit((scope["client"] or ("",))[0], key)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(quota.headers())
                if message["status"] == 429:
                    headers["Retry-After"] = str(quota.reset)
            await send(message)

        if status != 200:
            return await problem(status, headers=CHALLENGE if status == 401 else None)(scope, receive, with_headers)
        scope.setdefault("state", {}).update(partner=partner, quota=quota)
        return await self._app(scope, receive, with_headers)

    async def _admit(self, address: str, key: str | None) -> tuple[Quota, int, Partner | None]:
        """The quota that counts for a request, the status to refuse it with (200: let it in), and the partner."""
        anonymous = self._quotas.of(address, None)
        # A key that was not seen lately costs a look in the database, so who tries keys uses up its own room.
        counted = key is None or not self._keyring.known(key)
        if counted and not await anonymous.take():
            return anonymous, 429, None
        if key is None:
            return anonymous, 200, None
        partner = await self._keyring.find(key)
        if partner is None:
            return anonymous, 401 if counted or await anonymous.take() else 429, None
        quota = self._quotas.of(address, partner)
        return quota, 200 if await quota.take() else 429, partner
