"""The use cases that every front end goes through."""

from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import (
    BadFileError,
    EmptyWordsError,
    ExamError,
    LostAttemptError,
    MissingRulesError,
    NothingKeptError,
    NothingToCorrectError,
    NotWrittenError,
    SessionError,
    TooManyWordsError,
)
from simulator.sessions.hearing import Ears, Hearing
from simulator.sessions.summary import Summary
from simulator.sessions.usecases import Sessions

__all__ = [
    "Attempt",
    "BadFileError",
    "Ears",
    "EmptyWordsError",
    "ExamError",
    "Hearing",
    "LostAttemptError",
    "MissingRulesError",
    "NotWrittenError",
    "NothingKeptError",
    "NothingToCorrectError",
    "SessionError",
    "Sessions",
    "Summary",
    "TooManyWordsError",
]
