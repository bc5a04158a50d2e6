"""What the trainer's terminal asks the server, with his token in a header."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.classroom.desk import Desk
from simulator.classroom.errors import NoSuchClassError
from simulator.classroom.hall import Hall
from simulator.classroom.leading import act_asked
from simulator.classroom.room import Room
from simulator.classroom.web.asking import told_by_header
from simulator.classroom.web.errors import NotYoursError
from simulator.classroom.web.limits import Guesses, json_of


class Trainer:
    """The trainer's door."""

    def __init__(self, hall: Hall, guesses: Guesses, desk: Desk) -> None:
        """Put it together; wrong tokens count as guesses."""
        self._hall, self._guesses, self._desk = hall, guesses, desk

    async def watch(self, request: Request) -> Response:
        """Tell who is in the class, where each one is, and how the room answers."""
        room = await self._room(request)
        await self._hall.catch_up(room)
        await self._desk.look(room)
        return JSONResponse(self._desk.seen(room))

    async def lead(self, request: Request) -> Response:
        """Do what the trainer asks for, then tell what he sees."""
        room = await self._room(request)
        await self._hall.catch_up(room)
        await self._hall.lead(room, act_asked(room, await json_of(request)))
        return JSONResponse(self._desk.seen(room))

    async def close(self, request: Request) -> Response:
        """End the class."""
        room = await self._room(request)
        await self._hall.close(room)
        return JSONResponse({"closed": True})

    async def _room(self, request: Request) -> Room:
        """Return the class, if it is the trainer who asks.

        Raises:
            NotYoursError: There is no such class, or the token is not its trainer's:
                which of the two, is not told.
        """
        who = f"{request.client.host if request.client else ''}/trainer"
        self._guesses.check(who)
        try:
            room = await self._hall.of_id(request.path_params["room"])
        except NoSuchClassError as error:
            self._guesses.wrong(who)
            raise NotYoursError from error
        if not self._hall.is_trainer(room, told_by_header(request)):
            self._guesses.wrong(who)
            raise NotYoursError
        self._guesses.right(who)
        return room
