"""`whose-client review --class`: a trainer goes through what was heard in a class."""

from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from simulator import clock
from simulator.classroom.codes import code_of
from simulator.classroom.results import room_of
from simulator.classroom.reviewing import changed, doubtful, judge, judged
from simulator.classroom.room import Room
from simulator.cli.judging import (
    export_judged,
    go_through,
    tell_agreement,
    tell_changed,
)
from simulator.cli.settings import Shell
from simulator.sessions.hearing import shipped_reader
from simulator.store import Logs, RoomLog

if TYPE_CHECKING:
    from scoring.codes import CodeUse
    from simulator.cli.commands.review import Wish


def review_class(logs: Logs, code: str, wish: "Wish", shell: Shell) -> None:
    """Go through the readings of a class, or write what was judged of them.

    Args:
        logs: Where classes are kept; somebody may be serving the class.
        code: Its code; empty: the class opened last.
        wish: What is to be done, and by whom.
        shell: Gives the language.

    Raises:
        NoSuchClassError, BadLogError, StoreError, NotWrittenError: It cannot be done.
    """
    with closing(logs.open()) as log:
        room = room_of(log, code_of(code), clock.now())
        if wish.export is not None:
            export_judged(judged(room), room.loaded.rubric, wish.export, shell)
        else:
            room = _reviewed(log, room, wish, shell)
        tell_agreement(tuple(judged(room)), shell)


def _reviewed(log: RoomLog, room: Room, wish: "Wish", shell: Shell) -> Room:
    """Ask, keep what is said, and return the class as it stands then."""
    reader = shipped_reader()[0]
    every = doubtful(room, lambda text, line: reader.read(text, line))
    found = every[: wish.count]

    def keep(place: int, codes: "Sequence[CodeUse]") -> None:
        at = clock.now().isoformat()
        judge(log, room, found[place][1], codes, wish.who, at)

    go_through([reading for reading, _ in found], keep, shell)
    now = room_of(log, room.header.code, clock.now())
    tell_changed(changed(room, now), shell)
    return now
