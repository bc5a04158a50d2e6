"""What the trainer's terminal asks the server, with his token in a header."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.classroom.hall import Hall
from simulator.classroom.room import Room
from simulator.classroom.watching import Watcher, Where
from simulator.classroom.web.errors import NotYoursError
from simulator.classroom.web.limits import Guesses
from simulator.errors import SimulatorError

_BEARER = "bearer "


class Trainer:
    """The trainer's door."""

    def __init__(
        self, hall: Hall, guesses: Guesses, seconds: Callable[[], float]
    ) -> None:
        """Put it together; wrong tokens count as guesses."""
        self._hall, self._guesses = hall, guesses
        self._watcher = Watcher(hall, seconds)

    async def watch(self, request: Request) -> Response:
        """Tell who is in the class, and where each one is."""
        room = await self._room(request)
        await self._hall.catch_up(room)
        return JSONResponse(
            {
                "title": room.scenario.title,
                "code": room.header.code,
                "opened_at": room.header.opened_at,
                "closed": room.closed,
                "people": [_told(one) for one in self._watcher.people(room)],
            }
        )

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
        token = request.headers.get("authorization", "")
        try:
            room = await self._hall.of_id(request.path_params["room"])
        except SimulatorError as error:
            self._guesses.wrong(who)
            raise NotYoursError from error
        secret = token[len(_BEARER) :] if token.lower().startswith(_BEARER) else ""
        if not self._hall.is_trainer(room, secret):
            self._guesses.wrong(who)
            raise NotYoursError
        self._guesses.right(who)
        return room


def _told(one: Where) -> Mapping[str, object]:
    return {
        "name": one.name,
        "turn": one.turn,
        "scene": one.scene,
        "ending": one.ending,
        "business": None if one.business is None else float(one.business),
        "key_client": None if one.key_client is None else float(one.key_client),
    }
