"""What the store keeps of a class: a header, and a log that is only ever added to.

Everything that happens in a class is an entry of its log, in one order for all: who
came in, what each answered, what the trainer did. Whoever reads the log from its
beginning knows as much as the server that wrote it.
"""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from simulator.store.records import Body


class RoomHeader(Struct, frozen=True):
    """What never changes about a class."""

    id: str
    code: str
    """What people type to come in, as it is compared."""
    opened_at: str
    """ISO 8601, UTC."""
    body: Body
    """How it is held, as plain JSON."""


class Note(Struct, frozen=True):
    """Something that happened, to be kept."""

    room: str
    """The id of the class."""
    key: str
    """What it is, in the class: a second note of one key is the first one, sent
    again."""
    body: Body
    """As plain JSON; has `kind`."""


class Entry(Struct, frozen=True):
    """A note as it stands in the log."""

    seq: int
    """Its place in the log of its class, from 1, without a gap."""
    key: str
    at: str
    """ISO 8601, UTC."""
    body: Body


class RoomLog(Protocol):
    """Keeps classes. All methods raise `StoreError` when the store fails."""

    def open_room(self, header: RoomHeader, texts: Sequence[bytes]) -> None:
        """Keep a new class and the files that it is held with; once committed.

        Raises:
            TakenCodeError: Another class has this code.
        """
        ...

    def room(self, name: str) -> RoomHeader | None:
        """Return the class of an id; None when there is none."""
        ...

    def with_code(self, code: str) -> RoomHeader | None:
        """Return the class of a code; None when there is none."""
        ...

    def rooms(self) -> tuple[RoomHeader, ...]:
        """Return all classes, the latest first."""
        ...

    def text(self, digest: str) -> bytes:
        """Return a file that a class is held with, by its SHA-256 in hex.

        Raises:
            CorruptStoreError: It is missing or no longer the same.
        """
        ...

    def add(self, notes: Sequence[Note], at: str) -> tuple[Entry, ...]:
        """Keep notes, all of them or none; returns once they are committed.

        A note whose key stands in the log already is not kept again: the entry that
        stands there is returned, whatever its body says.

        Args:
            notes: Oldest first; of any classes.
            at: ISO 8601, UTC.

        Returns:
            An entry for each note, in their order.

        Raises:
            NoSuchRoomError: There is no such class.
        """
        ...

    def entries(self, room: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of a class behind a place, oldest first.

        Raises:
            CorruptStoreError: Some are missing or damaged.
        """
        ...

    def erase(self, room: str, stead: Sequence[Entry]) -> None:
        """Put other entries in place of some, so that nothing of these is left.

        The only thing that ever changes a log: a person has a right to be forgotten.
        Each entry takes the place of the one of its `seq`, with its key and body. Once
        this returns, no file of the store holds a byte of what stood there: not in
        free pages, not in a journal. Without entries, it only sees to that.

        Args:
            room: The id of the class.
            stead: What is to stand there; places that are not in the log are left out.

        Raises:
            StoreError: It could not be done. What stood there may then be gone from
                the log and still lie in free pages; doing it again, even without
                entries, clears them.
        """
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
