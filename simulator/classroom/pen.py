"""Writes the logs of all classes of a server, many notes in one commit.

A commit takes as long for a hundred notes as for one, and it is what makes an answer
last. So whoever comes while a commit is under way waits for the next, together with
all others who came.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TypeVar

from simulator.store import Entry, Note, RoomLog, StoreError

Told = TypeVar("Told")
_Waiting = tuple[Note, "asyncio.Future[Entry]"]


class Pen:
    """The only one who touches the log; it works in a thread of its own."""

    def __init__(self, open_log: Callable[[], RoomLog], now: Callable[[], datetime]):
        """Prepare; the log is opened by `ready`.

        Args:
            open_log: Opens it, in the thread that will use it.
            now: Tells the time, aware, in UTC.
        """
        self._open_log, self._now = open_log, now
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pen")
        self._log: RoomLog | None = None
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def ready(self) -> None:
        """Open the log.

        Raises:
            StoreError: It cannot be used.
        """
        loop = asyncio.get_running_loop()
        self._log = await loop.run_in_executor(self._thread, self._open_log)

    async def ask(self, question: Callable[[RoomLog], Told]) -> Told:
        """Ask the log something, between two commits.

        Raises:
            StoreError: As the question does.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._asked, question)

    async def write(self, note: Note) -> Entry:
        """Keep a note; returns the entry that stands there once it is committed.

        Raises:
            StoreError: It could not be kept.
        """
        promise: asyncio.Future[Entry] = asyncio.get_running_loop().create_future()
        self._waiting.append((note, promise))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        return await promise

    async def close(self) -> None:
        """Write what waits, and let go of the log."""
        if self._writing is not None:
            await self._writing
        if self._log is not None:
            await self.ask(lambda log: log.close())
        self._thread.shutdown()

    async def _write_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                entries = await self._added([note for note, _ in batch])
            except StoreError as error:
                await self._one_by_one(batch, error)
            else:
                for (_, promise), entry in zip(batch, entries, strict=True):
                    _keep(promise, entry)

    async def _one_by_one(self, batch: Sequence[_Waiting], error: StoreError) -> None:
        """Keep what can be kept, so that nobody pays for another's note."""
        for note, promise in batch:
            try:
                if len(batch) == 1:
                    raise error
                (entry,) = await self._added([note])
            except StoreError as trouble:
                if not promise.done():
                    promise.set_exception(trouble)
                    with suppress(StoreError):  # told to whoever still waits
                        promise.exception()
            else:
                _keep(promise, entry)

    async def _added(self, notes: Sequence[Note]) -> tuple[Entry, ...]:
        at = self._now().isoformat()
        return await self.ask(partial(_add, notes=notes, at=at))

    def _asked(self, question: Callable[[RoomLog], Told]) -> Told:
        if self._log is None:
            raise RuntimeError("the pen is not ready")
        return question(self._log)


def _add(log: RoomLog, notes: Sequence[Note], at: str) -> tuple[Entry, ...]:
    return log.add(notes, at)


def _keep(promise: "asyncio.Future[Entry]", entry: Entry) -> None:
    if not promise.done():
        promise.set_result(entry)
