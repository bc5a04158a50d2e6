"""Practice that comes back: drills, when they are due, and how they went.

    sitting = Sitting(Practice(sessions), "en", Wish())
    told = sitting.answer(Choose(sitting.posed.view.offers[0].reply))
    sitting.go_on()

Only the log of reviews is kept; when a drill is due again is worked out from it.
"""

from simulator.study.errors import NoDrillsError, NothingToTakeBackError, StudyError
from simulator.study.grades import Grade, grade_of
from simulator.study.log import Review, counting, read
from simulator.study.posed import Posed, Told
from simulator.study.practice import Practice
from simulator.study.schedule import Standing, schedule
from simulator.study.sitting import Sitting, Summing, Wish
from simulator.study.times import believed, day_of
from simulator.study.today import DUE_A_DAY, NEW_A_DAY, Today, due_count, today

__all__ = [
    "DUE_A_DAY",
    "NEW_A_DAY",
    "Grade",
    "NoDrillsError",
    "NothingToTakeBackError",
    "Posed",
    "Practice",
    "Review",
    "Sitting",
    "Standing",
    "StudyError",
    "Summing",
    "Today",
    "Told",
    "Wish",
    "believed",
    "counting",
    "day_of",
    "due_count",
    "grade_of",
    "read",
    "schedule",
    "today",
]
