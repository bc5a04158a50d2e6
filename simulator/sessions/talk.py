"""What a front end needs of a talk, whether it is held here or on a class server."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from scoring.forms.model import Part, Values
from scoring.keyclient import Assessment, Rulebook
from simulator.engine import Answer, Mode, Say, Spoken, View
from simulator.forms import Sheet

if TYPE_CHECKING:
    from simulator.sessions.attempt import Attempt


class Wording(Protocol):
    """A reply that words could have meant."""

    @property
    def id(self) -> str:
        """What it is chosen by."""
        ...

    @property
    def text(self) -> str:
        """Its words."""
        ...


class Heard(Protocol):
    """What was heard in own words, before anything is answered."""

    @property
    def doubt(self) -> Sequence[Wording]:
        """The replies to ask about; none when it is clear enough."""
        ...

    def answer(self) -> Say:
        """Return the words as an answer, taken for what they were heard as."""
        ...

    def meant(self, reply: str | None) -> Say:
        """Return the words as an answer, taken for what the trainee says he meant."""
        ...


class Filling(Protocol):
    """The form that lies before the trainee."""

    @property
    def sheet(self) -> Sheet:
        """What stands on it."""
        ...

    @property
    def kept(self) -> dict[str, object]:
        """What stands in it, as last kept."""
        ...

    def keep(self, values: Values) -> None:
        """Keep it half-filled.

        Raises:
            SimulatorError: It could not be kept.
        """
        ...

    def total(self, values: Values) -> Assessment:
        """Apply the rulebook to the levels that stand in a worksheet so far."""
        ...

    def empty(self, values: Values) -> Sequence[Part]:
        """Return the parts in which nothing stands; own words are never wanted."""
        ...

    def answer(self, values: Values) -> Answer:
        """Return the answer that hands the form in.

        Raises:
            UnfinishedFormError: A part is empty that may not be.
        """
        ...

    def laid(self, language: str) -> "Filling":
        """Return the same form with the words of a language."""
        ...


class Talk(Protocol):
    """A talk as a front end holds it."""

    @property
    def own(self) -> "Attempt | None":
        """The talk where it is held here; None where another machine holds it.

        Whatever needs more than this protocol (going back, the record, the file of
        the talk) is offered only where it is held here.
        """
        ...

    @property
    def mode(self) -> Mode:
        """How the trainee answers."""
        ...

    @property
    def view(self) -> View:
        """What may be shown now."""
        ...

    @property
    def spoken(self) -> Sequence[Spoken]:
        """Every line that counts, oldest first."""
        ...

    @property
    def turns(self) -> int:
        """How many answers count."""
        ...

    @property
    def rulebook(self) -> Rulebook:
        """The rules by which worksheets are filled in."""
        ...

    @property
    def can_correct(self) -> bool:
        """True when the last answer was read from own words."""
        ...

    @property
    def meanable(self) -> Sequence[Wording]:
        """The replies that the last answer could have meant."""
        ...

    @property
    def draft(self) -> str:
        """The words that were typed and not sent, as last kept."""
        ...

    def keep_draft(self, text: str) -> None:
        """Keep words that are not sent yet.

        Raises:
            SimulatorError: They could not be kept.
        """
        ...

    def hear(self, text: str) -> Heard:
        """Hear the trainee's own words.

        Raises:
            SimulatorError: There is nothing in the words, or far too much.
        """
        ...

    def answer(self, answer: Answer) -> View:
        """Give an answer; returns once it is kept.

        Raises:
            SimulatorError: It is not possible now, or could not be kept.
        """
        ...

    def correct(self, meant: str | None) -> View:
        """Play the last answer again as what the trainee says he meant.

        Raises:
            SimulatorError: There is nothing to correct, or it could not be kept.
        """
        ...

    def desk(self, language: str) -> Filling | None:
        """Return the form before the trainee; None where the talk has none now."""
        ...


class DistantTalk(Talk, Protocol):
    """A talk that another machine holds. Whatever asks that machine takes its time.

    Each method that does so raises `UnreachableError` when nobody answers; it may then
    be called again, and what was done already is not done twice.
    """

    @property
    def role(self) -> str:
        """Whom the trainee plays."""
        ...

    @property
    def brief(self) -> str:
        """What is known before the talk."""
        ...

    @property
    def closed(self) -> bool:
        """True when nobody can answer any more."""
        ...

    @property
    def waiting(self) -> str:
        """A sentence while nobody can answer; empty while one can."""
        ...

    @property
    def split(self) -> Sequence[str]:
        """Lines that tell what others have answered; none while that is not told."""
        ...

    def wait(self) -> bool:
        """Return once the talk has gone on elsewhere, or in a while.

        Returns:
            True when there is something new, which `adopt` takes in.
        """
        ...

    def adopt(self) -> bool:
        """Take in what `wait` was told; False when there is nothing new in it."""
        ...
