"""When reviews were given, whatever the clock said at the time.

A clock is set ahead by mistake and put right again; a computer starts in 1970. The log
knows in which order reviews were given, so that a wrong time shows: it does not fit
between its neighbours. What fits together the most is believed.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date, datetime


def believed(times: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return times that never go back and never lie ahead of now.

    Times that do so already are returned as they are. Of others the most that fit
    together are believed; each of the rest is taken to be as early as it can be.

    Args:
        times: What the clock said, in the order in which it happened; aware.
        now: This moment, aware.

    Returns:
        A time for each of them.
    """
    fitting = _fitting(times, now)
    last = times[min(fitting)] if fitting else now
    found: list[datetime] = []
    for place, time in enumerate(times):
        last = time if place in fitting else last
        found.append(last)
    return tuple(found)


def day_of(time: datetime, now: datetime) -> date:
    """Return the day of a moment, where the trainee is now."""
    return time.astimezone(now.tzinfo).date()


def _fitting(times: Sequence[datetime], now: datetime) -> Collection[int]:
    """Return the places of the longest run that never goes back, up to now."""
    ends: list[datetime] = []
    places: list[int] = []
    before: dict[int, int | None] = {}
    for place, time in enumerate(times):
        if time > now:
            continue
        length = bisect_right(ends, time)
        before[place] = places[length - 1] if length else None
        ends[length : length + 1] = [time]
        places[length : length + 1] = [place]
    found: set[int] = set()
    at = places[-1] if places else None
    while at is not None:
        found.add(at)
        at = before[at]
    return found
