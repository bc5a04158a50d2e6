"""A person in a class, and what was said to him."""

from collections.abc import Sequence

from msgspec import Struct

from simulator.engine import YOU, Spoken, State, talk_so_far
from simulator.scenario.model import Scenario
from simulator.sessions.past import Past

_NOTE = "note"


class Aside(Struct, frozen=True):
    """What the trainer said as the one whom people talk to, for one turn."""

    turn: int
    """Answers given until then."""
    after: int
    """How many events the talk had."""
    text: str


class Seat(Struct):
    """A person in the class."""

    person: str
    name: str
    word: str
    """The digest of his personal word."""
    past: Past
    """His talk so far; that of the room where the room has one."""
    number: int
    """The place in which he came in, from 1."""
    moves: int = 0
    """How many moves he has made."""
    asides: list[Aside] = []
    hand: bool = False
    """Whether his hand is up."""
    hands: int = 0
    """How often he has raised it or taken it down."""

    @property
    def state(self) -> State:
        """Where his talk stands."""
        return self.past.states[-1]

    @property
    def finished(self) -> bool:
        """True when his talk has come to an ending."""
        return self.state.ending is not None


def with_asides(scenario: Scenario, seat: Seat) -> tuple[Spoken, ...]:
    """Return every line of a talk that counts, with what the trainer said in between.

    He speaks as whoever spoke last before him.
    """
    events = seat.past.events
    spoken = list(talk_so_far(scenario, events))
    for added, aside in enumerate(a for a in seat.asides if a.after <= len(events)):
        place = len(talk_so_far(scenario, events[: aside.after])) + added
        spoken.insert(place, as_speaker(spoken[:place], aside.text))
    return tuple(spoken)


def as_speaker(before: Sequence[Spoken], text: str) -> Spoken:
    """Return a line of whoever spoke last, the trainee left aside."""
    others = [line for line in before if line.who not in (YOU, _NOTE)]
    last = others[-1] if others else Spoken(_NOTE, "", "")
    return Spoken(last.who, last.name, text)
