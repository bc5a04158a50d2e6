"""What a server and its listener tell each other."""

import pickle
import struct
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from simulator.scenario.model import Scenario
from simulator.sessions.hearing import Hearing
from simulator.sessions.moments import Moment

LENGTH: Final = struct.Struct(">I")
"""Stands before each message: the bytes of it."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is played; everything that can be said in it is to be read ahead."""

    digest: str
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Stands:
    """Somebody stands at a moment, and will say something soon."""

    digest: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody has said something."""

    number: int
    """Comes back with what was heard."""
    digest: str
    moment: Moment
    text: str


Message = Story | Stands | Said
Heard = tuple[int, Hearing | None]
"""The number, and what was heard; None where that went wrong."""


def framed(message: object) -> bytes:
    """Return a message as it is sent."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def share_of(line: str, listeners: int) -> int:
    """Return which of several listeners reads ahead what answers a line, from 0."""
    return crc32(line.encode()) % listeners
