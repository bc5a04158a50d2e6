"""What reading raises.

ScoringError
└── ReadingError
    ├── TooLongError         a reply that nobody says at once
    └── NoEncoderError       the weights or the program that runs them are missing
"""

from scoring.errors import ScoringError


class ReadingError(ScoringError):
    """Base of everything that `scoring.reading` raises."""


class TooLongError(ReadingError):
    """A reply has more words than are read."""

    def __init__(self, words: int) -> None:
        """Keep how many words there were."""
        super().__init__(f"the reply has {words} words")
        self.words = words


class NoEncoderError(ReadingError):
    """The shipped encoder cannot be loaded here."""
