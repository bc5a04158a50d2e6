"""The moments that a store keeps, ISO 8601 in UTC, read whatever became of them."""

from datetime import UTC, datetime
from typing import Final

NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a time that is damaged."""


def moment(text: str) -> datetime | None:
    """Return the moment that an ISO time names, in UTC; without a zone it is UTC.

    None when it is no time.
    """
    try:
        at = datetime.fromisoformat(text)
        aware = at if at.tzinfo else at.replace(tzinfo=UTC)
        return aware.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
