"""Go through the states that a talk can be in, and say what never happens.

    found = course(scenario)
    found.dead_ends, found.endless, found.never, found.always, found.lost

It plays through the engine and knows no rule of the game itself.
"""

from simulator.authoring.exploring.course import LIMIT, Course, course
from simulator.authoring.exploring.courses import Courses
from simulator.authoring.exploring.leads import led_to
from simulator.authoring.exploring.stuck import Stuck
from simulator.authoring.exploring.talk import Talk
from simulator.scenario.guards import Guard, Moment

__all__ = [
    "LIMIT",
    "Course",
    "Courses",
    "Guard",
    "Moment",
    "Stuck",
    "Talk",
    "course",
    "led_to",
]
