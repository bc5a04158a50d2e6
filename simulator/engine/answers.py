"""What a trainee can answer with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choose:
    """Take one of the replies on offer."""

    reply: str


@dataclass(frozen=True, slots=True)
class Say:
    """Use one's own words.

    They are matched only against the author's own wordings (`text` and `like`);
    anything else meets the scene's `otherwise`.
    """

    text: str


Answer = Choose | Say
