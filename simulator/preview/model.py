"""What the author's eyes see, before anything is drawn: nouns only.

Ids and codes stand as scenarios write them: an author looks for them in his file.
"""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from simulator.engine import Mood
from simulator.errors import SimulatorError
from simulator.reports.model import LevelNote, TurnNote
from simulator.reports.phrases import Phrase
from simulator.scenario.findings import Finding


class PartNote(Struct, frozen=True):
    """A part of a condition that does not hold."""

    written: str
    """As scenarios write it: `resistance <= 3`."""
    now: tuple[int, ...] = ()
    """What its names come to now, in their order; none for a yes-or-no question."""


class ConditionNote(Struct, frozen=True):
    """A condition, and whether it holds as the talk stands."""

    written: str
    holds: bool
    lacking: tuple[PartNote, ...]
    """The parts that keep it from holding; of alternatives, all of them."""


class Gauge(Struct, frozen=True):
    """A meter."""

    name: str
    """As conditions call it: `resistance`, or `oleg.resistance` where two have it."""
    value: int
    change: int
    """By how much the last answer moved it."""


class Standing(Struct, frozen=True):
    """How the talk stands."""

    scene: str
    ending: str | None
    turn: int
    gauges: tuple[Gauge, ...]
    known: Mapping[str, str]
    """Fact → who brought it; empty for what was known at first."""
    unknown: tuple[str, ...]
    """Facts still to be learned."""
    new: frozenset[str]
    """The facts and flags that the last answer brought."""
    flags: tuple[str, ...]
    """Flags set, by name."""
    visits: Mapping[str, int]
    said: tuple[str, ...]
    """Codes said, by name."""
    forms: Mapping[str, int]
    """Scenes with a form handed in → how right it is, 0..100."""
    fruitless: int
    patience: int | None
    """Fruitless turns at which the talk ends; None when it never does."""


class ReplyNote(Struct, frozen=True):
    """A reply of the scene, on offer or not."""

    id: str
    text: str
    number: int
    """The digit that gives it; 0 when it is not on offer."""
    spent: bool
    """True when it may be said once and was."""
    condition: ConditionNote | None
    codes: tuple[str, ...]
    effects: tuple[str, ...]
    """What it does besides leading somewhere: `learn share`, `trust +1`."""
    to: str
    """A scene, an ending, or `stay`."""
    by: Phrase | None
    """The reaction that completes it; None when it stands alone."""
    levels: tuple[LevelNote, ...]


class MoveNote(Struct, frozen=True):
    """What the last answer led to."""

    why: Phrase
    """Which move was made."""
    condition: ConditionNote | None
    """The condition by which it was chosen, as things stood then."""
    source: str
    target: str
    turn: TurnNote
    """Codes with the words that earned them, levels with reasons, changes."""
    moods: tuple[Mood, ...]
    flags: tuple[str, ...]
    """Flags that it set."""


class AuthorView(Struct, frozen=True):
    """One moment of a talk, with nothing hidden."""

    standing: Standing
    move: MoveNote | None
    """None before the first answer."""
    replies: tuple[ReplyNote, ...]
    """Those on offer first, as they are numbered; then the others, as in the file."""
    ways: tuple[tuple[ConditionNote | None, str], ...]
    """Where the form of the scene leads: condition and target, in their order."""
    business: Fraction | None
    """Business above ego so far, 0..100; None when nothing was tested yet."""
    key_client: Fraction | None
    """Key client so far, 0..100; None before the first answer."""


class Fault(Struct, frozen=True):
    """Why the file cannot be played as it is now."""

    error: SimulatorError
    findings: tuple[Finding, ...] = ()
    """Every mistake in it; none where there is nothing to read."""
