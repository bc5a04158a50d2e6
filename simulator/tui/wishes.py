"""What screens ask the app for: messages that end in another screen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from simulator.engine import Answer
    from simulator.engine.view import View
    from simulator.errors import SimulatorError
    from simulator.sessions.attempt import Attempt
    from simulator.sessions.talk import Talk
    from simulator.study import Wish


class Trouble(Message):
    """Tell that something cannot be done, in the error's own sentence."""

    def __init__(
        self, error: "SimulatorError", again: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.error = error
        self.again = again
        """Tries it once more; None when that is of no use."""


class GoHome(Message):
    """Show the first screen."""

    def __init__(self, note: str = "") -> None:
        super().__init__()
        self.note = note
        """One sentence to show there, such as that the talk is kept."""


class ShowScenarios(Message):
    """Show what can be played."""


class ShowDrills(Message):
    """Practise what is due today."""

    def __init__(self, wish: "Wish | None" = None) -> None:
        super().__init__()
        self.wish = wish
        """What was asked for at the start; None: the usual."""


class ShowPast(Message):
    """Show what was played and what was left."""


class ShowProgress(Message):
    """Show what talks show over time."""


class ShowHowItWorks(Message):
    """Explain the game in a minute."""


class ShowBrief(Message):
    """Show what is known before a talk."""

    def __init__(self, scenario: str, mode: str = "choose") -> None:
        super().__init__()
        self.scenario = scenario
        """The scenario's id, or the path of a file."""
        self.mode = mode
        """The way of answering that is offered first."""


class Begin(Message):
    """Begin a talk."""

    def __init__(self, scenario: str, mode: str = "choose") -> None:
        super().__init__()
        self.scenario = scenario
        self.mode = mode
        """How to answer: `choose`, `speak` or `exam`."""


class Continue(Message):
    """Go on with a talk that was left."""

    def __init__(self, attempt: str) -> None:
        super().__init__()
        self.attempt = attempt


class ShowTalk(Message):
    """Show a talk, as after going back to a turn."""

    def __init__(self, attempt: "Attempt") -> None:
        super().__init__()
        self.attempt = attempt


class ShowDebrief(Message):
    """Show what a talk came to, and why."""

    def __init__(self, attempt: "Talk") -> None:
        super().__init__()
        self.attempt = attempt


class ShowCard(Message):
    """Show the client card over the talk."""

    def __init__(self, view: "View") -> None:
        super().__init__()
        self.view = view


class ShowForm(Message):
    """Show the form of the scene over the talk."""

    def __init__(self, attempt: "Talk") -> None:
        super().__init__()
        self.attempt = attempt


class HandIn(Message):
    """Hand a form in, and go on with the talk under it."""

    def __init__(self, attempt: "Talk", answer: "Answer") -> None:
        super().__init__()
        self.attempt = attempt
        self.answer = answer


class ShowRecord(Message):
    """Show the record of the meeting."""

    def __init__(self, attempt: "Attempt") -> None:
        super().__init__()
        self.attempt = attempt


class ShowMeant(Message):
    """Ask what the trainee meant by words that were misunderstood."""

    def __init__(self, attempt: "Talk") -> None:
        super().__init__()
        self.attempt = attempt


class ShowRewind(Message):
    """Offer the turns of a talk to go back to."""

    def __init__(self, attempt: "Attempt", said: Sequence[str]) -> None:
        super().__init__()
        self.attempt = attempt
        self.said = said
        """The trainee's words of each turn that counts, oldest first."""


class Unkept(Message):
    """Tell that an answer was given but could not be kept."""

    def __init__(
        self,
        attempt: "Attempt",
        error: "SimulatorError",
        again: Callable[[], object],
    ) -> None:
        super().__init__()
        self.attempt = attempt
        self.error = error
        self.again = again
        """Gives the same answer once more."""


class GoBack(Message):
    """Go back to the moment after a turn, and on from there."""

    def __init__(self, attempt: "Attempt", to: int) -> None:
        super().__init__()
        self.attempt = attempt
        self.to = to
        """The turn after which the talk goes on; 0 is the beginning."""


class Branch(Message):
    """Play the other branch of a talk that is over, in a talk of its own."""

    def __init__(self, attempt: "Attempt", to: int) -> None:
        super().__init__()
        self.attempt = attempt
        self.to = to
        """The last turn that both have in common; 0: they part at once."""


class Compare(Message):
    """Show two talks side by side."""

    def __init__(self, attempt: str, other: str = "") -> None:
        super().__init__()
        self.attempt = attempt
        self.other = other
        """The talk to its right; empty: it stands beside the one it branched off."""


class GoUp(Message):
    """Go back to the screen that this one was opened from."""
