"""The pages of those who play: answer, and look back.

Every page is a whole page that works without a script. What is sent names replies by
the number that they have on the page: their ids say too much.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from simulator.classroom.errors import NoSuchClassError, StaleError
from simulator.classroom.hall import Hall
from simulator.classroom.results import scores_of
from simulator.classroom.room import Room
from simulator.classroom.roomwords import line_of, puts_right, stand, together
from simulator.classroom.scores import as_heard, own_debrief
from simulator.classroom.seats import Seat, with_asides
from simulator.classroom.web.asking import (
    Told,
    number_of,
    seat_of,
    sentence,
    status,
    to_talk,
    told_by_cookie,
)
from simulator.classroom.web.errors import (
    NotANumberError,
    NotYoursError,
    StillEmptyError,
    WrongPageError,
)
from simulator.classroom.web.forms import COUNT, drawn, handed_in
from simulator.classroom.web.limits import Bursts, form_of
from simulator.classroom.web.pages import page
from simulator.classroom.web.tickets import is_stamp, stamp
from simulator.engine import Choose, Fill, Mode
from simulator.errors import SimulatorError
from simulator.scenario.model import Reply
from simulator.sessions.attempt import Attempt
from simulator.sessions.desk import desk
from simulator.sessions.hearing import Hearing

Fields = dict[str, object]
_NOTHING: Final[Mapping[str, str]] = {}
LISTENS: Final = 25.0
"""Seconds for which a browser is kept listening; proxies cut what is longer."""
_AGAIN = 500
"""Milliseconds after which it listens again."""


class People:
    """The pages of those who play."""

    def __init__(self, hall: Hall, bursts: Bursts) -> None:
        """Show the talks of these classes, and take from each what one can send."""
        self._hall, self.bursts = hall, bursts

    async def talk(self, request: Request) -> Response:
        """Show where the talk stands, and what can be answered."""
        room, seat = await self._seat(request)
        return self._talk(room, seat)

    async def move(self, request: Request) -> Response:
        """Take an answer; what follows is shown by the page that comes next."""
        room, seat = await self._seat(request)
        form = await self._form(request, room, seat)
        move = number_of(form.get("move", ""))
        if move <= seat.moves or is_past(room, form):
            return to_talk(room)  # sent twice, answered elsewhere, or long gone by
        if COUNT in form:
            return self._talk(room, seat, None, form)
        try:
            act = await self.act(room, seat, form)
            if isinstance(act, Hearing):
                return self._ask(room, seat, act)
            again = is_again(room, form)
            await self._hall.move(room, seat.person, move, act, again=again)
        except StaleError:
            return to_talk(room)
        except SimulatorError as error:
            return self._talk(room, seat, error, form)
        return to_talk(room)

    def meanable(self, room: Room, seat: Seat) -> tuple[Reply, ...]:
        """Return what a person could have meant; nothing where he cannot say so now."""
        if not puts_right(room, together(room, seat)):
            return ()
        return self._hall.talk(room, seat.person, answered=True).meanable

    async def live(self, request: Request) -> Response:
        """Answer once the talk goes on elsewhere or the class ends, or in a while.

        A browser that listens asks again by itself; one that cannot, misses nothing
        but the next line of another device.
        """
        room, seat = await self._seat(request)
        shown = request.query_params.get("stand", "")
        await self.gone_on(room, seat, shown)
        told = f"retry: {_AGAIN}\n\n"
        if stand(room, seat) != shown:
            told = f"event: moved\ndata: {seat.moves}\n\n"
        return Response(told, media_type="text/event-stream")

    async def gone_on(self, room: Room, seat: Seat, shown: str) -> None:
        """Return once a talk goes on or the class ends, or in a while.

        Args:
            room: The class.
            seat: Whose talk.
            shown: Where it stood when he looked; elsewhere, at once. See `stand`.
        """
        if stand(room, seat) == shown and not room.closed:
            change = self._hall.changes(room, seat.person)
            with suppress(TimeoutError):
                await asyncio.wait_for(change.wait(), LISTENS)

    async def over(self, request: Request) -> Response:
        """Tell what a talk came to."""
        room, seat = await self._seat(request)
        if not seat.finished:
            return to_talk(room)
        note, card = own_debrief(room, seat), as_heard(room, seat)
        heard = None if card is None else scores_of(card)
        shown = {"room": room, "seat": seat, "note": note, "heard": heard}
        return page("over", room.scenario.language, shown)

    async def hand(self, request: Request) -> Response:
        """Raise a hand, or take it down."""
        room, seat = await self._seat(request)
        form = await self._form(request, room, seat)
        await self._hall.raise_hand(room, seat.person, up=form.get("up") == "1")
        return to_talk(room)

    async def _seat(self, request: Request) -> tuple[Room, Seat]:
        return await self.seated(request, told_by_cookie)

    async def seated(self, request: Request, told: Told) -> tuple[Room, Seat]:
        """Return the class and the seat that a ticket is for.

        Args:
            request: What is asked.
            told: Finds the ticket.

        Raises:
            NotYoursError: There is no ticket for this class.
        """
        try:
            room = await self._hall.of_id(request.path_params["room"])
        except NoSuchClassError as error:
            raise NotYoursError from error
        seat = seat_of(request, room, told)
        if seat is None:  # perhaps another server let him in
            await self._hall.catch_up(room)
            seat = seat_of(request, room, told)
        if seat is None:
            raise NotYoursError
        if number_of(request.query_params.get("after", "")) > room.seq:
            await self._hall.catch_up(room)  # another server has shown him more
        return room, seat

    async def _form(self, request: Request, room: Room, seat: Seat) -> dict[str, str]:
        form = await form_of(request)
        if not is_stamp(room.held.key, form.get("stamp", ""), seat.person):
            raise WrongPageError
        self.bursts.check(seat.person)
        return dict(form)

    async def act(
        self, room: Room, seat: Seat, form: dict[str, str]
    ) -> Callable[[Attempt], object] | Hearing:
        """Return the move that a form asks for, or what is to be asked back.

        Raises:
            SimulatorError: It cannot be made.
        """
        talk = self._hall.talk(room, seat.person)
        if "meant" in form and "text" not in form:
            answered = self._hall.talk(room, seat.person, answered=True)
            replies = [reply.id for reply in answered.meanable]
            return partial(_correct, meant=_picked(form["meant"], replies))
        language = room.scenario.language
        if (page := desk(talk, language)) is not None:
            return partial(filled_in, answer=handed_in(page, form, language))
        if room.held.mode is Mode.CHOOSE:
            offers = {offer.number: offer.reply for offer in talk.view.offers}
            reply = offers.get(number_of(form.get("reply", "")))
            if reply is None:
                raise NotANumberError
            return partial(_answer, reply=reply)
        hearing = await self._hall.hear(room, seat.person, form.get("text", ""))
        if "meant" in form:
            doubt = [reply.id for reply in hearing.doubt]
            return partial(_say, hearing=hearing, meant=_picked(form["meant"], doubt))
        return hearing if hearing.doubt else partial(_say, hearing=hearing)

    def _talk(
        self,
        room: Room,
        seat: Seat,
        error: SimulatorError | None = None,
        typed: Mapping[str, str] = _NOTHING,
    ) -> Response:
        talk = self._hall.talk(room, seat.person)
        language = room.scenario.language
        sheet = desk(talk, language)
        shown: Fields = {
            "room": room,
            "seat": seat,
            "stand": stand(room, seat),
            "line": line_of(room),
            "view": talk.view,
            "together": together(room, seat),
            "spoken": with_asides(room.scenario, seat),
            "meanable": self.meanable(room, seat),
            "own_words": room.held.mode is not Mode.CHOOSE,
            "stamp": stamp(room.held.key, seat.person),
            "error": sentence(error, language),
            "typed": typed,
            "form": drawn(sheet, typed, language) if sheet else None,
            "asked": error.asked if isinstance(error, StillEmptyError) else "",
        }
        return page("talk", language, shown, status(error))

    def _ask(self, room: Room, seat: Seat, hearing: Hearing) -> Response:
        shown: Fields = {
            "room": room,
            "seat": seat,
            "line": line_of(room),
            "hearing": hearing,
            "stamp": stamp(room.held.key, seat.person),
        }
        return page("ask", room.scenario.language, shown)


def is_past(room: Room, form: Mapping[str, str]) -> bool:
    """Tell whether a move was meant for a line that the room has left."""
    return room.course is not None and form.get("line") != line_of(room)


def is_again(room: Room, form: Mapping[str, str]) -> bool:
    """Tell whether a move puts right what was answered to a line of the room."""
    return room.course is not None and "meant" in form and "text" not in form


def _answer(talk: Attempt, reply: str) -> None:
    talk.answer(Choose(reply))


def filled_in(talk: Attempt, answer: Fill) -> None:
    """Hand a form in: a move."""
    talk.answer(answer)


def _say(talk: Attempt, hearing: Hearing, meant: str | None = None) -> None:
    talk.answer(hearing.meant(meant) if hearing.doubt else hearing.answer())


def _correct(talk: Attempt, meant: str | None) -> None:
    talk.correct(meant)


def _picked(number: str, replies: list[str]) -> str | None:
    """Return the reply of a number, counted from 1; 0 is none of them."""
    place = number_of(number)
    if not 0 <= place <= len(replies):
        raise NotANumberError
    return replies[place - 1] if place else None
