"""The best that could still be reached from a moment of a talk, and how sure that is.

    found = best_onward(scenario, rubric, rulebook, events, state)

Every way on is followed, as `extremes` does from the beginning; where there are too
many, the most promising only. Then what was found is the least that can be reached,
and beside it stands what no talk of the scenario can surpass.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.keyclient import Rulebook
from scoring.rubric import Rubric
from scoring.scorecard import RED_FLAG_CAP
from simulator.engine import Event, Read, Source, State
from simulator.reach.bounds import ANYTHING, business_bounds
from simulator.reach.extremes import Search, Way
from simulator.reach.trail import Spoken, Step
from simulator.reach.walk import Walker
from simulator.scenario.model import Scenario

MOST: Final = 2_000
"""Turns looked at before only the most promising ways are followed."""


class Onward(Struct, frozen=True):
    """What could still be reached, by the replies that are on offer."""

    business: Fraction | None
    """The best score found, 0..100; None when no way to an ending was found."""
    most: Fraction
    """No talk of the scenario scores more, 0..100."""
    replies: tuple[str, ...]
    """The author's words on that way, the next one first; empty for a form."""
    ending: str | None
    """The id of the ending that it comes to."""

    @property
    def exact(self) -> bool:
        """True when nothing better can be reached."""
        return self.business == self.most


def best_onward(
    scenario: Scenario,
    rubric: Rubric,
    rulebook: Rulebook,
    events: Sequence[Event],
    state: State,
    most: int = MOST,
) -> Onward:
    """Find the best score of business above ego that a talk could still come to.

    Own words that were said count as they were heard; from there on the author's
    replies are tried, and forms filled in rightly and otherwise.

    Args:
        scenario: The one that is played.
        rubric: How it is scored.
        rulebook: By which its forms are judged.
        events: Of the turns so far, oldest first; the first one says how it began.
        state: Where the talk stands after them.
        most: So many turns are looked at before only the best ways are followed.
    """
    walker = Walker(scenario, rubric, rulebook)
    begun = walker.retold(events)
    search = Search(walker, Way(walker.stand(state), begun), most)
    whole = search.everything()
    if not whole:
        search.beam(1, 0)
    found = search.found
    best = found.business[-1] if found.business else None
    flagged = any(one.red_flag for one in begun)
    bound = _bound(scenario, rubric, events)
    if flagged:
        bound = min(bound, RED_FLAG_CAP)
    return Onward(
        best,
        best if whole and best is not None else bound,
        tuple(_words(one) for one in found.best_trail[len(begun) :]),
        found.best_ending,
    )


def _bound(scenario: Scenario, rubric: Rubric, events: Sequence[Event]) -> Fraction:
    """Return what no talk surpasses; own words may show more than any reply does."""
    own = any(isinstance(e, Read) and e.by is not Source.AUTHOR for e in events)
    return ANYTHING.high if own else business_bounds(scenario, rubric).high


def _words(step: Step) -> str:
    return step.reply.text if isinstance(step, Spoken) else ""
