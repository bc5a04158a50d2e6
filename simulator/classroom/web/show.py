"""What the class sees on the wall: how many are in, and afterwards the debrief.

Whoever has the code of the class may look. Nobody is named, and nothing of the
answers is shown before the debrief may be.
"""

import asyncio
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from simulator.classroom.classreport import changed
from simulator.classroom.codes import code_shown
from simulator.classroom.debriefing import debrief_of, may_show
from simulator.classroom.errors import NoSuchClassError
from simulator.classroom.hall import Hall
from simulator.classroom.room import Room
from simulator.classroom.roomnotes import RoomDebrief
from simulator.classroom.roomwords import together
from simulator.classroom.web.doors import room_coded, room_of_code
from simulator.classroom.web.limits import Guesses
from simulator.classroom.web.pages import page


class Show:
    """The page for the projector."""

    def __init__(self, hall: Hall, guesses: Guesses) -> None:
        """Show these classes; wrong codes count as guesses."""
        self._hall, self._guesses = hall, guesses
        self._told: dict[str, tuple[int, asyncio.Future[RoomDebrief]]] = {}
        """Class → after which entry it is debriefed, and the debrief."""

    async def wall(self, request: Request) -> Response:
        """Show how far the class is, or its debrief once it may be seen."""
        room = await room_of_code(request, self._hall, self._guesses)
        await self._hall.catch_up(room)
        language = room.scenario.language
        if may_show(room):
            note = await self._debrief(room)
            told = changed(room, await self._before(request))
            return page("show", language, {"room": room, "note": note, **told})
        seats = room.seats.values()
        shown = {
            "room": room,
            "code_shown": code_shown(room.header.code),
            "people": len(seats),
            "finished": sum(seat.finished for seat in seats),
            "together": together(room, None),
            "lines": room.heard(room.course.here) if room.course else (),
        }
        return page("wall", language, shown)

    async def _before(self, request: Request) -> Room | None:
        """Return the earlier class to stand beside this one: `?before=CODE`.

        Raises:
            NoSuchClassError, TooManyTriesError: There is none that may be shown.
        """
        code = request.query_params.get("before", "")
        if not code:
            return None
        room = await room_coded(request, code, self._hall, self._guesses)
        await self._hall.catch_up(room)
        if not may_show(room):
            raise NoSuchClassError
        return room

    async def _debrief(self, room: Room) -> RoomDebrief:
        """Return the debrief; a large class takes seconds, in which others are served.

        Nothing more is answered in a class that is over, so it is looked at once, for
        all who look at that moment.
        """
        known = self._told.get(room.header.id)
        if known is None or known[0] != room.seq:
            work = partial(debrief_of, room)
            told = asyncio.get_running_loop().run_in_executor(None, work)
            known = self._told[room.header.id] = (room.seq, told)
        return await asyncio.shield(known[1])
