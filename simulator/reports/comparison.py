"""Two talks of one scenario side by side: what was said, tempers, levels, scores.

    now = comparison(pair, language)
    onward = still_reachable(pair)

Words of authors are in one language; words of the program are phrases.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import zip_longest

from msgspec import Struct

from scoring.difference import Differences
from scoring.principles import Principle
from simulator.engine import Mode, view
from simulator.reach.onward import Onward, best_onward
from simulator.reports.debrief import debrief
from simulator.reports.model import Debrief, PrincipleNote, TurnNote
from simulator.reports.names import meter_name
from simulator.reports.phrases import Phrase
from simulator.reports.retest import held_against
from simulator.sessions.attempt import Attempt
from simulator.sessions.pairs import Pair


class Gauge(Struct, frozen=True):
    """Where somebody's temper stands after a turn, one gauge of it."""

    person: str
    """The person's name."""
    name: Phrase
    value: int
    """0..10."""
    change: int
    """By how much the turn moved it."""


class SideTurn(Struct, frozen=True):
    """A turn of one of the talks."""

    note: TurnNote
    tempers: tuple[Gauge, ...]


class Row(Struct, frozen=True):
    """The turns of one number; one is missing where its talk was over already."""

    turn: int
    first: SideTurn | None
    second: SideTurn | None


class Side(Struct, frozen=True):
    """One of the talks as a whole."""

    attempt: str
    mode: Mode
    on: date
    """The day it was last played, where the person is."""
    note: Debrief
    branched_after: int | None
    """The turn after which it branched off from the other; None where it did not."""

    @property
    def key_client(self) -> Fraction | None:
        """The second score, 0..100."""
        return self.note.key_client.score if self.note.key_client else None


class Change(Struct, frozen=True):
    """A score or a level in both talks."""

    first: Fraction | None
    second: Fraction | None

    @property
    def difference(self) -> Fraction | None:
        """By how much the second is higher; None where either is not reached."""
        if self.first is None or self.second is None:
            return None
        return self.second - self.first


class Level(Struct, frozen=True):
    """A principle in both talks."""

    principle: Principle
    title: str
    change: Change


class Comparison(Struct, frozen=True):
    """Two talks side by side."""

    scenario: str
    title: str
    first: Side
    second: Side
    beginning: tuple[TurnNote, ...]
    """The turns that are the same in both."""
    rows: tuple[Row, ...]
    """Those after them."""
    business: Change
    key_client: Change
    levels: tuple[Level, ...]
    """P1..P8."""
    other_text: bool
    """True when the scenario was changed between the two."""
    apart: Differences | None
    """How far the differences may be chance; None for a branch, which is no sitting of
    its own: it began with the answers of the other."""


def comparison(pair: Pair, language: str) -> Comparison:
    """Put two talks side by side.

    Args:
        pair: Both are over.
        language: Whose words of rubric and rulebook to use: `ru` or `en`.
    """
    one, other = pair.first, pair.second
    branches = one.header.origin or other.header.origin
    first = _side(one, other, pair.first_on, language)
    second = _side(other, one, pair.second_on, language)
    return Comparison(
        scenario=one.scenario.id,
        title=first.note.title,
        first=first,
        second=second,
        beginning=first.note.turns[: pair.shared],
        rows=tuple(_rows(pair, first.note, second.note)),
        business=Change(first.note.business, second.note.business),
        key_client=Change(first.key_client, second.key_client),
        levels=tuple(
            _level(mine, theirs)
            for mine, theirs in zip(
                first.note.principles, second.note.principles, strict=True
            )
        ),
        other_text=one.header.digest != other.header.digest,
        apart=None if branches else held_against(one, other),
    )


def still_reachable(pair: Pair) -> Onward:
    """Find the best that could be reached from where two talks part; takes seconds."""
    rules, past = pair.first.loaded, pair.parting
    return best_onward(
        rules.scenario, rules.rubric, rules.rulebook, past.events, past.states[-1]
    )


def _side(attempt: Attempt, other: Attempt, on: date, language: str) -> Side:
    note = debrief(
        attempt.scenario,
        attempt.events,
        attempt.scorecard(),
        attempt.rubric,
        attempt.rulebook,
        language,
    )
    header = attempt.header
    from_other = header.origin == other.id
    after = header.origin_turn if from_other else None
    return Side(attempt.id, attempt.mode, on, note, after)


def _rows(pair: Pair, first: Debrief, second: Debrief) -> Iterator[Row]:
    mine = _turns(pair.first, first, pair.shared)
    theirs = _turns(pair.second, second, pair.shared)
    for place, (one, other) in enumerate(zip_longest(mine, theirs), pair.shared + 1):
        yield Row(place, one, other)


def _turns(attempt: Attempt, note: Debrief, shared: int) -> Iterator[SideTurn]:
    for turn in note.turns[shared:]:
        yield SideTurn(turn, tuple(_tempers(attempt, turn.turn)))


def _tempers(attempt: Attempt, turn: int) -> Iterator[Gauge]:
    for person in view(attempt.states[turn]).people:
        for meter in person.meters:
            name = meter_name(meter.id, meter.name)
            yield Gauge(person.name, name, meter.value, meter.change)


def _level(first: PrincipleNote, second: PrincipleNote) -> Level:
    change = Change(first.level, second.level)
    return Level(first.principle, first.title, change)
