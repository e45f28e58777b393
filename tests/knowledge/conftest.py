"""Fixtures of several tests."""

from tests.knowledge.intake_world import add, sources

__all__ = ["add", "sources"]
