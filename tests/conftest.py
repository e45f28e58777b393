"""Servers, and a browser, that tests may ask for."""

from chromium import browser
from servers import postgres_port, postgres_url, redis_server, redis_url

__all__ = ["browser", "postgres_port", "postgres_url", "redis_server", "redis_url"]
