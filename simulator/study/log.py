"""The log of reviews as values. All else is worked out from it, each time anew."""

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec import Struct

from simulator.store import Reviewed
from simulator.store.times import NEVER, moment
from simulator.study.grades import Grade


class Review(Struct, frozen=True):
    """A drill that was answered; or, without a grade, one that is taken back."""

    key: str
    card: str
    at: datetime
    """Aware. What the clock said, which may have been wrong."""
    grade: Grade | None
    level: int | None = None
    """0..4, as it was scored; the grade is the trainee's."""
    mode: str = "choose"
    words: str = ""
    takes_back: str = ""
    """The key of a review that no longer counts; empty: none."""


def counting(log: Iterable[Review]) -> tuple[Review, ...]:
    """Return the reviews that count, in the order in which they were written."""
    entries = tuple(log)
    gone = {one.takes_back for one in entries if one.takes_back}
    return tuple(
        one for one in entries if one.grade is not None and one.key not in gone
    )


def kept(review: Review) -> Reviewed:
    """Return a review as the store keeps it."""
    return Reviewed(
        key=review.key,
        at=review.at.astimezone(UTC).isoformat(),
        card=review.card,
        rating=None if review.grade is None else int(review.grade),
        level=review.level,
        mode=review.mode,
        words=review.words,
        taken_back=review.takes_back or None,
    )


def read(row: Reviewed) -> Review:
    """Return the review that the store kept."""
    rating = row.rating
    known = rating is not None and rating in set(Grade)
    return Review(
        key=row.key,
        card=row.card,
        at=moment(row.at) or NEVER,
        grade=Grade(rating) if rating is not None and known else None,
        level=row.level,
        mode=row.mode,
        words=row.words,
        takes_back=row.taken_back or "",
    )
