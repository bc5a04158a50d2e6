"""How days are written: as people write them, never as a computer does."""

from datetime import date
from typing import Final

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def day(on: date, language: str) -> str:
    """Write a day: `24.11.2026` in Russian, `24 Nov 2026` in English."""
    if language == "ru":
        return f"{on.day:02}.{on.month:02}.{on.year}"
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
