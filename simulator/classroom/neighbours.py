"""Take in what the other servers of a class write, as soon as they have written it."""

import asyncio
from contextlib import suppress
from typing import Final

from simulator.classroom.hall import Hall
from simulator.store import Listening, Logs, StoreError

_AGAIN: Final = 1.0
"""Seconds after which a log that could not be read is read again."""


class Neighbours:
    """Keeps the classes of a hall up with their logs.

    However many notes come while a log is read, it is read only once more.
    """

    def __init__(self, hall: Hall) -> None:
        """Prepare; `listen` begins."""
        self._hall = hall
        self._behind: set[str] = set()
        """The ids of classes that were written to; `ANY` stands for all."""
        self._told = asyncio.Event()
        self._listening: Listening | None = None
        self._keeping: asyncio.Task[None] | None = None

    async def listen(self, logs: Logs) -> None:
        """Begin; before the first class is read, so that nothing is missed.

        Raises:
            StoreError: It cannot be listened to.
        """
        loop = asyncio.get_running_loop()

        def told(name: str) -> None:
            loop.call_soon_threadsafe(self._note, name)

        self._listening = await loop.run_in_executor(None, logs.listen, told)
        self._keeping = asyncio.create_task(self._keep_up())

    async def leave(self) -> None:
        """Stop; before the log is closed."""
        if self._listening is not None:
            stop = self._listening.stop
            await asyncio.get_running_loop().run_in_executor(None, stop)
        if self._keeping is not None:
            self._keeping.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeping

    def _note(self, name: str) -> None:
        self._behind.add(name)
        self._told.set()

    async def _keep_up(self) -> None:
        while True:
            await self._told.wait()
            self._told.clear()
            behind, self._behind = self._behind, set()
            try:
                for name in behind:
                    await self._hall.heard(name)
            except StoreError:
                await asyncio.sleep(_AGAIN)
                self._behind |= behind
                self._told.set()
