"""One sitting: drill after drill, each kept at once, the last taken back at will."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from simulator.engine import Answer, Mode
from simulator.errors import SimulatorError
from simulator.study.deck import Card, pose
from simulator.study.errors import NothingToTakeBackError
from simulator.study.grades import Grade
from simulator.study.log import Review
from simulator.study.posed import Posed, Told
from simulator.study.practice import Practice
from simulator.study.schedule import schedule


class Wish(Struct, frozen=True):
    """What a person asked for at the start of a sitting."""

    new: int | None = None
    """How many new drills at most; None: the usual number."""
    minutes: int | None = None
    """How many minutes there are: as many drills, those that are due first."""
    mode: str = Mode.CHOOSE


class Summing(Struct, frozen=True):
    """What a sitting came to."""

    grades: Mapping[Grade, int]
    """Of the drills of this sitting that count."""
    next_day: date | None
    """When something is due again; None when nothing ever was practised."""
    waiting: int
    """Due today as well, and left for the next days."""


class Sitting:
    """Goes through the drills of today. A front end shows `posed`, then `told`."""

    def __init__(self, practice: Practice, language: str, wish: Wish) -> None:
        """Choose the drills and pose the first.

        Raises:
            SimulatorError: There is nothing to practise, or it cannot be read.
        """
        self.practice, self.language = practice, language
        self.mode = Mode(wish.mode)
        self._cards = practice.deck(language)
        chosen = practice.today(self._cards, wish.new)
        self.waiting = chosen.waiting
        queue = [*chosen.due, *chosen.new]
        if wish.minutes is not None:
            self.waiting += max(0, len(chosen.due) - wish.minutes)
            queue = queue[: wish.minutes]
        self._queue = [self._cards[key] for key in queue]
        self._done: list[tuple[int, Review]] = []
        self._at = -1
        self.posed: Posed | None = None
        """The drill before the trainee; None when all are done."""
        self.told: Told | None = None
        """What the reply came to; None before it."""
        self.draft = ""
        """What was typed for this drill and not sent, as last kept."""
        self.go_on()

    @property
    def place(self) -> int:
        """Which drill it is, from 1."""
        return self._at + 1

    @property
    def length(self) -> int:
        """How many drills the sitting has."""
        return len(self._queue)

    @property
    def grade(self) -> Grade | None:
        """The grade of the drill that was answered, as it stands."""
        return self._done[-1][1].grade if self.told and self._done else None

    def go_on(self) -> None:
        """Pose the next drill; one that can no longer be posed is passed over."""
        self.told, self.posed = None, None
        while self.posed is None and self._at + 1 < len(self._queue):
            self._at += 1
            self._pose()

    def switch(self) -> None:
        """Answer the other way: in own words in place of choosing, or back."""
        speaks = self.mode is Mode.SPEAK
        self.mode = Mode.CHOOSE if speaks else Mode.SPEAK
        if self.posed is not None and self.told is None:
            state = replace(self.posed.state, mode=self.mode)
            self.posed = replace(self.posed, state=state)

    def answer(self, answer: Answer) -> Told:
        """Answer the drill; returns once it is kept.

        Raises:
            EngineError: The answer is not possible here.
            StoreError: It could not be kept; the drill stands as before.
        """
        posed = self.posed
        assert posed is not None, "there is no drill to answer"
        told = posed.answer(answer, self.language)
        now, card = self.practice.sessions.now(), self._queue[self._at]
        review = Review(
            "", card.key, now, told.grade, told.level, self.mode, told.note.text
        )
        self._done.append((self._at, self.practice.add(review)))
        self.told, self.draft = told, ""
        return told

    def keep_draft(self, text: str) -> None:
        """Keep words that are not sent yet, whatever ends the program.

        Nothing is kept of a drill that is answered, nor where nothing has changed.

        Raises:
            StoreError: They could not be kept.
        """
        if self.posed is None or self.told is not None or text == self.draft:
            return
        self.practice.keep_draft(self._queue[self._at].key, text)
        self.draft = text

    def overrule(self, grade: Grade) -> None:
        """Give the drill that was answered another grade.

        Raises:
            StoreError: It could not be kept; the grade stands as before.
        """
        place, review = self._done[-1]
        if grade is not review.grade:
            other = replace(review, grade=grade, takes_back=review.key)
            self._done[-1] = place, self.practice.add(other)

    def undo(self) -> None:
        """Take the last drill back, even one of an earlier sitting, and pose it again.

        Raises:
            NothingToTakeBackError: There is none that could be posed again.
            StoreError: It could not be kept; all stands as before.
        """
        if self._done:
            place, review = self._done[-1]
            self.practice.take_back(review)
            self._done.pop()
            self._at = place
        else:
            review = self.practice.last()
            if review.card not in self._cards:
                raise NothingToTakeBackError
            self.practice.take_back(review)
            self._at = max(self._at, 0)
            self._queue.insert(self._at, self._cards[review.card])
        self.told, self.posed = None, None
        self._pose()

    def summing(self) -> Summing:
        """Return what the sitting came to so far."""
        grades = Counter(one.grade for _, one in self._done if one.grade)
        standings = schedule(self.practice.log(), self.practice.now)
        days = [one.due for key, one in standings.items() if key in self._cards]
        return Summing(grades, min(days, default=None), self.waiting)

    def _pose(self) -> None:
        card: Card = self._queue[self._at]
        sessions, self.draft = self.practice.sessions, ""
        times, seed = self.practice.times(card.key), sessions.new_seed()
        try:
            self.draft = self.practice.draft(card.key)
            self.posed = pose(card, sessions, self.mode, seed, times)
        except SimulatorError:
            self.posed = None
