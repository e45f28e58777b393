"""The clock of the municipality."""

from datetime import UTC, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def zone() -> tzinfo:
    """That of the Netherlands; UTC where the machine does not know it."""
    try:
        return ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return UTC


def hier(moment: datetime) -> datetime:
    """The same moment, by our clock."""
    return moment.astimezone(zone())
