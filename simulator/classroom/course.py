"""The talk of a whole room: one line at a time, answered by everybody.

    course = Course(scenario, seed, mode)
    course.answered(person, round, past)     what somebody said to a line
    course.led(act, at)                      what the trainer did

Each line is a round. Its answers stand beside one another until the trainer says with
which one the talk goes on; that makes the next round. Stepping back comes to the round
before, with its answers, from where the talk can go on otherwise: rounds are only ever
added, so whatever was answered is still there.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from simulator.classroom.acts import (
    Act,
    Paused,
    Reopened,
    SteppedBack,
    Timed,
    VoteClosed,
    WentOn,
)
from simulator.classroom.errors import CannotLeadError, PausedError, VoteClosedError
from simulator.engine import Mode, State, begin
from simulator.messages import N_
from simulator.scenario.model import Scenario
from simulator.sessions.past import Past


@dataclass(slots=True)
class Round:
    """One line, and what the room said to it."""

    number: int
    """Its place among all rounds, from 0."""
    past: Past
    """The talk up to the line."""
    before: int | None
    """The round whose answer led here; None for the first."""
    open: bool = True
    """Whether it can be answered."""
    until: datetime | None = None
    """When the vote closes by itself."""
    answers: dict[str, Past] = field(default_factory=dict)
    """Person → the talk with his answer, in the order of first answers."""

    @property
    def state(self) -> State:
        """Where the talk stands at this line."""
        return self.past.states[-1]

    @property
    def over(self) -> bool:
        """True when the line is the last of the talk."""
        return self.state.ending is not None


class Course:
    """The rounds of a room, and at which of them it is."""

    def __init__(self, scenario: Scenario, seed: int, mode: Mode) -> None:
        """Begin with the first line."""
        state, began = begin(scenario, seed, mode)
        self.rounds = [Round(0, Past((state,), began), None)]
        self.paused = False
        self._here = 0

    @property
    def here(self) -> Round:
        """The round that the room is at."""
        return self.rounds[self._here]

    @property
    def path(self) -> tuple[Round, ...]:
        """The rounds that led here, this one included; what was left is not there."""
        found: list[Round] = []
        at: int | None = self._here
        while at is not None:
            found.append(self.rounds[at])
            at = self.rounds[at].before
        return tuple(reversed(found))

    def check_open(self, now: datetime) -> None:
        """Let somebody answer.

        Raises:
            PausedError, VoteClosedError: Not now.
        """
        if self.paused:
            raise PausedError
        until = self.here.until
        if not self.here.open or (until is not None and now >= until):
            raise VoteClosedError

    def answered(self, person: str, number: int, past: Past) -> None:
        """Take in what somebody said to a line; his last answer to it counts.

        An answer that was on its way when the vote closed still counts.
        """
        self.rounds[number].answers[person] = past

    def check(self, act: Act) -> None:
        """Let the trainer do something.

        Raises:
            CannotLeadError: It makes no sense now.
        """
        here = self.here
        match act:
            case VoteClosed() if not here.open:
                raise CannotLeadError(N_("The vote is closed already."))
            case Reopened() if here.open or here.over:
                raise CannotLeadError(N_("There is nothing to open again."))
            case WentOn(person):
                self._check_going_on(person)
            case SteppedBack() if here.before is None:
                raise CannotLeadError(N_("This is the first line."))
            case Timed() if not here.open or self.paused:
                raise CannotLeadError(N_("Nobody can answer now: time would not run."))
            case _:
                pass

    def led(self, act: Act, at: datetime) -> None:
        """Take in what the trainer did, at a time.

        Raises:
            CannotLeadError: It makes no sense now.
        """
        self.check(act)
        here = self.here
        match act:
            case VoteClosed():
                here.open, here.until = False, None
            case Reopened():
                here.open = True
            case WentOn(person):
                self._go_on(here.answers[person])
            case SteppedBack() if here.before is not None:
                here.open, here.until, self._here = False, None, here.before
            case Paused(on):
                self.paused, here.until = on, None
            case Timed(seconds):
                here.until = at + timedelta(seconds=seconds) if seconds else None
            case _:
                pass

    def _check_going_on(self, person: str) -> None:
        if self.here.open:
            raise CannotLeadError(N_("Close the vote first."))
        if person not in self.here.answers:
            raise CannotLeadError(N_("Nobody has answered so."))

    def _go_on(self, past: Past) -> None:
        number = len(self.rounds)
        made = Round(number, past, self._here)
        made.open = not made.over
        self.rounds.append(made)
        self._here = number
