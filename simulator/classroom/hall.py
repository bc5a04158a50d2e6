"""A server's classes: what people and trainers can do, whatever page they sit at.

A server holds nothing that the log does not. It works out what would happen, writes
that to the log, and only then takes it in and says so; so it may be killed at any
moment, and another one goes on.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TypeVar

from msgspec import Struct

from simulator.classroom.acts import Act, VoteClosed
from simulator.classroom.errors import (
    BadLogError,
    ClassroomError,
    NoSuchClassError,
    StaleError,
    TakenNameError,
)
from simulator.classroom.happenings import Closed, Hand, Happening, Joined, Moved
from simulator.classroom.hearers import Asked, Hearers, OwnEars
from simulator.classroom.held import (
    Held,
    Names,
    Pace,
    body_of,
    digest,
    files_of,
    is_secret,
)
from simulator.classroom.logged import note_of, struck
from simulator.classroom.pen import Pen
from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.classroom.told import room_told
from simulator.engine import Mode
from simulator.packs import Library, Loaded
from simulator.sessions.attempt import Attempt
from simulator.sessions.hearing import Ears, Hearing
from simulator.store import (
    ANY,
    CorruptStoreError,
    Entry,
    RoomHeader,
    RoomLog,
    StoreError,
)

Answer = TypeVar("Answer")


class Opened(Struct, frozen=True):
    """A class that was opened just now."""

    room: Room
    token: str
    """The trainer's token, which is kept nowhere else."""


class Makers(Struct, frozen=True):
    """What makes ids, secrets and seeds, and tells the time."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    new_seed: Callable[[], int]
    new_code: Callable[[], str]
    new_token: Callable[[], str]


class Hall:
    """The classes that this server knows of."""

    def __init__(
        self, pen: Pen, ears: Ears, make: Makers, hearers: Hearers | None = None
    ) -> None:
        """Put it together; no class is known yet.

        Args:
            pen: Writes the logs, and is ready.
            ears: Hear own words.
            make: Makes what is new.
            hearers: Hear own words while others are served; None: these ears do.
        """
        self._pen, self._ears, self._make = pen, ears, make
        self._hearers = hearers or OwnEars(ears)
        self._asked = Asked(self._hearers)
        self._rooms: dict[str, Room] = {}
        self._changed: dict[tuple[str, str], asyncio.Event] = {}
        """Class and person, or class alone → what those wait for who look at it."""
        self._clocks: dict[str, asyncio.Task[None]] = {}
        """Class → what closes its vote in time."""

    async def open(
        self,
        library: Library,
        loaded: Loaded,
        mode: Mode,
        pace: Pace,
        names: Names = Names.REAL,
    ) -> Opened:
        """Open a class.

        Raises:
            PackError: A file that it is held with is gone.
            StoreError: It could not be kept.
        """
        files, token = files_of(library, loaded), self._make.new_token()
        held = Held(
            scenario=digest(files.scenario),
            rubric=digest(files.rubric),
            rulebook=digest(files.rulebook),
            source=loaded.source,
            mode=mode,
            pace=pace,
            trainer=digest(token),
            key=self._make.new_token(),
            seed=self._make.new_seed(),
            names=names,
        )
        header = RoomHeader(
            self._make.new_id(),
            self._make.new_code(),
            self._make.now().isoformat(),
            body_of(held),
        )
        texts = (files.scenario, files.rubric, files.rulebook)
        await self._pen.ask(lambda log: log.open_room(header, texts))
        return Opened(await self._known(header), token)

    async def of_code(self, code: str) -> Room:
        """Return the class of a code.

        Raises:
            NoSuchClassError: There is none.
            BadLogError, StoreError: Its log cannot be gone through.
        """
        header = await self._pen.ask(lambda log: log.with_code(code))
        if header is None:
            raise NoSuchClassError
        return await self._known(header)

    async def read(self, question: Callable[[RoomLog], Answer]) -> Answer:
        """Ask the log something.

        Raises:
            StoreError: As the question does.
        """
        return await self._pen.ask(question)

    async def going_on(self) -> list[Room]:
        """Return the classes that are not over, the latest first.

        One that cannot be gone through is left out.
        """
        found: list[Room] = []
        for header in await self._pen.ask(lambda log: log.rooms()):
            with suppress(BadLogError, CorruptStoreError):
                room = await self._known(header)
                if not room.closed:
                    found.append(room)
        return found

    async def of_id(self, name: str) -> Room:
        """Return the class of an id; see `of_code`."""
        known = self._rooms.get(name)
        if known is not None:
            return known
        header = await self._pen.ask(lambda log: log.room(name))
        if header is None:
            raise NoSuchClassError
        return await self._known(header)

    async def join(self, room: Room, name: str, word: str) -> Seat:
        """Let somebody in.

        Args:
            room: The class.
            name: As typed.
            word: His personal word, made for him.

        Raises:
            ClassroomError: He cannot come in; see `Room.joining`.
            StoreError: It could not be kept.
        """
        person, seed = self._make.new_id(), self._make.new_seed()
        await self._write(room, room.joining(person, name, word, seed))
        seat = room.seats.get(person)
        if seat is None:  # somebody of this name came in at the same moment
            raise TakenNameError
        return seat

    async def move(
        self,
        room: Room,
        person: str,
        move: int,
        act: Callable[[Attempt], object],
        *,
        again: bool = False,
    ) -> Seat:
        """Let a person make his next move; returns once it is kept.

        Args:
            room: The class.
            person: Who.
            move: Which of his moves it is, from 1: the same move sent again is not
                made again.
            act: Makes it, on a talk that goes no further than here.
            again: Whether it is made after what he has answered already, where the
                room has one talk.

        Raises:
            StaleError: Another move stands in its place.
            ClassroomError, EngineError, SessionError: It cannot be made.
            StoreError: It could not be kept; the talk stands as before.
        """
        seat = room.seats.get(person)
        if seat is None or move <= seat.moves:
            raise StaleError
        moved = room.moving(seat, move, act, self._ears, again=again)
        if not await self._write(room, moved):
            raise StaleError
        return seat

    async def lead(self, room: Room, act: Act) -> None:
        """Let the trainer do something.

        Raises:
            StaleError: He did something else at another terminal.
            ClosedError, CannotLeadError: It makes no sense now.
            StoreError: It could not be kept.
        """
        if not await self._write(room, room.leading(act)):
            raise StaleError

    async def raise_hand(self, room: Room, person: str, *, up: bool) -> None:
        """Raise somebody's hand, or take it down."""
        seat = room.seats.get(person)
        if seat is not None and seat.hand is not up:
            await self._write(room, Hand(person, seat.hands + 1, up))

    async def hear(self, room: Room, person: str, text: str) -> Hearing:
        """Hear a person's own words, while others are served; nothing is answered yet.

        Raises:
            SessionError: There is nothing in the words, or far too much.
        """
        return await self._asked.hear(room.seats[person].state, text)

    async def close(self, room: Room) -> None:
        """End a class."""
        await self._write(room, Closed())

    def is_trainer(self, room: Room, token: str) -> bool:
        """Tell whether a token is that of the trainer of a class."""
        return is_secret(token, room.held.trainer)

    def talk(self, room: Room, person: str, *, answered: bool = False) -> Attempt:
        """Return a person's talk, to look at; see `Room.talk`."""
        return room.talk(room.seats[person], self._ears, answered=answered)

    def changes(self, room: Room, person: str = "") -> asyncio.Event:
        """Return what is set, once, at the next change of a class.

        Args:
            room: The class.
            person: Whose talk must change, or the class end; empty: anything at all.
        """
        return self._changed.setdefault((room.header.id, person), asyncio.Event())

    async def catch_up(self, room: Room) -> None:
        """Take in what other servers have written."""
        name, after = room.header.id, room.seq
        entries = await self._pen.ask(lambda log: log.entries(name, after))
        self._take(room, [entry for entry in entries if entry.seq > room.seq])

    async def heard(self, name: str) -> None:
        """Take in what was written to a class, where this server knows of it.

        Args:
            name: The id of the class; `ANY`: whichever it was.

        Raises:
            StoreError: A log cannot be read just now.
        """
        for known, room in list(self._rooms.items()):
            if name in (known, ANY):
                with suppress(BadLogError, CorruptStoreError):  # as good as it gets
                    await self.catch_up(room)

    async def leave(self) -> None:
        """Hear no more and close no votes; the logs are kept by the pen."""
        for waiting in self._clocks.values():
            waiting.cancel()
        await self._hearers.stop()

    def _stand(self, room: Room, seats: Iterable[Seat]) -> None:
        """Let it be read ahead what these people can say next."""
        if room.held.mode is not Mode.CHOOSE:
            states = [seat.state for seat in seats if not seat.finished]
            if room.course is not None:  # all stand at the same line
                states = states[:1]
            for state in states:
                self._hearers.stands(state)

    async def _write(self, room: Room, happening: Happening) -> bool:
        """Write what happens and take it in; False when something else stands there.

        Whoever is no longer there to be told does not stop it.
        """
        return await asyncio.shield(asyncio.ensure_future(self._taken(room, happening)))

    async def _taken(self, room: Room, happening: Happening) -> bool:
        note = note_of(room.header.id, happening)
        entry = await self._pen.write(note)
        if entry.seq == room.seq + 1:
            self._take(room, [entry])
        elif entry.seq > room.seq:
            await self.catch_up(room)
        match happening:
            case Joined(person) | Moved(person) | Hand(person) if person in room.erased:
                # It was not known here when he answered.
                await self._pen.ask(lambda log: log.erase(note.room, [struck(entry)]))
            case _:
                pass
        return entry.body == note.body

    def _take(self, room: Room, entries: Sequence[Entry]) -> None:
        """Take entries in, and tell those who wait for what they change."""
        for entry in entries:
            room.take(entry)
        if any(_is_for_all(entry) for entry in entries):
            told = [key for key in self._changed if key[0] == room.header.id]
            self._wind(room)
            if room.course is not None:
                self._stand(room, room.seats.values())
        else:
            people = {str(entry.body.get("person", "")) for entry in entries}
            told = [(room.header.id, person) for person in {"", *people}]
            self._stand(room, [room.seats[one] for one in people if one in room.seats])
        for key in told if entries else ():
            waiting = self._changed.pop(key, None)
            if waiting is not None:
                waiting.set()

    def _wind(self, room: Room) -> None:
        """Set the clock that closes the vote of a room, or stop it."""
        waiting = self._clocks.pop(room.header.id, None)
        if waiting is not None:
            waiting.cancel()
        if room.course is not None and room.course.here.until is not None:
            task = asyncio.ensure_future(self._close_in_time(room))
            self._clocks[room.header.id] = task

    async def _close_in_time(self, room: Room) -> None:
        """Close a vote when its time is over, however long the store is away then."""
        until = room.course.here.until if room.course else None
        if until is None:
            return
        await asyncio.sleep((until - self._make.now()).total_seconds())
        self._clocks.pop(room.header.id, None)
        while room.course and room.course.here.until == until:
            try:
                await self.lead(room, VoteClosed())
            except ClassroomError:
                return  # by another server, or by hand
            except StoreError:
                await asyncio.sleep(1)

    async def _known(self, header: RoomHeader) -> Room:
        if header.id not in self._rooms:
            told = partial(room_told, header=header, now=self._make.now)
            room = self._rooms.setdefault(header.id, await self._pen.ask(told))
            await self.catch_up(room)  # with what was heard of before it was known
            if room.held.mode is not Mode.CHOOSE:
                self._hearers.expect(room.scenario)
            self._stand(room, room.seats.values())
            self._wind(room)
        return self._rooms[header.id]


def _is_for_all(entry: Entry) -> bool:
    """Tell whether what happened is to be seen by everybody in the class."""
    return entry.body.get("kind") in ("led", "closed")
