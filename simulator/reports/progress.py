"""What a person's talks show over time, and what to play next. Pure.

    now = progress(talks, shelf, today)

Levels and scores are told as they were scored; nothing here judges anything anew.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from msgspec import Struct

from scoring.principles import Principle
from simulator.scenario.model import Difficulty

RECENT: Final = 5
"""Talks that tell where a principle stands now, and how far it swings."""


class Glance(NamedTuple):
    """An attempt as far as counting goes. A tuple, since there may be thousands."""

    attempt: str
    scenario: str
    title: str
    on: date
    """The day it was last played, where the person is."""
    seconds: int
    """Time spent on it."""
    finished: bool
    business: float | None
    """0..100, near enough to tell which is best."""
    key_client: float | None
    """0..100, as near."""


class PlayedTalk(Struct, frozen=True):
    """A finished attempt."""

    attempt: str
    scenario: str
    title: str
    mode: str
    on: date
    """The day it was last played, where the person is."""
    outcome: str | None = None
    business: Fraction | None = None
    """0..100."""
    key_client: Fraction | None = None
    """0..100."""
    levels: Mapping[Principle, Fraction] | None = None
    """0..4, of the principles reached; None where nobody has looked yet."""
    rubric: str = ""
    """What the levels stand on; empty where nobody has looked yet."""


class OnShelf(Struct, frozen=True):
    """A scenario that can be played."""

    id: str
    title: str
    difficulty: Difficulty
    minutes: int
    principles: tuple[Principle, ...]
    """Those at stake in it."""


class Point(Struct, frozen=True):
    """A level that one talk showed."""

    talk: int
    """Its place among the finished talks, counted from 1."""
    level: Fraction
    """0..4."""


class Trend(Struct, frozen=True):
    """One principle over time."""

    principle: Principle
    points: tuple[Point, ...]
    """Oldest first; only talks that reached it."""

    @property
    def recent(self) -> tuple[Fraction, ...]:
        """The last levels, `RECENT` at most."""
        return tuple(one.level for one in self.points[-RECENT:])

    @property
    def now(self) -> Fraction | None:
        """The mean of the last levels; None when no talk has reached it."""
        return _mean(self.recent)

    @property
    def before(self) -> Fraction | None:
        """The mean of as many levels before those; None when there are fewer."""
        earlier = self.points[-2 * RECENT : -RECENT]
        return _mean([p.level for p in earlier]) if len(earlier) == RECENT else None

    @property
    def spread(self) -> tuple[Fraction, Fraction] | None:
        """The lowest and the highest of the last levels."""
        return (min(self.recent), max(self.recent)) if self.points else None


class Best(Struct, frozen=True):
    """A personal best."""

    talk: Glance
    points: int
    """0..100, whole."""


class Days(Struct, frozen=True):
    """On which days was played."""

    row: int
    """Days in a row up to today or yesterday; 0 when neither was a day of play."""
    longest: int
    last: date | None


class Next(Struct, frozen=True):
    """The scenario to play next, with the reasons."""

    scenario: OnShelf
    principle: Principle | None
    """The weakest principle that it tests; None when nothing is known yet."""
    level: Fraction | None
    """Where that principle stands; None when no talk has reached it."""
    played: int
    """How often it was played already."""
    usual: Fraction | None
    """The mean of the last first scores, by which difficulty is chosen."""


class Progress(Struct, frozen=True):
    """Everything that is told of a person's talks."""

    finished: int
    left: int
    """How many were begun and not finished."""
    talks: tuple[PlayedTalk, ...]
    """The last finished ones, oldest first."""
    trends: tuple[Trend, ...]
    """P1..P8, over these talks."""
    unseen: int
    """Those of these talks whose levels nobody has looked at yet."""
    business: Best | None
    key_client: Best | None
    days: Days
    seconds: int
    """Time spent in all talks, unfinished ones included."""
    next: Next | None
    rubrics: tuple[str, ...]
    """What the levels stand on; more than one when the rubric was changed."""

    @property
    def first_place(self) -> int:
        """The place of the first of `talks` among all that were finished, from 1."""
        return self.finished - len(self.talks) + 1


def progress(
    glances: Sequence[Glance],
    talks: Sequence[PlayedTalk],
    shelf: Sequence[OnShelf],
    today: date,
) -> Progress:
    """Tell what talks show over time.

    Args:
        glances: All attempts, oldest first.
        talks: The last finished ones among them, oldest first.
        shelf: What can be played, the easy ones first.
        today: The day it is where the person is.
    """
    finished = [one for one in glances if one.finished]
    first = len(finished) - len(talks) + 1
    trends = tuple(_trend(principle, talks, first) for principle in Principle)
    played = Counter(one.scenario for one in glances)
    return Progress(
        finished=len(finished),
        left=len(glances) - len(finished),
        talks=tuple(talks),
        trends=trends,
        unseen=sum(one.levels is None for one in talks),
        business=_best([(one, one.business) for one in finished]),
        key_client=_best([(one, one.key_client) for one in finished]),
        days=played_days({one.on for one in glances}, today),
        seconds=sum(one.seconds for one in glances),
        next=next_scenario(talks, played, trends, shelf),
        rubrics=tuple(dict.fromkeys(one.rubric for one in talks if one.rubric)),
    )


def played_days(days: Iterable[date], today: date) -> Days:
    """Count days of play in a row.

    A row that ended yesterday still stands: today is not over.
    """
    found = sorted(set(days))
    rows: list[int] = []
    for place, one in enumerate(found):
        follows = place > 0 and one - found[place - 1] == timedelta(days=1)
        rows.append(rows[-1] + 1 if follows else 1)
    last = found[-1] if found else None
    current = last is not None and today - last <= timedelta(days=1)
    return Days(rows[-1] if current else 0, max(rows, default=0), last)


def next_scenario(
    talks: Sequence[PlayedTalk],
    played: Mapping[str, int],
    trends: Sequence[Trend],
    shelf: Sequence[OnShelf],
) -> Next | None:
    """Choose what to play next; None when there is nothing to play.

    What a scenario is worth is the product of three: how far the weakest principle
    that it tests is from 4 (one that was never reached counts as 2 of 4); how new it
    is, one over one more than the times it was played; how well its difficulty fits:
    1, 2/3 or 1/3 by its distance from what the last scores ask for (easy below 50,
    hard from 75). Of equals the first on the shelf is taken.

    Args:
        talks: The last finished talks, oldest first.
        played: Scenario → how often it was begun.
        trends: Where the principles stand, over these talks.
        shelf: What can be played, the easy ones first.
    """
    usual = _mean([t.business for t in talks if t.business is not None][-RECENT:])
    levels = {one.principle: one.now for one in trends}

    def worth(one: OnShelf) -> Fraction:
        weakest = _weakest(one, levels)
        lacks = 4 - _known(levels[weakest]) if weakest else Fraction(1)
        return lacks / (1 + played.get(one.id, 0)) * _fit(one.difficulty, usual)

    best = max(shelf, key=worth, default=None)
    if best is None:
        return None
    weakest = _weakest(best, levels) if talks else None
    level = levels[weakest] if weakest else None
    return Next(best, weakest, level, played.get(best.id, 0), usual)


def _trend(principle: Principle, talks: Sequence[PlayedTalk], first: int) -> Trend:
    points = (
        Point(place, talk.levels[principle])
        for place, talk in enumerate(talks, start=first)
        if talk.levels is not None and principle in talk.levels
    )
    return Trend(principle, tuple(points))


def _best(talks: Iterable[tuple[Glance, float | None]]) -> Best | None:
    """Return the best talk by points; of equals the earliest."""
    scored = ((one, points) for one, points in talks if points is not None)
    talk, points = max(scored, key=lambda one: one[1], default=(None, 0.0))
    return Best(talk, int(points + 0.5)) if talk else None


def _weakest(
    one: OnShelf, levels: Mapping[Principle, Fraction | None]
) -> Principle | None:
    return min(one.principles, key=lambda p: (_known(levels[p]), p), default=None)


def _known(level: Fraction | None) -> Fraction:
    return Fraction(2) if level is None else level


def _fit(difficulty: Difficulty, usual: Fraction | None) -> Fraction:
    wanted = 0 if usual is None or usual < 50 else 1 if usual < 75 else 2
    return Fraction(3 - abs(tuple(Difficulty).index(difficulty) - wanted), 3)


def _mean(levels: Sequence[Fraction]) -> Fraction | None:
    return sum(levels, Fraction(0)) / len(levels) if levels else None
