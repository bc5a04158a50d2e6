"""The talks of a class as statements. Who played is what he is called in the class."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from simulator import clock
from simulator.classroom.aliases import known_as
from simulator.classroom.codes import code_of
from simulator.classroom.dated import ClassTalk, class_talks
from simulator.classroom.held import Names
from simulator.classroom.results import room_of
from simulator.classroom.room import Room
from simulator.cli.exits import Exit
from simulator.cli.progress import progress_bar
from simulator.cli.settings import Shell
from simulator.cli.xapi.filing import tell_written, write_all
from simulator.cli.xapi.sending import Wish, deliver
from simulator.cli.xapi.since import since_of
from simulator.cli.xapi.source import tell_unreadable
from simulator.engine import BadEventsError
from simulator.lrs import Parcel
from simulator.reports.xapi import (
    CLASSES,
    Actor,
    Statement,
    encoded,
    shared_statements,
    statements,
)
from simulator.store import Logs


class ClassTalks(Struct):
    """The talks of a class on their way to somebody."""

    room: Room
    talks: Sequence[tuple[Actor, ClassTalk]]
    unreadable: list[str] = []
    """What those are called whose talk cannot be told."""

    def each(self, one_more: Callable[[int], object]) -> Iterator[Sequence[Statement]]:
        """Yield the statements of each person's talk."""
        for actor, talk in self.talks:
            try:
                found = list(_statements(talk, actor))
            except BadEventsError:
                self.unreadable.append(actor.installation)
            else:
                yield found
            one_more(1)


def talks_of(logs: Logs, code: str, names: Names, since: str) -> ClassTalks:
    """Return what is to be told of a class.

    Args:
        logs: Where classes are kept.
        code: That of the class; empty: the class opened last.
        names: What people are called; a class opened without names shows none.
        since: Leaves out who answered last before this moment; see `since_of`.

    Raises:
        NoSuchClassError, BadLogError, StoreError: It cannot be told.
    """
    with closing(logs.open()) as log:
        room = room_of(log, code_of(code), clock.now())
        told = [
            (_actor(room, known_as(room, room.seats[one.person], names)), one)
            for one in class_talks(log, room)
            if since_of(one.last.isoformat()) >= since
        ]
    return ClassTalks(room, told)


def file_class(talks: ClassTalks, path: Path | None, shell: Shell) -> int:
    """Write the statements of a class; see `file_statements`.

    Raises:
        NotWrittenError: The file cannot be written; what stood there stays.
    """
    with progress_bar(shell.texts.gettext("Attempts"), len(talks.talks)) as one_more:
        count = write_all(path, talks.each(one_more))
    tell_written(path, count, shell)
    tell_unreadable(talks.unreadable, shell)
    return Exit.FAILED if talks.unreadable else Exit.FINE


def send_class(talks: ClassTalks, wish: Wish, shell: Shell) -> int:
    """Send all statements of a class; what the store has already does not change.

    Raises:
        LrsError: It could not go on.
    """
    with progress_bar(shell.texts.gettext("Attempts"), len(talks.talks)) as one_more:
        parcels = (
            Parcel(one.id, one.attempt, one.events, encoded(one))
            for found in talks.each(one_more)
            for one in found
        )
        refused = deliver(wish, parcels, lambda _: None, shell)
    tell_unreadable(talks.unreadable, shell)
    return Exit.FAILED if talks.unreadable or refused else Exit.FINE


def _statements(one: ClassTalk, actor: Actor) -> Iterator[Statement]:
    if one.card is None:
        return statements(one.talk, actor)
    return shared_statements(one.talk, one.own, one.card, actor)


def _actor(room: Room, name: str) -> Actor:
    return Actor(name, name, f"{CLASSES}/{room.header.code}")
