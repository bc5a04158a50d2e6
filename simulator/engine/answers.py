"""What a trainee can answer with, and how."""

from collections.abc import Mapping

from msgspec import Struct

from scoring.codes import CodeUse
from scoring.terms import Term


class Mode(Term):
    """How a talk is held."""

    CHOOSE = "choose"
    """Pick one of the author's replies."""
    SPEAK = "speak"
    """Use own words; what was understood is shown at once."""
    EXAM = "exam"
    """Use own words, one go; nothing is shown before the debrief."""


class Source(Term):
    """Who says what an answer does."""

    AUTHOR = "author"
    """The reply was chosen, or said in the author's own wording."""
    READER = "reader"
    """It was read from the trainee's words."""
    TRAINEE = "trainee"
    """It was read, and the trainee said which reply he meant."""


class Choose(Struct, frozen=True):
    """Take one of the replies on offer."""

    reply: str


class Understood(Struct, frozen=True):
    """What the trainee's own words were taken to do."""

    codes: tuple[CodeUse, ...]
    """The acts, with the words that earned them."""
    reply: str | None
    """The reply on offer that they come to; None when they come to none."""
    source: Source = Source.READER
    """Who says so: the reader, or the trainee himself."""


class Say(Struct, frozen=True):
    """Use one's own words.

    The author's own wordings (`text` and `like`) are recognised in any case. What
    else the words come to is told by `understood`, which a reader makes outside of
    the engine; without it they meet the scene's `otherwise`.
    """

    text: str
    understood: Understood | None = None


class Fill(Struct, frozen=True):
    """Hand in the form of the scene."""

    values: Mapping[str, object]
    """Part → value, as `scoring.forms.Part` has them; plain JSON."""
    right: int = 0
    """How right it is, 0..100: judged outside of the engine, which has no rules."""


Answer = Choose | Say | Fill
