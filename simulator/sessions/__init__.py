"""The use cases that every front end goes through."""

from simulator.sessions.attempt import Attempt
from simulator.sessions.dated import DatedTalk, DatedTalks
from simulator.sessions.desk import Desk, desk
from simulator.sessions.earlier import Earlier
from simulator.sessions.errors import (
    BadFileError,
    EmptyWordsError,
    ExamError,
    LostAttemptError,
    MissingRulesError,
    NoOriginError,
    NothingKeptError,
    NothingToCorrectError,
    NotWrittenError,
    NumberAloneError,
    SessionError,
    TooManyWordsError,
    TwoScenariosError,
    UnfinishedFormError,
    UnfinishedTalkError,
    UnreachableError,
)
from simulator.sessions.filed import write_chunks, write_file
from simulator.sessions.kepttalks import kept_talks
from simulator.sessions.pairs import Pair, pair_of, partner_of
from simulator.sessions.played import Played, played
from simulator.sessions.summary import Summary
from simulator.sessions.talk import DistantTalk, Filling, Heard, Talk, Wording
from simulator.sessions.usecases import Sessions

__all__ = [
    "Attempt",
    "BadFileError",
    "DatedTalk",
    "DatedTalks",
    "Desk",
    "DistantTalk",
    "Earlier",
    "EmptyWordsError",
    "ExamError",
    "Filling",
    "Heard",
    "LostAttemptError",
    "MissingRulesError",
    "NoOriginError",
    "NotWrittenError",
    "NothingKeptError",
    "NothingToCorrectError",
    "NumberAloneError",
    "Pair",
    "Played",
    "SessionError",
    "Sessions",
    "Summary",
    "Talk",
    "TooManyWordsError",
    "TwoScenariosError",
    "UnfinishedFormError",
    "UnfinishedTalkError",
    "UnreachableError",
    "Wording",
    "desk",
    "kept_talks",
    "pair_of",
    "partner_of",
    "played",
    "write_chunks",
    "write_file",
]
