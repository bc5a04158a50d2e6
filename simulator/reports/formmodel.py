"""What a debrief says of a form: nouns only. See `simulator.reports.model`."""

from fractions import Fraction

from msgspec import Struct

from scoring.forms.model import FormKind, Part
from scoring.forms.verdicts import Why
from simulator.reports.phrases import Phrase


class ItemNote(Struct, frozen=True):
    """One item of a form: what was put there beside what belongs there."""

    part: Part
    item: str
    """Its id; empty where the part is one value."""
    name: Phrase
    given: Phrase
    """What was put there; a dash for nothing."""
    wanted: Phrase
    """What would have been right; a dash where nothing belongs."""
    share: Fraction
    """How right it is, 0..1."""
    why: Why
    reason: Phrase
    because: str
    """The author's reason, or the facts that decide; empty when there is none."""


class FormPartNote(Struct, frozen=True):
    """One part of a form."""

    part: Part
    name: Phrase
    share: Fraction
    """How right it is, 0..1."""
    items: tuple[ItemNote, ...]


class FormNote(Struct, frozen=True):
    """A form that was handed in, beside the right one."""

    scene: str
    turn: int
    kind: FormKind
    name: Phrase
    share: Fraction
    """How right it is, 0..1."""
    parts: tuple[FormPartNote, ...]
    words: str
    """The trainee's own words in it; empty when he wrote none."""
