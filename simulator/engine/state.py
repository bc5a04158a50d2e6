"""Where a talk stands: a frozen value from which it can go on in any process."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from scoring.codes import Code
from simulator.engine.answers import Mode
from simulator.engine.counts import Counts
from simulator.engine.events import Event
from simulator.engine.handed import Handed
from simulator.scenario.model import Scenario

ENGINE_VERSION: Final = 2
"""Raised when the same answers would no longer give the same talk."""


class State(Struct, frozen=True):
    """One moment of one talk."""

    story: Scenario
    seed: int
    """Fixes the order in which replies are offered."""
    turn: int
    """Answers given so far."""
    scene: str
    meters: Mapping[str, int]
    """`person.meter` → 0..10."""
    known: Mapping[str, str]
    """Fact → who brought it (`you`, a person's id, or empty when known at first);
    in the order in which they became known."""
    flags: frozenset[str]
    visits: Counts
    """How often each scene was entered."""
    used: Counts
    """How often each reply was said, as `scene.reply`."""
    codes: frozenset[Code]
    """Codes said at least once."""
    fruitless: int
    """Turns in a row that brought nothing new."""
    ending: str | None
    latest: tuple[Event, ...]
    """The events of the last answer, or of the beginning."""
    mode: Mode
    """How the talk is held; the rules are the same in all."""
    forms: Mapping[str, Handed]
    """Scene → its form as last handed in; the latest one stands last."""
    answered: Counts
    """How often the lines of a reply, a reaction or of nobody in particular have
    answered, where they have variants; see `engine.moves.Move.source`."""
    version: int = ENGINE_VERSION

    def __repr__(self) -> str:
        """Show where the talk stands, without the whole story."""
        return f"<State of {self.story.id}: turn {self.turn}, {self.scene}>"
