"""Servers that tests may ask for."""

from servers import postgres_port, postgres_url, redis_server, redis_url

__all__ = ["postgres_port", "postgres_url", "redis_server", "redis_url"]
