"""What a person's answers in a class come to, whoever leads the talk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from msgspec import structs

from scoring.scorecard import Scorecard, score
from scoring.talk import Talk
from simulator.classroom.course import Round
from simulator.classroom.gathered import Given, by_scene
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.engine import Event, Moment, moments, talk_of
from simulator.reports.debrief import debrief_of
from simulator.reports.model import Debrief
from simulator.sessions.past import Past


def scorecard(room: Room, seat: Seat, *, heard: bool = False) -> Scorecard:
    """Score a person: his talk, or what he answered in the talk of the room.

    What a trainer has put right counts as he says, unless it is asked what it came to
    as it was heard.

    In the talk of a room his own answers are scored, each at the line to which he
    gave it; what the room went on with, is not. Facts that came to light count for
    all, as does the outcome, since all have heard them.
    """
    told = talk(room, seat, heard=heard)
    return score(told, room.loaded.rubric, room.loaded.rulebook)


def as_heard(room: Room, seat: Seat) -> Scorecard | None:
    """Return what a person came to as he was heard; None where that is the same.

    It differs where a trainer has put something right.
    """
    if not room.judgements.any_of(seat.person):
        return None
    heard, now = scorecard(room, seat, heard=True), scorecard(room, seat)
    return None if heard == now else heard


def talk(room: Room, seat: Seat, *, heard: bool = False) -> Talk:
    """Return what a person answered, as the scorer sees it."""
    if room.course is None:
        past = seat.past if heard else own_past(room, seat)
        return talk_of(room.scenario, past.events)
    told = talk_of(room.scenario, seat.past.events)
    path = room.course.path
    own = [_last(room, past) for past in _answers(room, path, seat.person, heard)]
    turns = tuple(turn for one in own for turn in one.turns)
    forms = tuple(form for one in own for form in one.forms)
    return replace(told, turns=turns, forms=forms)


def answered_worth(room: Room, past: Past) -> Fraction:
    """Return what one answer to a line is worth by itself, 0..100.

    By the principles that the line tests, as in the first score; 50 where it tests
    none and the answer touches none.
    """
    card = score(_last(room, past), room.loaded.rubric, room.loaded.rulebook)
    return Fraction(50) if card.business is None else card.business


def own_debrief(room: Room, seat: Seat, language: str = "") -> Debrief:
    """Tell what a person's answers came to, in a language or in the scenario's."""
    return debrief_of(
        room.scenario,
        own_moments(room, seat),
        scorecard(room, seat),
        room.loaded.rubric,
        room.loaded.rulebook,
        language or room.scenario.language,
    )


def own_moments(room: Room, seat: Seat) -> tuple[Moment, ...]:
    """Return the turns of a talk with what this person answered at each.

    Where he said nothing to a line of the room, the turn stands without words. What he
    has said to the line that the room is at stands last, and without what came of it:
    the room may go on otherwise.
    """
    told = moments(room.scenario, own_past(room, seat).states)
    if room.course is None:
        return told
    *lines, here = room.course.path
    found = [
        _own(room, line, seat.person, moment)
        for line, moment in zip(lines, told, strict=True)
    ]
    past = answer_of(room, here, seat.person)
    if past is not None:
        last = moments(room.scenario, past.states)[-1]
        unseen = structs.replace(last, finished=None, answered=(), learned=(), moods=())
        found.append(unseen)
    return tuple(found)


def own_past(room: Room, seat: Seat) -> Past:
    """Return a person's talk, with what a trainer has put right."""
    if room.course is not None:
        return seat.past
    return room.judgements.corrected(seat.person, None, seat.past)


def answer_of(room: Room, line: Round, person: str) -> Past | None:
    """Return the talk with a person's answer to a line, with what was put right."""
    past = line.answers.get(person)
    if past is None:
        return None
    return room.judgements.corrected(person, line.number, past)


def answered_by(room: Room, seat: Seat) -> bool:
    """Tell whether a person has answered anything."""
    if room.course is None:
        return seat.state.turn > 0
    return any(seat.person in line.answers for line in room.course.rounds)


def given_by_scene(room: Room) -> Mapping[str, Sequence[Given]]:
    """Return what each person answered when he first came to each scene.

    In the talk of a room: his answer to the first line of it there.
    """
    if room.course is None:
        people = room.seats.items()
        told = {who: own_past(room, seat).states for who, seat in people}
        return by_scene(room.scenario, told)
    found: dict[str, dict[str, Given]] = {name: {} for name in room.scenario.scenes}
    for line in room.course.rounds:
        for person in line.answers:
            past = answer_of(room, line, person)
            if past is not None:
                one = Given(person, last_events(past), line.state)
                found[line.state.scene].setdefault(person, one)
    return {scene: tuple(given.values()) for scene, given in found.items() if given}


def _own(room: Room, line: Round, person: str, moment: Moment) -> Moment:
    past = answer_of(room, line, person)
    if past is None:
        return structs.replace(moment, reply=None, text="", codes=(), filled=None)
    own = moments(room.scenario, past.states)[-1]
    return structs.replace(own, finished=moment.finished)


def _answers(room: Room, path: Sequence[Round], person: str, heard: bool) -> list[Past]:
    if heard:
        return [line.answers[person] for line in path if person in line.answers]
    found = (answer_of(room, line, person) for line in path)
    return [past for past in found if past is not None]


def _last(room: Room, past: Past) -> Talk:
    """Return a talk with nothing but its last answer."""
    told = talk_of(room.scenario, past.events)
    number = past.states[-1].turn
    return replace(
        told,
        turns=tuple(turn for turn in told.turns if turn.number == number),
        forms=tuple(form for form in told.forms if form.turn == number),
    )


def last_events(past: Past) -> tuple[Event, ...]:
    """Return what came of the last answer of a talk."""
    return past.states[-1].latest
