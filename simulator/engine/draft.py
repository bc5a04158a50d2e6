"""A state in the making: what one answer changes, gathered before it is frozen.

Nothing of the old state is altered: a collection is copied the first time that
it changes, and shared with the old state when it does not.
"""

from collections.abc import Iterable, Sequence

from scoring.codes import CodeUse
from simulator.engine.events import Event, Learned, Mood, Said
from simulator.engine.situation import holds
from simulator.engine.state import State
from simulator.scenario.model import (
    HIGHEST_METER,
    LOWEST_METER,
    Line,
    Scenario,
    Shift,
)


class Draft:
    """The next state, while its events are being told."""

    __slots__ = (
        "answered",
        "codes",
        "ending",
        "events",
        "flags",
        "forms",
        "fruitless",
        "known",
        "meters",
        "mode",
        "scene",
        "seed",
        "story",
        "turn",
        "used",
        "visits",
    )

    def __init__(self, state: State) -> None:
        self.story: Scenario = state.story
        self.seed = state.seed
        self.mode = state.mode
        self.turn = state.turn
        self.scene = state.scene
        self.meters = state.meters
        self.known = state.known
        self.flags = state.flags
        self.visits = state.visits
        self.used = state.used
        self.codes = state.codes
        self.fruitless = state.fruitless
        self.ending = state.ending
        self.forms = state.forms
        self.answered = state.answered
        self.events: list[Event] = []

    def frozen(self) -> State:
        """Return the finished state."""
        return State(
            self.story,
            self.seed,
            self.turn,
            self.scene,
            self.meters,
            self.known,
            self.flags,
            self.visits,
            self.used,
            self.codes,
            self.fruitless,
            self.ending,
            tuple(self.events),
            self.mode,
            self.forms,
            self.answered,
        )

    def say(self, lines: Iterable[Line], time: int) -> None:
        """Say the lines whose condition holds.

        Args:
            lines: In the order in which they are spoken.
            time: Counted from 1; chooses the variant of each line.
        """
        for line in lines:
            if line.when is None or holds(line.when, self):
                texts = line.texts
                text = texts[(time - 1) % len(texts)]
                self.events.append(Said(self.turn, line.who, text))

    def answer(self, lines: Sequence[Line], source: str) -> None:
        """Say lines in the variant of this time: the first time the first.

        Args:
            lines: In the order in which they are spoken.
            source: Whose lines they are; it has answered so often before.
        """
        time = 1
        for line in lines:
            if len(line.texts) > 1:
                self.answered = self.answered.plus(source)
                time = self.answered.of(source)
                break
        self.say(lines, time)

    def learn(self, facts: Iterable[str], source: str) -> None:
        """Make facts known; one that is known already stays as it is."""
        for fact in facts:
            if fact not in self.known:
                self.known = {**self.known, fact: source}
                self.events.append(Learned(self.turn, fact, source))

    def shift(self, shifts: Iterable[Shift]) -> None:
        """Move meters, held within 0..10; a push against the bound tells nothing."""
        for change in shifts:
            key = f"{change.person}.{change.meter}"
            before = self.meters[key]
            after = min(max(before + change.by, LOWEST_METER), HIGHEST_METER)
            if after != before:
                self.meters = {**self.meters, key: after}
                self.events.append(
                    Mood(self.turn, change.person, change.meter, before, after)
                )

    def remember(self, used: str | None, codes: Iterable[CodeUse]) -> None:
        """Keep which reply and which codes have been said."""
        if used is not None:
            self.used = self.used.plus(used)
        for use in codes:
            if use.code not in self.codes:
                self.codes = self.codes | {use.code}

    def enter(self, scene: str) -> None:
        """Go into a scene and say its lines."""
        self.scene = scene
        self.visits = self.visits.plus(scene)
        self.say(self.story.scenes[scene].say, self.visits.of(scene))
