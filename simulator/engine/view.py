"""What a front end may show at this moment: everything it needs, nothing more.

A `View` never holds what the trainee must not see before he answers: which
reply is better, what it does, what has not been learned.
"""

from msgspec import Struct

from scoring.codes import CodeUse
from scoring.forms.model import FormKind
from scoring.talk import Outcome


class Spoken(Struct, frozen=True):
    """A line as it was said."""

    who: str
    """`you`, a person's id, or `note`."""
    name: str
    """How to call the speaker on a screen; empty for a stage direction."""
    text: str
    heard: tuple[CodeUse, ...] | None = None
    """What was heard in the trainee's own words; None where it is not shown: in an
    exam, and where a reply was chosen."""
    form: FormKind | None = None
    """The form that was handed in. The text is then the one thing that matters most on
    it: the option decided or the date chosen, in the author's words, or the id of a
    status; empty for a handover plan and where nothing was chosen."""


class Offer(Struct, frozen=True):
    """A reply on offer."""

    number: int
    """Counted from 1, in the shuffled order of this visit."""
    reply: str
    text: str
    to_whom: str = ""
    """The name of the person addressed; empty where it goes without saying."""


class Meter(Struct, frozen=True):
    """One gauge of a person's temper."""

    id: str
    value: int
    """0..10."""
    change: int
    """By how much the last answer moved it."""
    name: str = ""
    """What its author calls it; empty where the program has the word."""


class PersonView(Struct, frozen=True):
    """A person whose temper can be seen, or who decides; others only look in."""

    id: str
    name: str
    role: str
    meters: tuple[Meter, ...]
    decides: bool = False
    """True for the one who decides at a meeting."""


class CardEntry(Struct, frozen=True):
    """One line of the client card."""

    fact: str
    name: str
    line: str
    source: str
    """`you`, a person's name, `earlier` for what the talk before brought, or the
    source named for a fact known at the start."""
    exact: bool
    """False when the fact is an interval wider than a point."""
    new: bool
    """True when the last answer brought it."""


class EndingView(Struct, frozen=True):
    """How it ended."""

    id: str
    title: str
    text: str
    outcome: Outcome
    good: bool


class View(Struct, frozen=True):
    """One moment of a talk."""

    title: str
    turn: int
    """Answers given so far."""
    spoken: tuple[Spoken, ...]
    """What was said since the last answer, that answer included."""
    offers: tuple[Offer, ...]
    """Empty once the talk has ended."""
    people: tuple[PersonView, ...]
    client: str
    card: tuple[CardEntry, ...]
    """Facts known, oldest first."""
    unknown: int
    """How many needed facts are still not known."""
    ending: EndingView | None
    form: FormKind | None = None
    """The form to fill in now, in place of replies."""
