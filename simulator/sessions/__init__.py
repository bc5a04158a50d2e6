"""The use cases that every front end goes through."""

from simulator.sessions.attempt import Attempt
from simulator.sessions.errors import (
    BadFileError,
    LostAttemptError,
    MissingRulesError,
    NothingKeptError,
    NotWrittenError,
    SessionError,
)
from simulator.sessions.summary import Summary
from simulator.sessions.usecases import Sessions

__all__ = [
    "Attempt",
    "BadFileError",
    "LostAttemptError",
    "MissingRulesError",
    "NotWrittenError",
    "NothingKeptError",
    "SessionError",
    "Sessions",
    "Summary",
]
