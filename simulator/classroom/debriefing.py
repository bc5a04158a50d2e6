"""What a class came to as a whole, from its log alone.

    debrief_of(room).missed

Pure: the same log gives the same debrief, on whichever machine.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from statistics import median
from typing import Final

from scoring.principles import HIGHEST_LEVEL, Principle
from scoring.rubric import Rubric
from scoring.scorecard import Scorecard
from simulator.classroom.gathered import split
from simulator.classroom.room import Room
from simulator.classroom.roomnotes import (
    EndingShare,
    Histogram,
    PrincipleOfRoom,
    RoomDebrief,
    SceneSplit,
)
from simulator.classroom.scores import answered_by, given_by_scene, scorecard
from simulator.classroom.seats import Seat
from simulator.classroom.tellings import Answers, best, instructive
from simulator.engine import Spoken
from simulator.scenario.model import Scenario

BINS: Final = 10


def may_show(room: Room) -> bool:
    """Tell whether the class may see its debrief: at its end, or once shown."""
    return room.closed or room.shown


def debrief_of(room: Room) -> RoomDebrief:
    """Tell what a class came to.

    Scores and endings are those of the talks that came to an end; how people
    answered and which principles they served, of all who answered.
    """
    seats = [seat for seat in list(room.seats.values()) if answered_by(room, seat)]
    finished = [seat for seat in seats if seat.finished]
    cards = {seat.person: scorecard(room, seat) for seat in seats}
    done = [cards[seat.person] for seat in finished]
    answers = Answers.of(room, seats)
    scenes = _scenes(room, answers)
    principles = tuple(
        _principle(principle, cards.values(), room.loaded.rubric, room.scenario)
        for principle in Principle
    )
    return RoomDebrief(
        people=len(room.seats),
        answered=len(seats),
        finished=len(finished),
        endings=_endings(room.scenario, finished),
        business=histogram(one.business for one in done),
        key_client=histogram(
            Fraction(one.key_client.points) if one.key_client else None for one in done
        ),
        scenes=scenes,
        divided=divided(scenes),
        principles=principles,
        missed=_missed(principles),
        best=best(answers),
        instructive=instructive(answers, scenes),
    )


def histogram(points: Iterable[Fraction | None]) -> Histogram:
    """Spread points, 0..100, over ten bins; what is not there is left out."""
    known = [one for one in points if one is not None]
    bins = Counter(min(int(one) // BINS, BINS - 1) for one in known)
    return Histogram(
        tuple(bins[number] for number in range(BINS)),
        len(known),
        sum(known, Fraction(0)) / len(known) if known else None,
        median(known) if known else None,
    )


def divided(scenes: Sequence[SceneSplit]) -> tuple[SceneSplit, ...]:
    """Return where a class did not agree, most divided first.

    By how many stood against the most common answer with the second; among equals,
    by their share. So two people who differ do not outweigh a room that does.
    """
    torn = [one for one in scenes if one.against]
    return tuple(sorted(torn, key=lambda one: (-one.against, -one.split.runner_up)))


def _endings(scenario: Scenario, finished: Sequence[Seat]) -> tuple[EndingShare, ...]:
    came: dict[str, list[str]] = {}
    for seat in finished:
        came.setdefault(seat.state.ending or "", []).append(seat.person)
    return tuple(
        EndingShare(
            one.id,
            one.title,
            one.outcome,
            one.good,
            tuple(came[one.id]),
            Fraction(len(came[one.id]), len(finished)),
        )
        for one in scenario.endings.values()
        if one.id in came
    )


def _scenes(room: Room, answers: Answers) -> tuple[SceneSplit, ...]:
    found = (
        SceneSplit(
            scene,
            _line(answers.prompts(scene)),
            split(room.scenario, room.loaded.rubric, given),
        )
        for scene, given in given_by_scene(room).items()
    )
    return tuple(one for one in found if one.split.answers)


def _line(prompts: Iterable[Spoken | None]) -> Spoken | None:
    """Return the line that most had heard; among equals, the first."""
    counts = Counter(prompts)
    return max(counts, key=lambda line: counts[line], default=None)


def _principle(
    principle: Principle, cards: Iterable[Scorecard], rubric: Rubric, scenario: Scenario
) -> PrincipleOfRoom:
    results = [card.of(principle) for card in cards]
    levels = [one.level for one in results if one.level is not None]
    return PrincipleOfRoom(
        principle=principle,
        title=rubric.principles[principle].title.get(scenario.language, principle),
        mean=sum(levels, Fraction(0)) / len(levels) if levels else None,
        people=len(levels),
        chances=sum(len(one.opportunities) for one in results),
    )


def _missed(principles: Iterable[PrincipleOfRoom]) -> PrincipleOfRoom | None:
    def worth(one: PrincipleOfRoom) -> tuple[Fraction, int]:
        mean = one.mean if one.mean is not None else Fraction(HIGHEST_LEVEL)
        return mean, -one.chances

    tested = [one for one in principles if one.chances and one.mean is not None]
    worst = min(tested, key=worth, default=None)
    if worst is None or worst.mean == HIGHEST_LEVEL:
        return None
    return worst
