"""What to practise today: the most forgotten first, and never a mountain."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from msgspec import Struct

from simulator.study.log import Review
from simulator.study.schedule import Standing, schedule
from simulator.study.times import day_of

DUE_A_DAY: Final = 10
"""So many that are due are asked for on one day; a minute each."""
NEW_A_DAY: Final = 3
"""So many that were never practised are begun on one day."""


class Today(Struct, frozen=True):
    """The cards of a day, by their keys."""

    due: tuple[str, ...] = ()
    """Practised before; the most forgotten first."""
    new: tuple[str, ...] = ()
    """Never practised; in the order of the deck."""
    waiting: int = 0
    """Due as well, and left for the next days."""


def today(
    deck: Sequence[str],
    log: Sequence[Review],
    now: datetime,
    *,
    most: int = DUE_A_DAY,
    new: int = NEW_A_DAY,
) -> Today:
    """Choose what to practise; what was practised today is counted in.

    Args:
        deck: The keys of all cards that can be practised.
        log: Every review, in the order in which it was given.
        now: This moment, aware, with the trainee's offset from UTC.
        most: How many due cards make a day.
        new: How many new ones.
    """
    standings, day = schedule(log, now), day_of(now, now)
    due = [key for key in dict.fromkeys(deck) if _is_due(standings.get(key), day)]
    due.sort(key=lambda key: _urgency(standings[key]))
    fresh = [key for key in dict.fromkeys(deck) if key not in standings]
    again, begun = _practised(standings, day)
    taken = due[: max(0, most - again)]
    return Today(
        tuple(taken), tuple(fresh[: max(0, new - begun)]), len(due) - len(taken)
    )


def due_count(log: Sequence[Review], now: datetime, *, most: int = DUE_A_DAY) -> int:
    """Return how many due cards are left for today, by the log alone."""
    standings, day = schedule(log, now), day_of(now, now)
    due = sum(_is_due(one, day) for one in standings.values())
    again, _ = _practised(standings, day)
    return min(due, max(0, most - again))


def _is_due(one: Standing | None, day: date) -> bool:
    return one is not None and one.due <= day


def _urgency(one: Standing) -> tuple[float, date]:
    return one.remembered, one.due


def _practised(standings: Mapping[str, Standing], day: date) -> tuple[int, int]:
    """Return how many cards were practised again on a day, and how many begun."""
    practised = [one for one in standings.values() if one.last == day]
    begun = sum(one.first == day for one in practised)
    return len(practised) - begun, begun
