"""What the trainer's terminal asks the server, with his token in a header."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.classroom.hall import Hall
from simulator.classroom.room import Room, Seat
from simulator.classroom.web.errors import NotYoursError
from simulator.classroom.web.limits import Guesses
from simulator.errors import SimulatorError

_BEARER = "bearer "


class Trainer:
    """The trainer's door."""

    def __init__(self, hall: Hall, guesses: Guesses) -> None:
        """Put it together; wrong tokens count as guesses."""
        self._hall, self._guesses = hall, guesses
        self._scored: dict[str, tuple[int, Mapping[str, object]]] = {}
        """Person → after which move he was scored, and what it came to."""

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
                "people": [self._told(room, seat) for seat in room.seats.values()],
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

    def _told(self, room: Room, seat: Seat) -> Mapping[str, object]:
        known = self._scored.get(seat.person)
        if known is None or known[0] != seat.moves:
            known = (seat.moves, self._worked_out(room, seat))
            self._scored[seat.person] = known
        return known[1]

    def _worked_out(self, room: Room, seat: Seat) -> Mapping[str, object]:
        card = self._hall.talk(room, seat.person).scorecard()
        business, rules = card.business, card.key_client
        return {
            "name": seat.name,
            "turn": seat.state.turn,
            "scene": seat.state.scene,
            "ending": seat.state.ending,
            "business": None if business is None else float(business),
            "key_client": None if rules is None else float(rules.points),
        }
