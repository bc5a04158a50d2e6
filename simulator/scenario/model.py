"""What a checked scenario is: nouns only, frozen, without positions.

Everything a person reads is plain text. Ids are lower-case words with hyphens.
Built by `simulator.scenario.parsing.parse`; played by `simulator.engine`.
The YAML that trainers write is described in `docs/scenario-format.md`.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Final

from msgspec import Struct

from scoring.codes import Code, CodeUse
from scoring.forms.model import FormKind, Wanted
from scoring.principles import Principle
from scoring.talk import Outcome
from simulator.scenario.conditions import Condition

FORMAT: Final = 1
"""The version of the scenario format that this program reads."""

LOWEST_METER: Final = 0
HIGHEST_METER: Final = 10

NOTE: Final = "note"
"""Who "speaks" a stage direction."""
SHIPPED_RUBRIC: Final = "business-above-ego"
"""The rubric of a file that names none."""
STAY: Final = "stay"
"""The target of a move that keeps the trainee in the scene."""


class Difficulty(StrEnum):
    """How hard the talk is for a head of sales."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Person(Struct, frozen=True):
    """Somebody who speaks, with a temper."""

    id: str
    name: str
    role: str
    mood: Mapping[str, int]
    """Meters at the start, 0..10 each."""


class ClientFact(Struct, frozen=True):
    """Something true of the client in this story, hidden until learned."""

    id: str
    name: str
    """What the client card calls it, in the language of the scenario."""
    line: str
    """The fact as one sentence a person could say."""
    value: tuple[Fraction, Fraction] | str | bool | None
    """An interval (a point has equal ends), words, yes or no; None for no data."""
    unit: str | None = None
    of: Fraction | None = None
    """The whole that the value is a part of: 5 *of 40* SKU groups."""
    known: bool = False
    """True when the trainee starts with it."""
    needed: bool = False
    """True when the decision needs it."""
    source: str | None = None
    """Where a known fact comes from, for the client card."""
    criterion: str | None = None
    """The rulebook criterion that it is evidence for."""
    level: tuple[int, int] | None = None
    """The levels of that criterion it allows; None: worked out from the value."""
    stop: str | None = None
    """The stop-criterion that it confirms."""


class Client(Struct, frozen=True):
    """Whom the talk is about."""

    name: str
    facts: Mapping[str, ClientFact]
    status: str | None = None
    """The status that the rulebook must give when every fact is known; checked."""


class Line(Struct, frozen=True):
    """Something said, or a stage direction."""

    who: str
    """A person's id, or `NOTE`."""
    texts: tuple[str, ...]
    """Variants; the n-th time the n-th is used, then round again."""
    when: Condition | None = None


class Shift(Struct, frozen=True):
    """A change of one person's meter."""

    person: str
    meter: str
    by: int


class Effects(Struct, frozen=True):
    """What a move does besides leading somewhere."""

    say: tuple[Line, ...] = ()
    """Answered at once, before the lines of the scene that follows."""
    learn: tuple[str, ...] = ()
    """Facts that the other side gives away."""
    tell: tuple[str, ...] = ()
    """Facts that the trainee brings himself."""
    shifts: tuple[Shift, ...] = ()
    flags: tuple[str, ...] = ()
    to: str | None = None
    """A scene, an ending, or `STAY`; None leaves it to the reactions."""


class Reply(Struct, frozen=True):
    """A reply on offer to the trainee."""

    id: str
    text: str
    does: tuple[CodeUse, ...]
    effects: Effects
    like: tuple[str, ...] = ()
    """Other ways to say it."""
    when: Condition | None = None
    once: bool = False
    levels: Mapping[Principle, int] = {}
    because: str | None = None
    opposite: str | None = None
    to_whom: str | None = None


class Reaction(Struct, frozen=True):
    """A move by code, for what no reply of the scene covers."""

    on: Code
    effects: Effects
    when: Condition | None = None


class FormMove(Struct, frozen=True):
    """What follows a form that was handed in."""

    effects: Effects
    when: Condition | None = None


class Form(Struct, frozen=True):
    """A form to fill in, in place of replies."""

    kind: FormKind
    wanted: Wanted
    offers: Mapping[str, Mapping[str, str]]
    """List → id → words, in the author's order; keys as under `offers:`."""
    because: Mapping[str, str]
    """A part, or the id of something on offer → why it is right or wrong."""
    then: tuple[FormMove, ...]
    """The first whose condition holds is made; the last holds always."""


class Scene(Struct, frozen=True):
    """A moment of the talk: what is said, and what may be answered."""

    id: str
    tests: tuple[Principle, ...]
    say: tuple[Line, ...]
    replies: tuple[Reply, ...]
    reactions: tuple[Reaction, ...] = ()
    otherwise: tuple[Line, ...] = ()
    form: Form | None = None
    """What is filled in here; a scene with a form has no replies."""


class Continues(Struct, frozen=True):
    """The talk that this one goes on from."""

    scenario: str
    after: tuple[str, ...]
    """Endings of it that lead here; none: any."""
    otherwise: tuple[str, ...]
    """Facts known when it was not played."""

    def leads_from(self, scenario: str, ending: str | None) -> bool:
        """Tell whether a talk that came to this ending leads here."""
        fits = not self.after or ending in self.after
        return self.scenario == scenario and fits


class Meeting(Struct, frozen=True):
    """Several people in one room."""

    decides: str
    """A person's id, or `you`."""
    first: str | None
    """Who speaks first and uninterrupted."""
    floor: tuple[str, ...]
    """The scenes in which he does."""
    fairness: Shift | None
    """What an interruption does to the room."""


class Patience(Struct, frozen=True):
    """How long the other side walks in circles, and how that ends."""

    turns: int
    """Fruitless turns in a row; at this many the talk ends."""
    reminders: tuple[Line, ...]
    """Said at fruitless turns before the last: "you are asking the same again"."""
    say: tuple[Line, ...]
    """Said at the last one; names the pattern."""
    to: str
    """The ending that follows."""


class Ending(Struct, frozen=True):
    """How it ended, and what became of the client, the manager, the money."""

    id: str
    outcome: Outcome
    good: bool
    title: str
    text: str
    say: tuple[Line, ...] = ()


class Scenario(Struct, frozen=True):
    """A whole scenario that has passed its checks."""

    id: str
    title: str
    language: str
    difficulty: Difficulty
    minutes: int
    role: str
    brief: str
    debrief: str
    cast: Mapping[str, Person]
    client: Client
    start: str
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    reactions: tuple[Reaction, ...] = ()
    otherwise: tuple[Line, ...] = ()
    patience: Patience | None = None
    continues: Continues | None = None
    meeting: Meeting | None = None
    meters: Mapping[str, str] = {}
    """Meter → what the screens call it; others keep the program's word, or their id."""
    rubric: str = SHIPPED_RUBRIC
    rulebook: str = "key-clients"
    digest: str = ""
    """SHA-256 of the bytes it was read from, in hex: attempts are tied to it."""
