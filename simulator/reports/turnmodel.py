"""What a debrief says of one turn: nouns only. See `simulator.reports.model`."""

from msgspec import Struct

from scoring.codes import Code, CodeUse
from scoring.principles import Principle
from simulator.engine import Spoken
from simulator.reports.formmodel import FormNote
from simulator.reports.phrases import Phrase
from simulator.reports.tones import Tone


class CodeNote(Struct, frozen=True):
    """Something that a reply did."""

    code: Code
    written: str
    """As scenarios write it: `ask_fact(share, competitor)`."""
    name: Phrase
    """For a reader: "a question of fact: share of purchases"."""
    tone: Tone
    span: tuple[int, int] | None = None
    """Where the words that earned it stand in the reply, in characters; None when
    the author gave the code."""

    @property
    def use(self) -> CodeUse:
        """The code with its words, as scoring knows it; what it is about left out."""
        return CodeUse(self.code, (), self.span)


class LevelNote(Struct, frozen=True):
    """The level that a reply showed on one principle, and why."""

    principle: Principle
    title: str
    level: int
    """0..4."""
    sentence: str
    """The sentence of the rubric that the level stands on; empty when it has none."""
    row: str | None
    """The id of the rubric's row; None when the author set the level."""
    codes: tuple[str, ...]
    """The codes that earned it, as scenarios write them."""
    violation: bool
    tested: bool
    """True when this moment was an opportunity for the principle."""


class MoodNote(Struct, frozen=True):
    """How a person's temper changed by one turn."""

    who: str
    """The person's id."""
    person: str
    """The person's name."""
    meter: str
    """The meter's id, such as `resistance`."""
    name: Phrase
    before: int
    """0..10."""
    after: int
    """0..10."""
    worse: bool | None
    """True when the change makes the talk harder; None for a meter that the
    program does not know."""


class FactNote(Struct, frozen=True):
    """A fact of the client's."""

    fact: str
    name: str
    line: str
    needed: bool
    brought: bool = False
    """True when the trainee brought it himself, false when he got it."""


class Stronger(Struct, frozen=True):
    """A reply on offer at that moment that would have done clearly better."""

    reply: str
    """Its id."""
    text: str
    because: str
    """The author's reason; empty when he gave none."""
    levels: tuple[LevelNote, ...]


class TurnNote(Struct, frozen=True):
    """One turn that counts."""

    turn: int
    """Counted from 1."""
    rewind_to: int
    """What to go back to for trying this turn again: `attempt.rewind(rewind_to)`."""
    scene: str
    heard: tuple[Spoken, ...]
    """What had been said before the trainee answered."""
    reply: str | None
    """The id of the author's reply; None when own words fitted none."""
    text: str
    """The trainee's words."""
    codes: tuple[CodeNote, ...]
    levels: tuple[LevelNote, ...]
    taken_as: str
    """The author's reply that own words were taken as; empty when they are his."""
    because: str
    """The author's reason, true of the author's words only: empty for own words."""
    moods: tuple[MoodNote, ...]
    learned: tuple[FactNote, ...]
    fruitless: bool
    """True when the turn brought nothing new."""
    circling: bool
    """True when it repeated a request without a reason, which costs P7 a level."""
    answered: tuple[Spoken, ...]
    """What was said to the trainee next."""
    stronger: Stronger | None
    """None when nothing on offer was clearly better."""
    form: FormNote | None = None
    """The form that was handed in, in place of words."""
