"""What a server and its listener tell each other."""

import pickle
import struct
from typing import Final
from zlib import crc32

from msgspec import Struct

from simulator.scenario.model import Scenario
from simulator.sessions.hearing import Hearing
from simulator.sessions.moments import Moment

LENGTH: Final = struct.Struct(">I")
"""Stands before each message: the bytes of it."""


class Story(Struct, frozen=True):
    """What is played; everything that can be said in it is to be read ahead."""

    digest: str
    scenario: Scenario


class Stands(Struct, frozen=True):
    """Somebody stands at a moment, and will say something soon."""

    digest: str
    moment: Moment


class Said(Struct, frozen=True):
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
