"""What the trainer's board is drawn from, and whom it asks for it.

The shapes are those of the JSON that a server tells its trainer: a board in the
terminal of the server and one on another machine are given the same.
"""

from collections.abc import Mapping
from typing import Protocol, TypedDict

from msgspec import Struct

from simulator.errors import SimulatorError
from simulator.messages import N_

ROOM = ""
"""In place of a person: the whole room."""


class Person(TypedDict):
    """Somebody in the class."""

    person: str
    name: str
    turn: int
    line: str
    """What was said to him last, shortened."""
    ending: str | None
    title: str
    """The title of the ending; empty while the talk goes on."""
    good: bool
    business: float | None
    """0..100"""
    key_client: float | None
    """0..100"""
    answered: bool
    """Whether he has answered the line that the room is at."""
    hand: bool


class Line(TypedDict):
    """A line as it was said to the room."""

    who: str
    name: str
    text: str


class Option(TypedDict):
    """Answers that were taken for the same."""

    person: str
    """Whose answer stands for them."""
    text: str
    """Empty where a form was handed in."""
    count: int
    share: float
    """0..1"""
    codes: list[str]
    worth: float
    """0..100"""


class Level(TypedDict):
    """How the room served one principle."""

    principle: str
    title: str
    counts: list[int]
    """How many showed each level, 0 to 4."""
    silent: int
    mean: float
    """0..4"""


class Answer(TypedDict):
    """What one person answered."""

    person: str
    text: str


class Course(TypedDict):
    """The line that the whole room is at."""

    turn: int
    first: bool
    open: bool
    paused: bool
    over: bool
    left: float | None
    """Seconds until the vote closes; None without a clock."""
    lines: list[Line]
    answered: int
    options: list[Option]
    principles: list[Level]
    answers: list[Answer]


class Seen(TypedDict):
    """A class as its trainer sees it."""

    title: str
    code: str
    closed: bool
    shown: bool
    """Whether the room may see its debrief."""
    named: bool
    """Whether quotations bear names."""
    acts: int
    per_minute: int
    people: list[Person]
    course: Course | None
    """None where each talks at his own pace."""


class Source(Protocol):
    """A class that somebody leads, wherever it is served."""

    async def look(self) -> Seen:
        """Return what is to be seen now.

        Raises:
            SimulatorError: The class cannot be reached.
        """
        ...

    async def lead(self, body: Mapping[str, object]) -> Seen:
        """Do what the trainer asks for; return what is to be seen then.

        Args:
            body: `act`, and what belongs to it.

        Raises:
            SimulatorError: It makes no sense now, or the class cannot be reached.
        """
        ...

    async def end(self) -> None:
        """End the class.

        Raises:
            SimulatorError: The class cannot be reached.
        """
        ...


class Way(Struct, frozen=True):
    """How people come in."""

    address: str
    code: str
    """As it is typed."""
    drawn: str
    """The QR code of the address, in half blocks."""
    exposed: bool = False
    """True where others on the network can read along."""
    serving: bool = False
    """True where the server stops with the board."""


class NotAgainError(SimulatorError):
    """Asking again is of no use: the answer would be the same."""


class OtherVersionError(NotAgainError):
    """A server tells something that this board cannot read."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "The server is of another version: its class cannot be shown here. Use "
                "the same version on both machines."
            )
        )


def check(told: Mapping[str, object]) -> None:
    """Hold what a server has told against what a board is drawn from.

    Of the people the first one stands for all.

    Raises:
        OtherVersionError: Something is not there.
    """
    people, course = told.get("people"), told.get("course")
    fits = Seen.__required_keys__ <= told.keys() and isinstance(people, list)
    if fits and isinstance(people, list) and people:
        fits = (
            isinstance(people[0], dict) and Person.__required_keys__ <= people[0].keys()
        )
    if fits and course is not None:
        fits = isinstance(course, dict) and Course.__required_keys__ <= course.keys()
    if not fits:
        raise OtherVersionError
