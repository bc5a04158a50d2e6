"""A class as its log tells it, for a server and for whoever only reads."""

from collections.abc import Callable
from datetime import datetime

from simulator.classroom.held import held_of, loaded_of
from simulator.classroom.room import Room
from simulator.store import RoomHeader, RoomLog


def room_told(log: RoomLog, header: RoomHeader, now: Callable[[], datetime]) -> Room:
    """Return a class with all that its log holds taken in.

    Raises:
        BadLogError, StoreError: Its log cannot be gone through.
    """
    room = Room(header, loaded_of(held_of(header), log), now)
    for entry in log.entries(header.id):
        room.take(entry)
    return room
