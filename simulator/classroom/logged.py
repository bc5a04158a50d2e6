"""What happens in a class as it stands in its log, and what is left of it if erased."""

from collections.abc import Callable, Mapping
from typing import Final, cast

from msgspec.structs import replace

from simulator.classroom.acts import Spoke, act_from_json, act_to_json
from simulator.classroom.errors import BadLogError
from simulator.classroom.happenings import (
    GONE,
    Closed,
    Erased,
    Hand,
    Happening,
    Joined,
    Judged,
    Led,
    Moved,
    Struck,
    wordless,
)
from simulator.engine import BadEventsError, Event, from_json, to_json
from simulator.keeping.correcting import body_of, codes_of
from simulator.store import Entry, Note


def note_of(room: str, happening: Happening) -> Note:
    """Return a happening as it is kept in the log of a class."""
    return Note(room, happening.key, _body(happening))


def struck(entry: Entry) -> Entry:
    """Return what stands in place of an entry once its person is erased.

    Place and time stay, so that the log has no gap; key and body, which hold the name
    and the words, do not.
    """
    was = str(entry.body.get("was", entry.body.get("kind", "")))
    return replace(entry, key=f"struck/{entry.seq}", body=_body(Struck(was)))


def without_his_words(entry: Entry) -> Entry:
    """Return an entry whose person is erased, where others still need what it did.

    A move in the talk of a room keeps what the words were taken for, and a line of
    the trainer's to one person keeps its place; no word of either is left.
    """
    happening = happening_of(entry.body)
    match happening:
        case Moved(events=events):
            happening = replace(happening, events=wordless(events))
        case Led(act=Spoke() as act):
            happening = replace(happening, act=replace(act, text=GONE))
        case _:
            return struck(entry)
    return replace(entry, body=_body(happening))


def _body(happening: Happening) -> dict[str, object]:
    match happening:
        case Joined(person, name, word, began):
            return {
                "kind": "joined",
                "person": person,
                "name": name,
                "word": word,
                "began": [to_json(event) for event in began],
            }
        case Moved(person, move, events, turn):
            return {
                "kind": "moved",
                "person": person,
                "move": move,
                "events": [to_json(event) for event in events],
                **({} if turn is None else {"round": turn}),
            }
        case Led(number, act):
            return {"kind": "led", "number": number, **act_to_json(act)}
        case Hand(person, number, up):
            return {"kind": "hand", "person": person, "number": number, "up": up}
        case Closed():
            return {"kind": "closed"}
        case Erased(person):
            return {"kind": Erased.kind, "person": person}
        case Struck() | Judged():
            return _afterwards(happening)


def _afterwards(happening: Struck | Judged) -> dict[str, object]:
    """Return the body of what is written when a talk has long been said."""
    if isinstance(happening, Struck):
        return {"kind": "struck", "was": happening.was}
    return {
        "kind": "judged",
        "person": happening.person,
        "move": happening.move,
        "place": happening.place,
        "number": happening.number,
        "who": happening.who,
        **body_of(happening.codes),
    }


def happening_of(body: Mapping[str, object]) -> Happening:
    """Return the happening that `note_of` wrote.

    Raises:
        BadLogError: It is none of this version.
    """
    made = _MADE.get(str(body.get("kind")))
    if made is None:
        raise BadLogError(f"not a happening: {body!r:.80}")
    try:
        return made(body)
    except (KeyError, ValueError, BadEventsError) as error:
        raise BadLogError(f"a happening is broken: {error}") from error


def _joined(body: Mapping[str, object]) -> Happening:
    person, name, word = (str(body[key]) for key in ("person", "name", "word"))
    return Joined(person, name, word, _events(body["began"]))


def _moved(body: Mapping[str, object]) -> Happening:
    line = body.get("round")
    events, move = _events(body["events"]), int(str(body["move"]))
    round_ = line if isinstance(line, int) else None
    return Moved(str(body["person"]), move, events, round_)


def _led(body: Mapping[str, object]) -> Happening:
    return Led(int(str(body["number"])), act_from_json(body))


def _hand(body: Mapping[str, object]) -> Happening:
    number = int(str(body["number"]))
    return Hand(str(body["person"]), number, body["up"] is True)


def _judged(body: Mapping[str, object]) -> Happening:
    move, place, number = (int(str(body[one])) for one in ("move", "place", "number"))
    codes = codes_of(body)
    if codes is None:
        raise ValueError("no codes")
    person, who = str(body["person"]), str(body["who"])
    return Judged(person, move, place, number, who, codes)


_MADE: Final[Mapping[str, Callable[[Mapping[str, object]], Happening]]] = {
    "joined": _joined,
    "moved": _moved,
    "led": _led,
    "hand": _hand,
    "closed": lambda _: Closed(),
    "erased": lambda body: Erased(str(body["person"])),
    "struck": lambda body: Struck(str(body["was"])),
    "judged": _judged,
}


def _events(bodies: object) -> tuple[Event, ...]:
    if not isinstance(bodies, list):
        raise BadEventsError("events are not a list")
    return tuple([from_json(body) for body in cast("list[object]", bodies)])
