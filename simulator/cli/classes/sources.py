"""Classes for a trainer's board: one that is served here, one that is elsewhere."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from simulator.cli.classes.asking import asked

if TYPE_CHECKING:
    from simulator.classroom.desk import Desk
    from simulator.classroom.hall import Hall
    from simulator.classroom.room import Room
    from simulator.tui.seen import Seen

PATIENCE: Final = 5.0
"""Seconds to wait for a server that is looked at every second."""


class Served:
    """A class that this very program serves."""

    def __init__(self, hall: "Hall", desk: "Desk", room: "Room") -> None:
        """Look at a class of a hall."""
        self._hall, self._desk, self._room = hall, desk, room

    async def look(self) -> "Seen":
        """Return what is to be seen now; see `simulator.tui.seen.Source`."""
        await self._hall.catch_up(self._room)
        await self._desk.look(self._room)
        return cast("Seen", self._desk.seen(self._room))

    async def lead(self, body: Mapping[str, object]) -> "Seen":
        """Do what the trainer asks for."""
        from simulator.classroom.leading import act_asked

        await self._hall.catch_up(self._room)
        await self._hall.lead(self._room, act_asked(self._room, body))
        return await self.look()

    async def end(self) -> None:
        """End the class."""
        await self._hall.close(self._room)


class Far:
    """A class of another program, maybe on another machine."""

    def __init__(self, url: str, token: str, patience: float = PATIENCE) -> None:
        """Look at a class by its trainer's address, with his token."""
        self._url, self._token, self._patience = url, token, patience

    async def look(self) -> "Seen":
        """Return what is to be seen now; see `simulator.tui.seen.Source`."""
        return _read(await self._ask(""))

    async def lead(self, body: Mapping[str, object]) -> "Seen":
        """Do what the trainer asks for."""
        return _read(await self._ask("/lead", body))

    async def end(self) -> None:
        """End the class."""
        await self._ask("/close", {})

    async def _ask(
        self, what: str, body: Mapping[str, object] | None = None
    ) -> dict[str, Any]:
        """Ask in a thread: screens do not wait for a network."""
        url = f"{self._url}{what}"
        return await asyncio.to_thread(asked, url, self._token, body, self._patience)


def _read(told: Mapping[str, Any]) -> "Seen":
    from simulator.tui.seen import check

    check(told)
    return cast("Seen", told)
