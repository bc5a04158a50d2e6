"""A talk that was played, as far as the one who explores a scenario looks at it."""

from msgspec import Struct

from simulator.engine import Answer, State


class Talk(Struct, frozen=True):
    """Where a talk went, answer by answer."""

    states: tuple[State, ...]
    """The beginning, then where each answer led."""
    answers: tuple[Answer, ...]
    """One fewer than there are states."""
