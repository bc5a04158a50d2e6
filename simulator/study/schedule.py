"""When each card is due, worked out from the log by the scheduler that is settled on.

Days are those of the trainee, and a card is due on a day, not at an hour: who practised
at night may practise in the morning. A review puts its card at least a day away.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from msgspec import Struct

from simulator.study.log import Review, counting
from simulator.study.times import believed, day_of

if TYPE_CHECKING:
    from fsrs import Scheduler


class Standing(Struct, frozen=True):
    """How a card stands that was reviewed before."""

    first: date
    last: date
    due: date
    reviews: int
    remembered: float
    """How likely it still is that the card would go well today, 0..1."""


def schedule(log: Sequence[Review], now: datetime) -> dict[str, Standing]:
    """Return how each card stands that was reviewed and not taken back.

    The same log at the same moment gives the same schedule: nothing is drawn.

    Args:
        log: Every review, in the order in which it was given.
        now: This moment, aware, with the trainee's offset from UTC.
    """
    reviews = counting(log)
    if not reviews:
        return {}
    times = believed([one.at for one in reviews], now)
    by_card: dict[str, list[tuple[date, int]]] = {}
    for one, at in zip(reviews, times, strict=True):
        graded = (day_of(at, now), int(one.grade or 1))
        by_card.setdefault(one.card, []).append(graded)
    scheduler, today = _scheduler(), day_of(now, now)
    return {card: _standing(given, today, scheduler) for card, given in by_card.items()}


def _standing(
    given: Sequence[tuple[date, int]], today: date, scheduler: "Scheduler"
) -> Standing:
    """Go through the reviews of one card.

    The library knows moments only, so a day is its midnight in UTC; and a card that is
    not told its id and when it is due takes both from the clock.
    """
    from fsrs import Card, Rating

    first, last = given[0][0], given[-1][0]
    card = Card(card_id=1, due=_midnight(first))
    for day, grade in given:
        card, _ = scheduler.review_card(card, Rating(grade), _midnight(day))
    return Standing(
        first=first,
        last=last,
        due=card.due.date(),
        reviews=len(given),
        remembered=scheduler.get_card_retrievability(card, _midnight(today)),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _scheduler() -> "Scheduler":
    """Return the scheduler: no repeats within the day, and no chance in it."""
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
