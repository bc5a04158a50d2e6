"""The answers of a class that are worth talking about: the best, the instructive."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import Final

from msgspec import Struct

from scoring.codes import RED_FLAGS
from scoring.gather import MISSED_CHANCE
from scoring.principles import Principle
from scoring.rubric import Rating, rate
from simulator.classroom.gathered import TELLING
from simulator.classroom.room import Room
from simulator.classroom.roomnotes import SceneSplit, Telling
from simulator.classroom.scores import own_moments
from simulator.classroom.seats import Seat
from simulator.engine import Moment, Source, Spoken
from simulator.plaintext import plain
from simulator.reports.turns import Teller
from simulator.scenario.model import NOTE

MOST: Final = 3
"""How many of each kind are told."""
GOOD: Final = Fraction(3)
"""The level from which an answer can be among the best."""
POOR: Final = Fraction(2)
"""The level below which an answer can be instructive."""


class Answered(Struct, frozen=True):
    """What one person answered when he first came to a scene."""

    person: str
    moment: Moment
    ratings: tuple[Rating, ...]
    level: Fraction | None
    """0..4, the mean over what the scene tests; None where that is nothing."""

    @property
    def clean(self) -> bool:
        """True when the words break no principle and raise no red flag."""
        flagged = any(use.code in RED_FLAGS for use in self.moment.codes)
        return not flagged and not any(one.violation for one in self.ratings)

    @property
    def text(self) -> str:
        """The words, safe to show."""
        return plain(self.moment.text)

    @property
    def line(self) -> Spoken | None:
        """What somebody had said last when he answered."""
        spoken = [line for line in self.moment.prompt if line.who != NOTE]
        return spoken[-1] if spoken else None


class Answers(Struct, frozen=True):
    """All that a class answered, each scene at a person's first visit."""

    teller: Teller
    by_scene: Mapping[str, Mapping[str, Answered]]
    """Scene → person → his answer."""

    @classmethod
    def of(cls, room: Room, seats: Iterable[Seat]) -> "Answers":
        """Gather the answers of a class; a form is none."""
        loaded = room.loaded
        language = loaded.scenario.language
        teller = Teller(loaded.scenario, loaded.rubric, loaded.rulebook, language)
        found: dict[str, dict[str, Answered]] = {}
        for seat in seats:
            for moment in own_moments(room, seat):
                if moment.text:
                    there = found.setdefault(moment.scene, {})
                    there.setdefault(seat.person, _answered(seat, moment, teller))
        return cls(teller, found)

    def prompts(self, scene: str) -> tuple[Spoken | None, ...]:
        """Return what each had heard last when he answered in a scene."""
        return tuple(one.line for one in self.by_scene.get(scene, {}).values())

    def tell(self, one: Answered, people: Sequence[str]) -> Telling:
        """Tell an answer with its reasons."""
        note = self.teller.turn(one.moment, one.ratings, circling=False)
        return Telling(
            scene=one.moment.scene,
            line=one.line,
            text=one.text,
            speaker=one.person,
            people=tuple(people),
            level=one.level or Fraction(0),
            codes=note.codes,
            levels=note.levels,
            because=note.because,
            stronger=note.stronger,
        )


def best(answers: Answers) -> tuple[Telling, ...]:
    """Return the best answers, one a scene, the best first.

    Only what serves on the mean at 3 or better, breaks no principle and raises no red
    flag; among equals what serves more principles, then what is shorter.
    """
    found: list[tuple[Answered, list[str]]] = []
    for there in answers.by_scene.values():
        good = [one for one in there.values() if _is_good(one)]
        if good:
            one = min(good, key=_rank)
            same = [other.person for other in there.values() if other.text == one.text]
            found.append((one, same))
    found.sort(key=lambda pair: _rank(pair[0]))
    return tuple(answers.tell(one, people) for one, people in found[:MOST])


def instructive(answers: Answers, scenes: Iterable[SceneSplit]) -> tuple[Telling, ...]:
    """Return answers that many gave and that served badly, the costliest first.

    What it costs is by how many levels the answer stands below the middle, times the
    people who gave it. Where two or more gave one, those of a single person are left
    out: it is for the room to learn from, not for him to be shown.
    """
    found: list[tuple[Fraction, Answered, Sequence[str]]] = []
    for one in scenes:
        there = answers.by_scene.get(one.scene, {})
        for speaker, people in _alike(one):
            told = there.get(speaker)
            if told is not None and told.level is not None and told.level < POOR:
                found.append(((POOR - told.level) * len(people), told, people))
    if any(len(people) > 1 for _, _, people in found):
        found = [one for one in found if len(one[2]) > 1]
    found.sort(key=lambda one: -one[0])
    return tuple(answers.tell(one, people) for _, one, people in islice(found, MOST))


def _alike(one: SceneSplit) -> list[tuple[str, Sequence[str]]]:
    """Return who speaks for people that answered alike, and these people."""
    if one.split.groups:
        return [(group.speaker, group.people) for group in one.split.groups]
    chosen = [reply.people for reply in one.split.replies if reply.people]
    return [(people[0], people) for people in chosen]


def _answered(seat: Seat, moment: Moment, teller: Teller) -> Answered:
    authored = moment.reply is not None and moment.by is Source.AUTHOR
    explicit = moment.reply.levels if moment.reply and authored else {}
    ratings = rate(teller.rubric, moment.codes, explicit)
    tests = teller.scenario.scenes[moment.scene].tests
    return Answered(seat.person, moment, ratings, _level(ratings, tests))


def _level(ratings: Sequence[Rating], tests: Sequence[Principle]) -> Fraction | None:
    shown = {one.principle: one.level for one in ratings}
    levels = [shown.get(principle, MISSED_CHANCE) for principle in tests]
    return Fraction(sum(levels), len(levels)) if levels else None


def _is_good(one: Answered) -> bool:
    return one.level is not None and one.level >= GOOD and one.clean


def _rank(one: Answered) -> tuple[Fraction, int, bool, int, str]:
    """Tell how far an answer is from the best; the least is told first."""
    words = len(one.text.split())
    level = one.level if one.level is not None else Fraction(0)
    return -level, -len(one.ratings), words < TELLING, len(one.text), one.person
