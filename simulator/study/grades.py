"""How well a drill went, as the schedule takes it."""

from enum import IntEnum


class Grade(IntEnum):
    """What a review is worth; the numbers are those of the scheduler and the keys."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def grade_of(level: int) -> Grade:
    """Return the grade of a level, 0..4: 0 and 1 again, 2 hard, 3 good, 4 easy."""
    return Grade(max(level, Grade.AGAIN))
