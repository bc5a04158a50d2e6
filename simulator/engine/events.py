"""What happens in a talk, as values: an attempt *is* its list of events.

Everything else (state, screens, scores) can be computed from them again.
`to_json` and `from_json` are the stored form; its field names are a contract.
"""

from collections.abc import Mapping

from msgspec import Struct

from scoring.codes import CodeUse
from scoring.forms.model import FormKind
from scoring.talk import Outcome
from scoring.terms import Term
from simulator.engine.answers import Source
from simulator.engine.placed import Placed

YOU = "you"
"""Who speaks when the trainee does."""
EARLIER = "earlier"
"""Who told a fact that the trainee brings from the talk before."""


class Why(Term):
    """Which move was made."""

    REPLY = "reply"
    REACTION = "reaction"
    OTHERWISE = "otherwise"
    PATIENCE = "patience"
    FORM = "form"


class Started(Struct, frozen=True):
    """A talk began. Always the first event, never again."""

    scenario: str
    digest: str
    """SHA-256 of the scenario's exact text."""
    language: str
    mode: str
    seed: int
    carried: tuple[str, ...] | None = None
    """The facts brought from the talk that this one continues; None when that was
    not played, or there is none."""
    placed: Placed | None = None
    """Where an author put the talk down, in place of its beginning; None in a talk
    that was played from there."""


class Said(Struct, frozen=True):
    """Somebody said something, or a stage direction was shown."""

    turn: int
    """The turn it belongs to: 0 before the first answer, then counted from 1."""
    who: str
    """`YOU`, a person's id, or `note`."""
    text: str
    reply: str | None = None
    """The id of the reply, when the trainee chose one."""


class Read(Struct, frozen=True):
    """What the trainee's answer was taken to do."""

    turn: int
    scene: str
    reply: str | None
    """The authored reply that fits; None when none did."""
    codes: tuple[CodeUse, ...]
    fruitless: bool
    by: Source = Source.AUTHOR
    """Who says what it does; the author's levels hold only where he does."""


class Filled(Struct, frozen=True):
    """The trainee handed in a form."""

    turn: int
    scene: str
    form: FormKind
    values: Mapping[str, object]
    """As they stood in the form; see `scoring.forms.Part`."""
    right: int
    """How right it was by the rules of that day, 0..100; the talk went by it."""


class Moved(Struct, frozen=True):
    """The talk went from one scene to another, or stayed."""

    turn: int
    source: str
    target: str
    """A scene, or an ending when `Finished` follows."""
    why: Why


class Learned(Struct, frozen=True):
    """A fact became known."""

    turn: int
    fact: str
    source: str
    """The person who gave it away, or `YOU` when the trainee brought it."""


class Mood(Struct, frozen=True):
    """A meter changed; a push beyond 0..10 is held at the bound."""

    turn: int
    person: str
    meter: str
    before: int
    after: int


class Rewound(Struct, frozen=True):
    """The trainee went back; the turns after `to` no longer count."""

    turn: int
    """The last turn played before going back."""
    to: int
    """The turn after which the talk goes on; 0 is the very beginning."""


class Corrected(Struct, frozen=True):
    """The trainee meant something else than was understood.

    The turn no longer counts as it was played; it is played again at once, with the
    same words. What the words do stays as it was read.
    """

    turn: int
    """The turn that was misunderstood: always the last one."""
    was: str | None
    """The reply that his words were taken for."""
    meant: str | None
    """The reply that he meant; None: none of those on offer."""


class Finished(Struct, frozen=True):
    """The talk ended."""

    turn: int
    ending: str
    outcome: Outcome
    good: bool


Event = (
    Started
    | Said
    | Read
    | Filled
    | Moved
    | Learned
    | Mood
    | Rewound
    | Corrected
    | Finished
)

Json = Mapping[str, object]
