"""The best and the worst scores that any talk comes to, and how sure that is.

Every talk is followed, each position of the same essence once. Where there are too
many, a beam follows the most promising only; then what was found is a bound from
inside, and `bounds` gives one from outside.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.talk import Outcome
from simulator.reach.bounds import (
    Bounds,
    business_bounds,
    key_client_bounds,
)
from simulator.reach.essence import Essence, essence
from simulator.reach.fills import decisions
from simulator.reach.heads import Head
from simulator.reach.trail import Step
from simulator.reach.walk import Position, Walker

MOST: Final = 4_000
"""Turns looked at, at most, before the search counts as too large."""
_BEAM: Final = 8
"""Talks that are followed side by side."""
_LONGEST: Final = 60
"""Turns of a talk that a beam follows."""
_PLAYED: Final = (Head.FIRST, Head.LONGEST, Head.SHORTEST, Head.TIMID)
"""Whose fillings of a form are tried beside the right ones."""
_ANYHOW: Final = 4
"""Random fillings that are tried too."""


class Extreme(Struct, frozen=True):
    """The worst and the best of one score over all talks that come to an ending."""

    worst: Fraction | None
    """The lowest found; None when no talk was found that has this score."""
    best: Fraction | None
    outside: Bounds
    """No talk lies outside."""

    @property
    def exact(self) -> bool:
        """True when what was found is the worst and the best that there is.

        Else it is only a bound from inside: there may be better and worse talks
        within the bounds from outside.
        """
        return (self.worst, self.best) == (self.outside.low, self.outside.high)


class Extremes(Struct, frozen=True):
    """What can be reached."""

    business: Extreme
    key_client: Extreme
    whole: bool
    """True when every talk was followed."""
    looked_at: int
    """Turns that were looked at."""
    best_trail: tuple[Step, ...]
    """The turns of the talk found with the best business score."""


class Way(Struct, frozen=True):
    """A talk so far."""

    here: Position
    trail: tuple[Step, ...]


class Found:
    """Keeps the best and the worst of the talks that came to an ending."""

    def __init__(self) -> None:
        self.business: list[Fraction] = []
        self.key_client: list[Fraction] = []
        self.best_trail: tuple[Step, ...] = ()
        self.best_ending: str | None = None

    def take(
        self,
        business: Fraction | None,
        key_client: Fraction | None,
        trail: tuple[Step, ...] = (),
        ending: str | None = None,
    ) -> None:
        """Keep the scores of one talk, where they are the best or the worst."""
        if business is not None and trail:
            known = self.business
            if not known or business > known[-1]:
                self.best_trail, self.best_ending = trail, ending
        self.business = _ends(self.business, business)
        self.key_client = _ends(self.key_client, key_client)


def extremes(
    walker: Walker,
    played: Iterable[tuple[Fraction | None, Fraction | None]] = (),
    most: int = MOST,
) -> Extremes:
    """Find the best and the worst scores.

    Args:
        walker: Plays the scenario.
        played: Both scores of talks that were played to an ending: found, too.
        most: So many turns are looked at before a beam takes over.
    """
    search = Search(walker, Way(walker.start, ()), most)
    whole = search.everything()
    if not whole:
        search.beams()
    for business, key_client in played:
        search.found.take(business, key_client)
    return Extremes(
        _extreme(
            search.found.business,
            None if whole else business_bounds(walker.scenario, walker.rubric),
        ),
        _extreme(
            search.found.key_client,
            None if whole else key_client_bounds(walker.scenario, walker.rulebook),
        ),
        whole,
        search.looked_at,
        search.found.best_trail,
    )


class Search:
    """One search through the talks of a scenario, from a moment on."""

    def __init__(self, walker: Walker, start: Way, most: int) -> None:
        """Make ready.

        Args:
            walker: Plays the scenario.
            start: Where all these talks begin.
            most: So many turns are looked at before the search counts as too large.
        """
        self.walker, self.start, self.most = walker, start, most
        self.essence: Essence = essence(walker.scenario)
        self.found = Found()
        self.looked_at = 0
        self._whole = not any(s.form for s in walker.scenario.scenes.values())
        """False where there are forms: nobody tries all that can stand there."""

    def everything(self) -> bool:
        """Follow every talk; tell whether that was possible."""
        seen, waiting = {self._essence(self.start)}, [self.start]
        while waiting:
            for way in self._onward(waiting.pop()):
                name = self._essence(way)
                if name in seen:
                    continue
                seen.add(name)
                if not self._ended(way):
                    waiting.append(way)
            if self.looked_at > self.most:
                return False
        return self._whole

    def beams(self) -> None:
        """Follow the most promising talks: towards either end of either score."""
        for sign in (1, -1):
            for which in (0, 1):
                self.beam(sign, which)

    def beam(self, sign: int, which: int) -> None:
        """Follow talks towards the best (1) or the worst (-1) of one score.

        Args:
            sign: Towards which end.
            which: 0: business above ego; 1: the key-client score.
        """

        def worth(way: Way) -> Fraction:
            return sign * self._worth(way)[which]

        ways, seen = [self.start], set[object]()
        for _ in range(_LONGEST):
            onward = [way for one in ways for way in self._onward(one)]
            going_on = [way for way in onward if not self._ended(way)]
            fresh = {self._essence(way): way for way in going_on}
            for name in seen & fresh.keys():
                del fresh[name]
            seen |= fresh.keys()
            ways = sorted(fresh.values(), key=worth, reverse=True)[:_BEAM]

    def _onward(self, way: Way) -> Iterator[Way]:
        for there in self._following(way.here):
            self.looked_at += 1
            made = there.step
            yield Way(there, (*way.trail, made) if made else way.trail)

    def _following(self, here: Position) -> Iterator[Position]:
        for reply in here.offers:
            yield self.walker.after(here, reply)
        form = self.walker.scenario.scenes[here.state.scene].form
        if here.has_form and form is not None:
            for variant in range(decisions(form)):
                yield self.walker.handed_in(here, Head.BEST, variant)
            for head in _PLAYED:
                yield self.walker.handed_in(here, head, 0)
            for variant in range(_ANYHOW):
                yield self.walker.handed_in(here, Head.RANDOM, variant)

    def _ended(self, way: Way) -> bool:
        """Score a talk that came to an ending; tell whether it did."""
        if way.here.state.ending is None:
            return False
        ending = way.here.state.ending
        self.found.take(*self._scores(way), way.trail, ending)
        return True

    def _essence(self, way: Way) -> object:
        return self.essence.of(way.here.state, way.trail, self.walker.scorer)

    def _scores(self, way: Way) -> tuple[Fraction | None, Fraction | None]:
        state = way.here.state
        outcome: Outcome | None = self.walker.outcome(state)
        scored = self.walker.scorer.score(way.trail, state, outcome)
        return scored.business, scored.key_client

    def _worth(self, way: Way) -> tuple[Fraction, Fraction]:
        business, key_client = self._scores(way)
        return business or Fraction(), key_client or Fraction()


def _ends(known: list[Fraction], more: Fraction | None) -> list[Fraction]:
    """Return the lowest and the highest of what was found."""
    found = known if more is None else [*known, more]
    return [min(found), max(found)] if found else []


def _extreme(found: list[Fraction], outside: Bounds | None) -> Extreme:
    worst, best = (found[0], found[-1]) if found else (None, None)
    if outside is None:
        outside = Bounds(worst or Fraction(), best or Fraction())
    return Extreme(worst, best, outside)
