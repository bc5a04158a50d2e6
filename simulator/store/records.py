"""What the store keeps, as values."""

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

Body = Mapping[str, object]
"""An event as a JSON object; has `kind`."""


class Header(Struct, frozen=True):
    """What never changes about an attempt."""

    id: str
    scenario: str
    title: str
    digest: str
    """SHA-256 of the scenario's text, in hex."""
    language: str
    mode: str
    seed: int
    source: str
    """Where the scenario came from: an id, or the path of a file."""
    origin: str = ""
    """The id of the attempt that this one branched off from; empty where it was begun
    afresh. That attempt need not be here: it may have been left on another machine."""
    origin_turn: int = 0
    """The last turn that both have in common; 0: they part at the first answer."""


class Standing(Struct, frozen=True):
    """Where an attempt stands: kept beside its events so that lists are quick."""

    turns: int
    """Turns that count."""
    ending: str | None = None
    outcome: str | None = None
    business: Fraction | None = None
    """Only of finished attempts, 0..100."""
    key_client: Fraction | None = None


class Kept(Struct, frozen=True):
    """One attempt as a list shows it."""

    header: Header
    standing: Standing
    started_at: str
    """ISO 8601, UTC."""
    last_at: str
    readable: bool = True
    """False when the row is damaged: what could be read of it stands here."""


class Scored(Struct, frozen=True):
    """The two scores of an attempt, and by which rules they were given."""

    at: str
    """ISO 8601, UTC."""
    business: Fraction | None
    key_client: Fraction | None
    rubric: str = ""
    """Name and version; empty where nobody noted it when the talk ended."""
    rulebook: str = ""


class Correction(Struct, frozen=True):
    """What somebody says that a reading should have been."""

    place: int
    """Of the reading among the events of its attempt, from 0."""
    at: str
    """ISO 8601, UTC."""
    who: str
    body: Body
    """Has `codes`: a list of objects as events hold them."""


class Timed(Struct, frozen=True):
    """An event with the time at which it was committed."""

    at: str
    """ISO 8601, UTC."""
    body: Body


class Log(Struct, frozen=True):
    """One attempt with everything that is kept of it."""

    kept: Kept
    """Not readable where the row, or an event, is damaged: then there are no events."""
    events: tuple[Timed, ...] = ()
    """Oldest first."""
    draft: str = ""
    """Typed and not sent."""
    scores: tuple[Scored, ...] = ()
    """All that it was scored with, where that is more than once."""
    corrections: tuple[Correction, ...] = ()
    """What was said of its readings."""


class Reviewed(Struct, frozen=True):
    """An entry of the log: a drill was answered, or an answer taken back."""

    key: str
    """Its id: a second entry of one key is the first one, sent again."""
    at: str
    """ISO 8601, UTC."""
    card: str
    """What was practised."""
    rating: int | None
    """1..4; None where something is only taken back."""
    level: int | None
    """0..4, as it was scored."""
    mode: str
    words: str
    """What was answered."""
    taken_back: str | None = None
    """The key of the entry that no longer counts from here on."""


class Arrived(Struct, frozen=True):
    """How much of an attempt a record store has."""

    target: str
    """Its address."""
    attempt: str
    events: int
    """So many of the attempt's events, from the first."""


class Refusal(Struct, frozen=True):
    """A statement that a record store has refused and not taken since."""

    target: str
    attempt: str
    statement: str
    """Its id."""
    why: str
