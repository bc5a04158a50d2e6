"""What happens in a class, as values, and as they stand in its log.

The log holds nothing else. Each happening has a key by which it is told from all
others of its class: the same one, sent again after a lost answer or a killed server,
has the same key, and stands in the log once.
"""

import unicodedata
from collections.abc import Collection, Sequence
from typing import ClassVar, Final

from msgspec import Struct
from msgspec.structs import replace

from scoring.codes import CodeUse
from scoring.forms.model import Part
from simulator.classroom.acts import Act
from simulator.engine import YOU, Event, Filled, Read, Said, Source, Started

GONE: Final = "…"
"""In place of words that were erased."""


class Joined(Struct, frozen=True):
    """Somebody came in. His talk has begun."""

    kind: ClassVar = "joined"
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


class Moved(Struct, frozen=True):
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


class Led(Struct, frozen=True):
    """The trainer did something."""

    number: int
    """Counted from 1: his acts follow one another, whichever terminal he sits at."""
    act: Act

    @property
    def key(self) -> str:
        """One thing can be the n-th."""
        return f"led/{self.number}"


class Hand(Struct, frozen=True):
    """Somebody raised a hand, or took it down."""

    person: str
    number: int
    """Counted from 1 for each person."""
    up: bool

    @property
    def key(self) -> str:
        """One thing can be his n-th."""
        return f"hand/{self.person}/{self.number}"


class Closed(Struct, frozen=True):
    """The trainer has ended the class: nobody comes in, nobody answers any more."""

    @property
    def key(self) -> str:
        """A class ends once."""
        return "closed"


class Erased(Struct, frozen=True):
    """All that is known of a person was erased, at his wish or when it was time."""

    kind: ClassVar = "erased"
    person: str

    @property
    def key(self) -> str:
        """A person is erased once."""
        return f"erased/{self.person}"


class Struck(Struct, frozen=True):
    """Something stood here of a person who was erased: nothing of it is left."""

    was: str
    """What kind of thing it was."""

    @property
    def key(self) -> str:
        """It is never written as a note of its own; see `struck`."""
        return "struck"


class Judged(Struct, frozen=True):
    """A trainer said what own words should have been heard as."""

    person: str
    """Whose words."""
    move: int
    """By which of his moves."""
    place: int
    """Of the reading among the events of that move, from 0."""
    number: int
    """Counted from 1 for each reading: the last counts, the earlier stay."""
    who: str
    """Who says so."""
    codes: tuple[CodeUse, ...]
    """What the words do; none: nothing."""

    @property
    def key(self) -> str:
        """One thing can be the n-th that is said of a reading."""
        return f"judged/{self.person}/{self.move}/{self.place}/{self.number}"


Happening = Joined | Moved | Led | Hand | Closed | Erased | Struck | Judged


def folded(name: str) -> str:
    """Return a name as names are compared: case, ё and spaces make no difference."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    return " ".join(plain.split())


def wordless(
    events: Sequence[Event], turns: Collection[int] | None = None
) -> tuple[Event, ...]:
    """Return events without the trainee's own words, in some turns or in all.

    What they were taken for stays, so a talk goes on from them as before; so does what
    he picked on a form, but for the words that he wrote on it.
    """
    own = {
        event.turn
        for event in events
        if isinstance(event, Filled)
        or (isinstance(event, Read) and event.by is not Source.AUTHOR)
    }
    gone = own if turns is None else own.intersection(turns)
    return tuple(
        _wordless(event) if _turn_of(event) in gone else event for event in events
    )


def _turn_of(event: Event) -> int | None:
    return None if isinstance(event, Started) else event.turn


def _wordless(event: Event) -> Event:
    match event:
        case Said(who=who) if who == YOU:
            return replace(event, text=GONE)
        case Filled(values=values) if values.get(Part.WORDS):
            return replace(event, values={**values, str(Part.WORDS): GONE})
        case _:
            return event
