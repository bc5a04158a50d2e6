"""How often the talks of all heads pass each scene."""

from fractions import Fraction

from simulator.authoring.rehearsal.plays import Task, play_all
from simulator.graph import Passing


def passing(task: Task) -> Passing:
    """Play, and tell which share of all talks came to each scene and each ending.

    Args:
        task: What is played; its talks are shared out among the nine heads as in a
            rehearsal.
    """
    told = play_all(task, jobs=1)
    talks = len(told.plays)
    came = {name: Fraction(times, talks) for name, times in told.came.items()}
    return Passing(talks, came)
