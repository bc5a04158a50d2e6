"""The talk of a whole room: one line at a time, answered by everybody.

    course = Course(scenario, seed, mode)
    course.answered(person, round, past)     what somebody said to a line
    course.led(act, at)                      what the trainer did

Each line is a round. Its answers stand beside one another until the trainer says with
which one the talk goes on; that makes the next round. Stepping back comes to the round
before, with its answers, from where the talk can go on otherwise: rounds are only ever
added, so whatever was answered is still there.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

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
from simulator.classroom.happenings import wordless
from simulator.engine import Mode, State, begin
from simulator.messages import N_
from simulator.scenario.model import Scenario
from simulator.sessions.past import Past


class Round(Struct):
    """One line, and what the room said to it."""

    number: int
    """Its place among all rounds, from 0."""
    past: Past
    """The talk up to the line."""
    before: int | None
    """The round whose answer led here; None for the first."""
    taken: str = ""
    """Whose answer led here; empty for the first."""
    open: bool = True
    """Whether it can be answered."""
    until: datetime | None = None
    """When the vote closes by itself."""
    answers: dict[str, Past] = {}
    """Person → the talk with his answer, in the order of first answers."""
    told: dict[str, object] = {}
    """What was worked out of the answers; empty once somebody answers again."""
    heard: dict[str, object] = {}
    """Person → what his answer was taken for, as long as it stands."""

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
        return tuple(reversed(list(self._led_to(self.here))))

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
        line = self.rounds[number]
        line.answers[person] = past
        line.told.clear()
        line.heard.pop(person, None)

    def took(self, person: str, number: int) -> bool:
        """Tell whether the talk went on from a round with somebody's answer."""
        return any(one.before == number and one.taken == person for one in self.rounds)

    def forget(self, person: str) -> None:
        """Take out what a person answered.

        What the talk went on with stays as a turn, and his words are gone from it.
        """
        for line in self.rounds:
            turns = {
                one.state.turn for one in self._led_to(line) if one.taken == person
            }
            line.past = without_words(line.past, turns)
            for who, past in line.answers.items():
                own = {past.states[-1].turn} if who == person else set[int]()
                line.answers[who] = without_words(past, turns | own)
            if not self.took(person, line.number):
                line.answers.pop(person, None)
            line.told.clear()
            line.heard.clear()

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
                self._go_on(person, here.answers[person])
            case SteppedBack() if here.before is not None:
                here.open, here.until, self._here = False, None, here.before
            case Paused(on):
                self.paused, here.until = on, None
            case Timed(seconds):
                here.until = at + timedelta(seconds=seconds) if seconds else None
            case _:
                pass

    def _led_to(self, line: Round) -> Iterator[Round]:
        """Yield the rounds that led to one, itself first."""
        yield line
        while line.before is not None:
            line = self.rounds[line.before]
            yield line

    def _check_going_on(self, person: str) -> None:
        if self.here.open:
            raise CannotLeadError(N_("Close the vote first."))
        if person not in self.here.answers:
            raise CannotLeadError(N_("Nobody has answered so."))

    def _go_on(self, person: str, past: Past) -> None:
        number = len(self.rounds)
        made = Round(number, past, self._here, person)
        made.open = not made.over
        self.rounds.append(made)
        self._here = number


def without_words(past: Past, turns: Collection[int]) -> Past:
    """Return a talk with the trainee's own words gone from some of its turns.

    What they were taken for stays, so the talk goes on from them as before.
    """
    if not turns:
        return past
    states = tuple(
        replace(state, latest=wordless(state.latest, turns)) for state in past.states
    )
    return Past(states, wordless(past.events, turns), past.same)
