"""What a class raises, each with a sentence for the person.

ClassroomError
├── BadLogError        the log of a class cannot be gone through
├── NoSuchClassError   no class has this code
├── ClosedError        the class is over
├── TakenNameError     somebody of this name is here, and the word is not his
├── BadNameError       there is no name, or far too much of one
├── FullError          as many people are here as a class can hold
├── StaleError         the talk has gone on since the page was shown
├── PausedError        the trainer has stopped the room for a while
├── VoteClosedError    the line is not answered any more
├── CannotLeadError    what the trainer asks for makes no sense now
├── OtherScenarioError two classes cannot be compared
└── NobodyError        nobody of this name is in the class
"""

from simulator.errors import SimulatorError
from simulator.messages import N_


class ClassroomError(SimulatorError):
    """Base of everything that a class raises."""


class BadLogError(ClassroomError):
    """The log of a class was written by another version, or is damaged."""


class NoSuchClassError(ClassroomError):
    """No class has this code."""

    def __init__(self) -> None:
        super().__init__(N_("There is no class with this code. Ask the trainer."))


class ClosedError(ClassroomError):
    """The trainer has ended the class."""

    def __init__(self) -> None:
        super().__init__(N_("This class is over."))


class TakenNameError(ClassroomError):
    """Somebody of this name is here already."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Somebody of this name is in the class already. If that is you, type "
                "your personal word; if not, add a letter to your name."
            )
        )


class BadNameError(ClassroomError):
    """A name cannot be used."""

    def __init__(self, longest: int) -> None:
        super().__init__(
            N_("Type a name of 1 to {longest} characters."), longest=longest
        )


class FullError(ClassroomError):
    """The class is full."""

    def __init__(self, most: int) -> None:
        super().__init__(N_("The class is full: {most} people are in it."), most=most)


class StaleError(ClassroomError):
    """An answer to a line that is not the last one any more."""

    def __init__(self) -> None:
        super().__init__(
            N_("Your talk has gone on since then. Here is where it stands.")
        )


class PausedError(ClassroomError):
    """Nobody answers for a while."""

    def __init__(self) -> None:
        super().__init__(N_("The trainer has paused the class. Wait a moment."))


class VoteClosedError(ClassroomError):
    """The room is talking about what was answered."""

    def __init__(self) -> None:
        super().__init__(N_("This line is not answered any more."))


class CannotLeadError(ClassroomError):
    """What the trainer asks for makes no sense at this moment."""


class OtherScenarioError(ClassroomError):
    """Two classes that played different talks."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(
            N_(
                "One class played «{before}», the other «{after}»: only classes of the "
                "same scenario can be compared."
            ),
            before=before,
            after=after,
        )


class NobodyError(ClassroomError):
    """Nobody of this name is in the class."""

    def __init__(self, name: str) -> None:
        super().__init__(N_("There is nobody called {name} in this class."), name=name)
