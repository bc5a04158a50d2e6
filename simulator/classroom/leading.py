"""What a trainer leads the talk of a room by: how it answered, how it can go on."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, cast

from msgspec import Struct

from scoring.codes import Code
from scoring.terms import Term
from simulator.classroom.acts import Act, Spoke, Timed, WentOn, act_from_json
from simulator.classroom.course import Round
from simulator.classroom.errors import BadLogError, CannotLeadError
from simulator.classroom.gathered import Given, Split, split
from simulator.classroom.room import Room
from simulator.classroom.scores import answered_worth, last_events
from simulator.engine import YOU, Filled, Read, Said
from simulator.messages import N_
from simulator.plaintext import plain
from simulator.sessions.past import Past

LONGEST_TIME: Final = 3_600
"""Seconds that a vote can last."""
LONGEST_LINE: Final = 1_000
"""Characters that the trainer can say at once."""


class With(Term):
    """With which answer the talk of the room goes on."""

    FREQUENT = "frequent"
    BEST = "best"
    WORST = "worst"


class Option(Struct, frozen=True):
    """Answers that were taken for the same: the talk can go on with one of them."""

    person: str
    """Whose answer stands for them."""
    text: str
    """The reply, or his own words; empty where a form was handed in."""
    people: tuple[str, ...]
    share: Fraction
    """0..1, of all who answered."""
    codes: tuple[Code, ...]
    """What the words do."""
    worth: Fraction
    """What the answer that stands for them is worth by itself, 0..100."""


def split_of(room: Room, line: Round) -> Split:
    """Tell how the room answered a line.

    Worked out once after each answer: a thousand phones ask when the vote closes.
    """
    told = line.told.get("split")
    if not isinstance(told, Split):
        rubric = room.loaded.rubric
        told = split(room.scenario, rubric, _given(line), line.heard)
        line.told["split"] = told
    return told


def options(room: Room, line: Round) -> tuple[Option, ...]:
    """Return the answers to a line, the commonest first.

    Where people choose, one a reply; where they speak, one a group of like answers;
    forms that were filled in alike stand together. Worked out once after each answer.
    """
    found = line.told.get("options")
    if found is None:
        found = line.told["options"] = _options(room, line)
    return cast("tuple[Option, ...]", found)


def _options(room: Room, line: Round) -> tuple[Option, ...]:
    told = split_of(room, line)
    if told.groups:
        spoken = [
            _option(room, line, one.people, one.codes, one.speaker, one.quotation)
            for one in told.groups
        ]
    else:
        spoken = [
            _option(room, line, one.people, _codes(line.answers[one.people[0]]))
            for one in told.replies
            if one.people
        ]
    found = [*spoken, *_forms(room, line)]
    return tuple(sorted(found, key=lambda one: -len(one.people)))


def act_asked(room: Room, body: Mapping[str, object]) -> Act:
    """Return what a trainer asks for.

    Args:
        room: His class.
        body: As `act_to_json` writes it; `go-on` may say `with`, how the answer is
            chosen, in place of `person`.

    Raises:
        CannotLeadError: It is nothing that a trainer can do, or makes no sense now.
    """
    if body.get("act") == "go-on" and body.get("with") in list(With):
        return going_on(room, With(str(body["with"])))
    try:
        act = act_from_json(body)
    except BadLogError as error:
        raise CannotLeadError(N_("A trainer can do no such thing.")) from error
    if isinstance(act, Spoke):
        return Spoke(act.to, _said(act.text))
    if isinstance(act, Timed) and not 0 <= act.seconds <= LONGEST_TIME:
        raise CannotLeadError(
            N_("A vote can last {longest} seconds at most."), longest=LONGEST_TIME
        )
    return act


def _said(text: str) -> str:
    shown = " ".join(plain(text).split())
    if not shown or len(shown) > LONGEST_LINE:
        raise CannotLeadError(
            N_("Say something of 1 to {longest} characters."), longest=LONGEST_LINE
        )
    return shown


def going_on(room: Room, how: With) -> WentOn:
    """Return the act by which the talk goes on with the answer that was asked for.

    Of answers that are as frequent, as good or as bad, the first one given is taken.

    Raises:
        CannotLeadError: There is no talk of the room, or nobody has answered.
    """
    course = room.course
    if course is None or not course.here.answers:
        raise CannotLeadError(N_("Nobody has answered yet."))
    here = course.here
    if how is With.FREQUENT:
        return WentOn(options(room, here)[0].person)
    worths = {who: answered_worth(room, past) for who, past in here.answers.items()}
    best = max if how is With.BEST else min
    return WentOn(best(worths, key=worths.__getitem__))


def words_of(past: Past) -> str:
    """Return what was said in the last answer of a talk; empty for a form."""
    said = [e for e in last_events(past) if isinstance(e, Said) and e.who == YOU]
    return said[-1].text if said else ""


def _option(
    room: Room,
    line: Round,
    people: tuple[str, ...],
    codes: tuple[Code, ...],
    person: str = "",
    text: str = "",
) -> Option:
    who = person or people[0]
    past = line.answers[who]
    share = Fraction(len(people), len(line.answers))
    shown = text or words_of(past)
    return Option(who, shown, people, share, codes, answered_worth(room, past))


def _forms(room: Room, line: Round) -> Iterator[Option]:
    alike: dict[str, list[str]] = {}
    for person, past in line.answers.items():
        for event in last_events(past):
            if isinstance(event, Filled):
                alike.setdefault(repr(sorted(event.values.items())), []).append(person)
    for people in alike.values():
        yield _option(room, line, tuple(people), ())


def _codes(past: Past) -> tuple[Code, ...]:
    read = [event for event in last_events(past) if isinstance(event, Read)]
    return tuple(dict.fromkeys(use.code for use in read[-1].codes)) if read else ()


def _given(line: Round) -> Iterator[Given]:
    for person, past in line.answers.items():
        yield Given(person, last_events(past), line.state)
