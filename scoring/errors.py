"""What scoring raises when a programmer misuses it.

ScoringError
├── LevelError           a level outside 0..4
├── EvidenceError        evidence that cannot be about anything
├── RubricError          a rubric that cannot be used
└── RulebookError        a rulebook that cannot be used
"""


class ScoringError(Exception):
    """Base of everything that `scoring` raises."""


class LevelError(ScoringError):
    """A level lies outside 0..4."""


class EvidenceError(ScoringError):
    """An interval of evidence runs backwards, or its levels lie outside 0..4."""


class RubricError(ScoringError):
    """A rubric does not cover the principles or holds a row that cannot be."""


class RulebookError(ScoringError):
    """A rulebook's weights, bounds or thresholds contradict each other."""
