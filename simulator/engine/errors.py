"""What the engine raises when it is asked for the impossible.

EngineError
├── NotOfferedError      an answer that is not on offer now
├── FormExpectedError    words where a form is to be filled in
├── BadFormError         a form that is not that of the scene, or cannot be so
├── TalkOverError        an answer after the talk has ended
├── NoSuchTurnError      a rewind to a turn that does not exist
└── BadEventsError       events that are not a talk of this scenario
"""

from simulator.errors import SimulatorError


class EngineError(SimulatorError):
    """Base of everything that the engine raises."""


class NotOfferedError(EngineError):
    """The answer names a reply that is not on offer in this scene now."""

    def __init__(self, scene: str, reply: str, offered: tuple[str, ...]) -> None:
        super().__init__(
            f"scene {scene!r} does not offer reply {reply!r} now; it offers"
            f" {', '.join(offered) or 'none'}"
        )
        self.scene = scene
        self.reply = reply
        self.offered = offered


class FormExpectedError(EngineError):
    """The scene has a form; nothing can be said there before it is handed in."""

    def __init__(self, scene: str) -> None:
        super().__init__(f"scene {scene!r} waits for its form")
        self.scene = scene


class BadFormError(EngineError):
    """The scene has no form, or the form cannot be handed in as it is."""

    def __init__(self, scene: str, part: str, item: str = "") -> None:
        about = f"{part}: {item}" if item else part or "no form here"
        super().__init__(f"the form of scene {scene!r}: {about}")
        self.scene = scene
        self.part = part
        """The part that is wrong; empty when the scene has no form."""
        self.item = item
        """What stands there and cannot; empty when the part may not be empty."""


class TalkOverError(EngineError):
    """The talk has ended; only a rewind can go on from here."""

    def __init__(self, ending: str) -> None:
        super().__init__(f"the talk has ended with {ending!r}")
        self.ending = ending


class NoSuchPlaceError(EngineError):
    """A talk is to be put down where it cannot stand."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"no talk can stand there: {kind} {name!r}")
        self.kind = kind
        """`scene`, `meter`, `fact`, `reply`, `form`, or `value` for a number."""
        self.name = name


class NoSuchTurnError(EngineError):
    """A rewind names a turn that has not been played."""

    def __init__(self, turn: int, played: int) -> None:
        super().__init__(f"cannot go back to turn {turn}: {played} were played")
        self.turn = turn
        self.played = played


class BadEventsError(EngineError):
    """The events do not start with `started`, or tell of another scenario."""
