"""What happens in a class, as values, and as they stand in its log.

The log holds nothing else. Each happening has a key by which it is told from all
others of its class: the same one, sent again after a lost answer or a killed server,
has the same key, and stands in the log once.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from simulator.classroom.acts import Act, act_from_json, act_to_json
from simulator.classroom.errors import BadLogError
from simulator.engine import BadEventsError, Event, from_json, to_json
from simulator.store import Note


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody came in. His talk has begun."""

    person: str
    """His id in the class: in no link, and on no page but his own."""
    name: str
    """As typed, made safe to show."""
    word: str
    """The digest of his personal word."""
    began: tuple[Event, ...]
    """The beginning of his talk; empty where the whole room has one."""

    @property
    def key(self) -> str:
        """Nobody else of this name can come in."""
        return f"joined/{folded(self.name)}"


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody answered, corrected what was understood, or went back."""

    person: str
    move: int
    """Counted from 1 for each person: his talk is his moves, one after the other."""
    events: tuple[Event, ...]
    """What came of it."""
    round: int | None = None
    """Which line of the room's talk it answers; None at one's own pace."""

    @property
    def key(self) -> str:
        """One thing can be his n-th move."""
        return f"moved/{self.person}/{self.move}"


@dataclass(frozen=True, slots=True)
class Led:
    """The trainer did something."""

    number: int
    """Counted from 1: his acts follow one another, whichever terminal he sits at."""
    act: Act

    @property
    def key(self) -> str:
        """One thing can be the n-th."""
        return f"led/{self.number}"


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody raised a hand, or took it down."""

    person: str
    number: int
    """Counted from 1 for each person."""
    up: bool

    @property
    def key(self) -> str:
        """One thing can be his n-th."""
        return f"hand/{self.person}/{self.number}"


@dataclass(frozen=True, slots=True)
class Closed:
    """The trainer has ended the class: nobody comes in, nobody answers any more."""

    @property
    def key(self) -> str:
        """A class ends once."""
        return "closed"


Happening = Joined | Moved | Led | Hand | Closed


def folded(name: str) -> str:
    """Return a name as names are compared: case, ё and spaces make no difference."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    return " ".join(plain.split())


def note_of(room: str, happening: Happening) -> Note:
    """Return a happening as it is kept in the log of a class."""
    return Note(room, happening.key, _body(happening))


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


def happening_of(body: Mapping[str, object]) -> Happening:
    """Return the happening that `note_of` wrote.

    Raises:
        BadLogError: It is none of this version.
    """
    try:
        match body:
            case {"kind": "joined", "person": str(person), "name": str(name)}:
                return Joined(person, name, str(body["word"]), _events(body["began"]))
            case {"kind": "moved", "person": str(person), "move": int(move)}:
                round_ = body.get("round")
                line = round_ if isinstance(round_, int) else None
                return Moved(person, move, _events(body["events"]), line)
            case {"kind": "led", "number": int(number)}:
                return Led(number, act_from_json(body))
            case {"kind": "hand", "person": str(person), "number": int(number)}:
                return Hand(person, number, body["up"] is True)
            case {"kind": "closed"}:
                return Closed()
            case _:
                raise BadLogError(f"not a happening: {body!r:.80}")
    except (KeyError, BadEventsError) as error:
        raise BadLogError(f"a happening is broken: {error}") from error


def _events(bodies: object) -> tuple[Event, ...]:
    if not isinstance(bodies, list):
        raise BadEventsError("events are not a list")
    return tuple([from_json(body) for body in cast("list[object]", bodies)])
