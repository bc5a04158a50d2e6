"""`--since`: from which moment on attempts are told."""

from datetime import UTC, datetime
from typing import Final

from simulator.errors import SimulatorError
from simulator.messages import N_

LAST: Final = "last"
EVER: Final = ""
"""Before every moment."""


class BadMomentError(SimulatorError):
    """What was given is no moment."""

    def __init__(self, text: str) -> None:
        super().__init__(
            N_(
                "--since takes a date (2026-11-27), a time (2026-11-27T09:30), or"
                " last: {text} is neither."
            ),
            text=text,
        )


def since_of(text: str | None) -> str:
    """Return a moment as the store writes it: ISO 8601, in UTC.

    A date begins at midnight, and a time without a zone is meant, where the machine
    stands now. `last`, and nothing, are before every moment.

    Raises:
        BadMomentError: It is none.
    """
    if text is None or text == LAST:
        return EVER
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC).isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise BadMomentError(text) from error
