"""The door of a class: by a code and a name, or back by a personal word."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from simulator.classroom.aliases import known_as
from simulator.classroom.codes import code_of
from simulator.classroom.errors import NoSuchClassError, TakenNameError
from simulator.classroom.hall import Hall
from simulator.classroom.held import Names
from simulator.classroom.room import LONGEST_NAME, Room
from simulator.classroom.seats import Seat
from simulator.classroom.web.asking import (
    SEE_OTHER,
    address_of,
    language_of,
    seat_of,
    sentence,
    status,
    to_talk,
)
from simulator.classroom.web.limits import Guesses, form_of
from simulator.classroom.web.pages import page
from simulator.classroom.web.tickets import cookie_of, ticket
from simulator.errors import SimulatorError

_DAY: Final = 24 * 60 * 60


class Doors:
    """Lets people in."""

    def __init__(
        self,
        hall: Hall,
        guesses: Guesses,
        new_word: Callable[[str], str],
        *,
        secure: bool,
    ) -> None:
        """Put it together.

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
        code = code_of(request.query_params.get("code", ""))
        if code:
            return RedirectResponse(f"/j/{code}", SEE_OTHER)
        return page("door", language_of(request), {})

    async def come_in(self, request: Request) -> Response:
        """Ask for a name, or let the person in under the name that he sent."""
        room = await self.room_of_code(request)
        if seat_of(request, room) is not None:
            return to_talk(room)
        if request.method == "GET":
            return self._doorstep(room)
        form = await form_of(request)
        name, word = form.get("name", ""), form.get("word", "").strip()
        try:
            seat = await self.let_in(request, room, name, word)
        except SimulatorError as error:
            return self._doorstep(room, error, name)
        return self._seated(room, seat)

    async def room_of_code(self, request: Request) -> Room:
        """Return the class whose code is in the path; see the function."""
        return await room_of_code(request, self._hall, self._guesses)

    async def let_in(
        self, request: Request, room: Room, name: str, word: str
    ) -> tuple[Seat, str]:
        """Let somebody in, or back in when he types his word; return the word.

        Raises:
            ClassroomError: He cannot come in.
        """
        if not word:
            fresh = self._new_word(room.scenario.language)
            return await self._hall.join(room, name, fresh), fresh
        who = f"{address_of(request)}/{room.header.id}"
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
        hidden = room.held.names is Names.ALIAS
        shown = {
            "room": room,
            "seat": seat,
            "word": word,
            "alias": known_as(room, seat) if hidden else "",
        }
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
        shown: dict[str, object] = {
            "room": room,
            "name": name,
            "longest": LONGEST_NAME,
            "error": sentence(error, language),
            "returning": isinstance(error, TakenNameError),
        }
        return page("come_in", language, shown, status(error))


async def room_of_code(request: Request, hall: Hall, guesses: Guesses) -> Room:
    """Return the class whose code stands in the path; see `room_coded`."""
    return await room_coded(request, request.path_params["code"], hall, guesses)


async def room_coded(request: Request, code: str, hall: Hall, guesses: Guesses) -> Room:
    """Return the class of a code; a wrong one counts as a guess.

    Raises:
        NoSuchClassError, TooManyTriesError: There is none, or it was guessed too often.
    """
    who = address_of(request)
    guesses.check(who)
    try:
        return await hall.of_code(code_of(code))
    except NoSuchClassError:
        guesses.wrong(who)
        raise
