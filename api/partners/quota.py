"""How many requests one caller may send in a minute: a partner by its key, everybody else by address.

The window is fixed and starts at a caller's first request, so that what the headers say is exact.
"""

import ipaddress
import logging
import math
import time
from dataclasses import dataclass
from functools import lru_cache

from limits import RateLimitItemPerMinute
from limits.aio.strategies import FixedWindowRateLimiter
from limits.errors import StorageError

from api.partners.counters import counters
from api.partners.keyring import Partner
from api.settings import Settings

log = logging.getLogger(__name__)

WINDOW = 60  # seconds


@dataclass
class Quota:
    """What one caller may send, and after `take` what is left of it. `remaining` is None while nobody counts."""

    limiter: FixedWindowRateLimiter
    name: str  # of the policy, as the headers say it
    caller: str
    limit: int  # requests in WINDOW
    remaining: int | None = None
    reset: int = WINDOW  # seconds until the caller may send `limit` again

    async def take(self, cost: int = 1) -> bool:
        """Whether there was room for so many more; the route of a batch takes one for every item.

        When Redis is away there is: a limit guards the service, and must not be what stops it.
        """
        item = RateLimitItemPerMinute(self.limit, namespace="olk")
        try:
            # A batch that does not fit must not use up the room of smaller requests.
            fits = cost == 1 or await self.limiter.test(item, self.name, self.caller, cost=cost)
            taken = fits and await self.limiter.hit(item, self.name, self.caller, cost=cost)
            window = await self.limiter.get_window_stats(item, self.name, self.caller)
        except StorageError as error:
            log.warning("De limieten worden niet geteld: %s", error)
            return True
        self.remaining = window.remaining
        self.reset = max(1, math.ceil(window.reset_time - time.time()))
        return taken

    def headers(self) -> dict[str, str]:
        """By draft-ietf-httpapi-ratelimit-headers."""
        headers = {"RateLimit-Policy": f'"{self.name}";q={self.limit};w={WINDOW}'}
        if self.remaining is not None:
            headers["RateLimit"] = f'"{self.name}";r={self.remaining};t={self.reset}'
        return headers


class Quotas:
    """Gives each caller its quota."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._limiter = FixedWindowRateLimiter(counters(settings.redis_url))

    def of(self, address: str, partner: Partner | None) -> Quota:
        if partner is not None:
            limit = partner.limiet_per_minuut or self._settings.limiet_sleutel
            return Quota(self._limiter, "sleutel", partner.prefix, limit)
        caller, own = _caller(address)
        if own:
            return Quota(self._limiter, "eigen-machine", caller, self._settings.limiet_eigen_machine)
        return Quota(self._limiter, "anoniem", caller, self._settings.limiet_anoniem)


@lru_cache(maxsize=4096)
def _caller(address: str) -> tuple[str, bool]:
    """Who is counted, and whether that is this machine itself. Of IPv6 one household or office has a whole /64."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:  # a socket without an address
        return address, False
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip
    if isinstance(ip, ipaddress.IPv6Address) and not ip.is_loopback:
        return str(ipaddress.ip_network((ip, 64), strict=False)), False
    return str(ip), ip.is_loopback
