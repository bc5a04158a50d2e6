"""The talk as JSON, for a person's terminal: the same moves as on the pages.

His ticket comes in a header, which no page of somebody else can send.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator import i18n
from simulator.classroom.errors import StaleError
from simulator.classroom.hall import Hall
from simulator.classroom.held import rules_of
from simulator.classroom.room import Room
from simulator.classroom.scores import own_debrief
from simulator.classroom.seats import Seat
from simulator.classroom.sheets import named
from simulator.classroom.telling import told_of
from simulator.classroom.web.asking import told_by_header
from simulator.classroom.web.doors import Doors
from simulator.classroom.web.errors import NotOverError, WrongPageError
from simulator.classroom.web.limits import body_of
from simulator.classroom.web.people import People, filled_in, is_again, is_past
from simulator.classroom.web.tickets import ticket
from simulator.classroom.wire import encoded
from simulator.engine import TalkOverError
from simulator.sessions.attempt import Attempt
from simulator.sessions.hearing import Hearing

Sent = Mapping[str, Any]
_NUMBERS: Final = ("choose", "meant")


class Api:
    """Answers the terminals of those who play."""

    def __init__(self, hall: Hall, people: People, doors: Doors) -> None:
        """Put it together.

        Args:
            hall: The classes.
            people: Makes moves.
            doors: Let people in.
        """
        self._hall, self._people, self._doors = hall, people, doors

    async def door(self, request: Request) -> Response:
        """Tell which class a code is of; or let somebody in and give him a ticket."""
        room = await self._doors.room_of_code(request)
        if request.method == "GET":
            told = {"title": room.scenario.title, "closed": room.closed}
            return JSONResponse({**told, "language": room.scenario.language})
        sent = await _sent(request)
        name, word = _text(sent, "name"), _text(sent, "word").strip()
        seat, word = await self._doors.let_in(request, room, name, word)
        pass_ = ticket(room.held.key, seat.person)
        told = {"room": room.header.id, "name": seat.name}
        return JSONResponse({**told, "word": word, "ticket": pass_})

    async def talk(self, request: Request) -> Response:
        """Tell where the talk stands; or make a move, and tell where it stands then."""
        room, seat = await self._seat(request)
        if request.method == "POST":
            self._people.bursts.check(seat.person)
            sent = await _sent(request)
            line = {"line": _text(sent, "line")}
            if sent.get("move") == seat.moves + 1 and not is_past(room, line):
                doubt = await self._moved(room, seat, sent)
                if doubt is not None:
                    return JSONResponse({"doubt": doubt})
        return self._told(request, room, seat)

    async def live(self, request: Request) -> Response:
        """Tell where the talk stands once it has gone on elsewhere, or in a while."""
        room, seat = await self._seat(request)
        shown = request.query_params.get("stand", "")
        await self._people.gone_on(room, seat, shown)
        return self._told(request, room, seat)

    async def over(self, request: Request) -> Response:
        """Tell what a talk came to.

        Raises:
            NotOverError: It is not over.
        """
        room, seat = await self._seat(request)
        if not seat.finished:
            raise NotOverError
        note = own_debrief(room, seat, _wanted(request, room))
        return JSONResponse(encoded(note))

    async def rules(self, request: Request) -> Response:
        """Send the rulebook, by which a worksheet is filled in."""
        room, _ = await self._seat(request)
        text = await self._hall.read(partial(rules_of, held=room.held))
        return Response(text, media_type="application/yaml")

    async def _seat(self, request: Request) -> tuple[Room, Seat]:
        return await self._people.seated(request, told_by_header)

    async def _moved(self, room: Room, seat: Seat, sent: Sent) -> list[str] | None:
        """Make a move; return the replies to ask about where it is not clear."""
        move = seat.moves + 1
        try:
            act = await self._act(room, seat, sent)
            if isinstance(act, Hearing):
                return [reply.text for reply in act.doubt]
            again = is_again(room, _fields(sent))
            await self._hall.move(room, seat.person, move, act, again=again)
        except (StaleError, TalkOverError):
            pass  # another device was faster: what stands now is told
        return None

    async def _act(
        self, room: Room, seat: Seat, sent: Sent
    ) -> Callable[[Attempt], object] | Hearing:
        if isinstance(sent.get("form"), dict):
            values = cast("dict[str, object]", sent["form"])
            page = self._hall.talk(room, seat.person).desk(room.scenario.language)
            if page is None:
                raise WrongPageError
            return partial(filled_in, answer=page.answer(named(page.sheet, values)))
        return await self._people.act(room, seat, _fields(sent))

    def _told(self, request: Request, room: Room, seat: Seat) -> Response:
        talk = self._hall.talk(room, seat.person)
        meanable = self._people.meanable(room, seat)
        told = told_of(room, seat, talk, meanable, _wanted(request, room))
        return JSONResponse({"told": encoded(told), "after": room.seq})


def _wanted(request: Request, room: Room) -> str:
    """Return the language that a terminal asks for, or else that of the scenario."""
    asked = request.query_params.get("lang", "")
    return asked if asked in i18n.LANGUAGES else room.scenario.language


def _fields(sent: Sent) -> dict[str, str]:
    """Return a move as the form of a page would send it."""
    found = {name: str(sent[name]) for name in _NUMBERS if type(sent.get(name)) is int}
    if "choose" in found:
        found["reply"] = found.pop("choose")
    return {**found, "text": _text(sent, "say")} if "say" in sent else found


def _text(sent: Sent, name: str) -> str:
    found = sent.get(name, "")
    return found if isinstance(found, str) else ""


async def _sent(request: Request) -> Sent:
    """Return what was sent.

    Raises:
        WrongPageError: It is no JSON object.
        TooMuchError: It is far too long.
    """
    try:
        found = json.loads(await body_of(request))
    except (ValueError, RecursionError) as error:
        raise WrongPageError from error
    if not isinstance(found, dict):
        raise WrongPageError
    return cast("Sent", found)
