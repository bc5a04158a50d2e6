"""Days as they are typed: `2026-01-01..2026-03-31`, either end may be left out."""

from datetime import date

from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.reports.progressof import Period


class BadPeriodError(SimulatorError):
    """That is no period."""

    def __init__(self, given: str) -> None:
        super().__init__(
            N_(
                "{given!r} is no period. Write two days such as 2026-01-01..2026-03-31;"
                " either may be left out."
            ),
            given=given,
        )


def period_of(given: str) -> Period:
    """Return the period that was typed; nothing typed is all days.

    Raises:
        BadPeriodError: It is none, or ends before it begins.
    """
    if not given:
        return Period()
    first, dots, last = given.partition("..")
    try:
        found = Period(_day(first), _day(last))
    except ValueError as error:
        raise BadPeriodError(given) from error
    turned = found.first and found.last and found.first > found.last
    if turned or not dots or found == Period():
        raise BadPeriodError(given)
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
