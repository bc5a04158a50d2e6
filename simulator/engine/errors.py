"""What the engine raises when it is asked for the impossible.

EngineError
├── NotOfferedError      an answer that is not on offer now
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


class TalkOverError(EngineError):
    """The talk has ended; only a rewind can go on from here."""

    def __init__(self, ending: str) -> None:
        super().__init__(f"the talk has ended with {ending!r}")
        self.ending = ending


class NoSuchTurnError(EngineError):
    """A rewind names a turn that has not been played."""

    def __init__(self, turn: int, played: int) -> None:
        super().__init__(f"cannot go back to turn {turn}: {played} were played")
        self.turn = turn
        self.played = played


class BadEventsError(EngineError):
    """The events do not start with `started`, or tell of another scenario."""
