"""Take everything of one person out of a class; what others did stays.

The log says first that he is erased, so that no server keeps him or takes anything
of his any more; then every entry of his is struck.
"""

from collections.abc import Callable
from datetime import datetime

from simulator.classroom.happenings import Erased
from simulator.classroom.logged import note_of, struck, without_his_words
from simulator.classroom.room import Room
from simulator.store import Entry, RoomLog


def erase(log: RoomLog, room: Room, person: str, now: Callable[[], datetime]) -> int:
    """Erase a person; returns how many entries were struck.

    Whatever ends the program in the midst: doing it again finishes it.

    Args:
        log: Where the class is kept.
        room: The class.
        person: His id; one that was erased before is struck again, where a server
            that did not know it yet has taken something of his.
        now: Tells the time.

    Raises:
        StoreError: It could not be done.
    """
    name = room.header.id
    log.add([note_of(name, Erased(person))], now().isoformat())
    his = [
        kept
        for entry in log.entries(name)
        for kept in [_in_its_place(entry, room, person)]
        if kept is not None
    ]
    log.erase(name, his)
    return len(his)


def _in_its_place(entry: Entry, room: Room, person: str) -> Entry | None:
    """Return what is to stand in place of an entry; None where it is not his."""
    body = entry.body
    if body.get("kind") == "led":
        return without_his_words(entry) if body.get("to") == person else None
    if body.get("person") != person or body.get("kind") == Erased.kind:
        return None
    line = body.get("round")
    course = room.course
    if course is not None and isinstance(line, int) and course.took(person, line):
        return without_his_words(entry)
    return struck(entry)


def finish(log: RoomLog, room: Room, now: Callable[[], datetime]) -> None:
    """Finish what was begun: strike what is left of people who were erased.

    Raises:
        StoreError: It could not be done.
    """
    for person in room.erased:
        erase(log, room, person, now)
