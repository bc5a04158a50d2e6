"""The pages of those who play: come in, answer, look back.

Every page is a whole page that works without a script. What is sent names replies by
the number that they have on the page: their ids say too much.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from simulator.classroom.errors import StaleError, TakenNameError
from simulator.classroom.hall import Hall
from simulator.classroom.room import LONGEST_NAME, Room, Seat
from simulator.classroom.web.errors import (
    NotANumberError,
    NotYoursError,
    WrongPageError,
)
from simulator.classroom.web.limits import Guesses, form_of
from simulator.classroom.web.pages import page, texts
from simulator.classroom.web.tickets import (
    cookie_of,
    is_stamp,
    person_of,
    stamp,
    ticket,
)
from simulator.engine import Choose, Mode
from simulator.errors import SimulatorError
from simulator.reports import debrief
from simulator.sessions import Attempt, Hearing

Fields = dict[str, object]
LISTENS: Final = 25.0
"""Seconds for which a browser is kept listening; proxies cut what is longer."""
_AGAIN = 500
"""Milliseconds after which it listens again."""
_SEE_OTHER = 303
_DAY = 24 * 60 * 60


class People:
    """The pages of those who play."""

    def __init__(
        self,
        hall: Hall,
        guesses: Guesses,
        new_word: Callable[[str], str],
        *,
        secure: bool,
    ) -> None:
        """Put them together.

        Args:
            hall: The classes.
            guesses: Counts wrong codes and words.
            new_word: Makes a personal word in a language.
            secure: Whether the browser talks to us under TLS.
        """
        self._hall, self._guesses, self._new_word = hall, guesses, new_word
        self._secure = secure

    async def door(self, request: Request) -> Response:
        """Ask for the code of a class; with one, go to its door."""
        code = _code(request.query_params.get("code", ""))
        if code:
            return RedirectResponse(f"/j/{code}", _SEE_OTHER)
        return page("door", _language(request), {})

    async def come_in(self, request: Request) -> Response:
        """Ask for a name, or let the person in under the name that he sent."""
        room = await self._room_of_code(request)
        if self._person(request, room) is not None:
            return _to(room)
        if request.method == "GET":
            return self._doorstep(room)
        form = await form_of(request)
        name, word = form.get("name", ""), form.get("word", "").strip()
        try:
            seat = await self._let_in(request, room, name, word)
        except SimulatorError as error:
            return self._doorstep(room, error, name)
        return self._seated(room, seat)

    async def talk(self, request: Request) -> Response:
        """Show where the talk stands, and what can be answered."""
        room, seat = await self._seat(request)
        return self._talk(room, seat)

    async def move(self, request: Request) -> Response:
        """Take an answer; what follows is shown by the page that comes next."""
        room, seat = await self._seat(request)
        form = await self._form(request, room, seat)
        if _number(form.get("move", "")) <= seat.moves:
            return _to(room)  # sent twice, or answered on another device
        try:
            act = await self._act(room, seat, form)
            if isinstance(act, Hearing):
                return self._ask(room, seat, act)
            await self._hall.move(room, seat.person, seat.moves + 1, act)
        except StaleError:
            return _to(room)
        except SimulatorError as error:
            return self._talk(room, seat, error, form.get("text", ""))
        return _to(room)

    async def live(self, request: Request) -> Response:
        """Answer once the talk goes on elsewhere or the class ends, or in a while.

        A browser that listens asks again by itself; one that cannot, misses nothing
        but the next line of another device.
        """
        room, seat = await self._seat(request)
        shown = _number(request.query_params.get("moves", ""))
        if seat.moves == shown and not room.closed:
            change = self._hall.changes(room, seat.person)
            with suppress(TimeoutError):
                await asyncio.wait_for(change.wait(), LISTENS)
        told = f"retry: {_AGAIN}\n\n"
        if seat.moves != shown or room.closed:
            told = f"event: moved\ndata: {seat.moves}\n\n"
        return Response(told, media_type="text/event-stream")

    async def over(self, request: Request) -> Response:
        """Tell what a talk came to."""
        room, seat = await self._seat(request)
        if not seat.finished:
            return _to(room)
        talk = self._hall.talk(room, seat.person)
        language = room.scenario.language
        note = debrief(
            room.scenario,
            talk.events,
            talk.scorecard(),
            room.loaded.rubric,
            room.loaded.rulebook,
            language,
        )
        return page("over", language, {"room": room, "seat": seat, "note": note})

    async def _room_of_code(self, request: Request) -> Room:
        who = _address(request)
        self._guesses.check(who)
        try:
            return await self._hall.of_code(_code(request.path_params["code"]))
        except SimulatorError:
            self._guesses.wrong(who)
            raise

    async def _let_in(
        self, request: Request, room: Room, name: str, word: str
    ) -> tuple[Seat, str]:
        """Let somebody in, or back in when he types his word."""
        if not word:
            fresh = self._new_word(room.scenario.language)
            return await self._hall.join(room, name, fresh), fresh
        who = f"{_address(request)}/{room.header.id}"
        self._guesses.check(who)
        await self._hall.catch_up(room)
        try:
            seat = room.returning(name, word)
        except TakenNameError:
            self._guesses.wrong(who)
            raise
        self._guesses.right(who)
        return seat, word

    def _seated(self, room: Room, let_in: tuple[Seat, str]) -> Response:
        """Show the personal word once, and give the browser its ticket."""
        seat, word = let_in
        shown = {"room": room, "seat": seat, "word": word}
        answer = page("seated", room.scenario.language, shown)
        answer.set_cookie(
            cookie_of(room.header.id),
            ticket(room.held.key, seat.person),
            max_age=_DAY,
            httponly=True,
            samesite="lax",
            secure=self._secure,
        )
        return answer

    def _doorstep(
        self, room: Room, error: SimulatorError | None = None, name: str = ""
    ) -> Response:
        language = room.scenario.language
        shown: Fields = {
            "room": room,
            "name": name,
            "longest": LONGEST_NAME,
            "error": _sentence(error, language),
            "returning": isinstance(error, TakenNameError),
        }
        return page("come_in", language, shown, _status(error))

    def _person(self, request: Request, room: Room) -> Seat | None:
        told = request.cookies.get(cookie_of(room.header.id), "")
        person = person_of(room.held.key, told)
        return room.seats.get(person) if person is not None else None

    async def _seat(self, request: Request) -> tuple[Room, Seat]:
        """Return the class and the seat that a ticket is for.

        Raises:
            NotYoursError: There is no ticket for this class.
        """
        try:
            room = await self._hall.of_id(request.path_params["room"])
        except SimulatorError as error:
            raise NotYoursError from error
        seat = self._person(request, room)
        if seat is None:  # perhaps another server let him in
            await self._hall.catch_up(room)
            seat = self._person(request, room)
        if seat is None:
            raise NotYoursError
        return room, seat

    async def _form(self, request: Request, room: Room, seat: Seat) -> dict[str, str]:
        form = await form_of(request)
        if not is_stamp(room.held.key, form.get("stamp", ""), seat.person):
            raise WrongPageError
        return dict(form)

    async def _act(
        self, room: Room, seat: Seat, form: dict[str, str]
    ) -> Callable[[Attempt], object] | Hearing:
        """Return the move that a form asks for, or what is to be asked back."""
        talk = self._hall.talk(room, seat.person)
        if "meant" in form and "text" not in form:
            replies = [reply.id for reply in talk.meanable]
            return partial(_correct, meant=_picked(form["meant"], replies))
        if room.held.mode is Mode.CHOOSE:
            offers = {offer.number: offer.reply for offer in talk.view.offers}
            reply = offers.get(_number(form.get("reply", "")))
            if reply is None:
                raise NotANumberError
            return partial(_answer, reply=reply)
        hearing = await asyncio.get_running_loop().run_in_executor(
            None, talk.hear, form.get("text", "")
        )
        if "meant" in form:
            doubt = [reply.id for reply in hearing.doubt]
            return partial(_say, hearing=hearing, meant=_picked(form["meant"], doubt))
        return hearing if hearing.doubt else partial(_say, hearing=hearing)

    def _talk(
        self,
        room: Room,
        seat: Seat,
        error: SimulatorError | None = None,
        typed: str = "",
    ) -> Response:
        talk = self._hall.talk(room, seat.person)
        language = room.scenario.language
        shown: Fields = {
            "room": room,
            "seat": seat,
            "view": talk.view,
            "spoken": talk.spoken,
            "meanable": talk.meanable if room.held.mode is Mode.SPEAK else (),
            "own_words": room.held.mode is not Mode.CHOOSE,
            "stamp": stamp(room.held.key, seat.person),
            "error": _sentence(error, language),
            "typed": typed,
        }
        return page("talk", language, shown, _status(error))

    def _ask(self, room: Room, seat: Seat, hearing: Hearing) -> Response:
        shown: Fields = {
            "room": room,
            "seat": seat,
            "hearing": hearing,
            "stamp": stamp(room.held.key, seat.person),
        }
        return page("ask", room.scenario.language, shown)


def _answer(talk: Attempt, reply: str) -> None:
    talk.answer(Choose(reply))


def _say(talk: Attempt, hearing: Hearing, meant: str | None = None) -> None:
    talk.answer(hearing.meant(meant) if hearing.doubt else hearing.answer())


def _correct(talk: Attempt, meant: str | None) -> None:
    talk.correct(meant)


def _picked(number: str, replies: list[str]) -> str | None:
    """Return the reply of a number, counted from 1; 0 is none of them."""
    place = _number(number)
    if not 0 <= place <= len(replies):
        raise NotANumberError
    return replies[place - 1] if place else None


def _number(told: str) -> int:
    """Return a number that was sent; below all others where it is none."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else -1


def _code(told: str) -> str:
    """Return a join code as codes are compared."""
    return "".join(one for one in told.lower() if one.isascii() and one.isalnum())


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _language(request: Request) -> str:
    """Return the language of a browser that is in no class yet."""
    asked = request.headers.get("accept-language", "").lower()
    return "en" if asked.startswith("en") else "ru"


def _sentence(error: SimulatorError | None, language: str) -> str:
    return error.sentence(texts(language).gettext) if error is not None else ""


def _status(error: SimulatorError | None) -> int:
    return 200 if error is None else int(getattr(error, "status", 422))


def _to(room: Room) -> Response:
    return RedirectResponse(f"/c/{room.header.id}", _SEE_OTHER)
