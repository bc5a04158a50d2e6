"""What a request says of who asks, and what an answer says of what went wrong."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from simulator.classroom.room import Room
from simulator.classroom.seats import Seat
from simulator.classroom.web.pages import texts
from simulator.classroom.web.tickets import cookie_of, person_of
from simulator.errors import SimulatorError
from simulator.messages import N_
from simulator.store import StoreError

SEE_OTHER: Final = 303
Told = Callable[[Request, Room], str]
_BEARER: Final = "bearer "
UNAVAILABLE: Final = 503
_NOT_KEPT: Final = N_("This cannot be kept just now. Send it again in a moment.")


def seat_of(request: Request, room: Room, told: Told | None = None) -> Seat | None:
    """Return whose ticket comes with a request; None without one for this class.

    Args:
        request: What is asked.
        room: The class.
        told: Finds the ticket; None: in the cookie of the class.
    """
    person = person_of(room.held.key, (told or told_by_cookie)(request, room))
    return room.seats.get(person) if person is not None else None


def told_by_cookie(request: Request, room: Room) -> str:
    """Return the ticket of a browser."""
    return request.cookies.get(cookie_of(room.header.id), "")


def told_by_header(request: Request, _: Room | None = None) -> str:
    """Return the ticket of a terminal, or the token of a trainer."""
    told = request.headers.get("authorization", "")
    return told[len(_BEARER) :] if told.lower().startswith(_BEARER) else ""


def number_of(told: str) -> int:
    """Return a number that was sent; below all others where it is none."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else -1


def address_of(request: Request) -> str:
    """Return the address that a request comes from."""
    return request.client.host if request.client else ""


def language_of(request: Request) -> str:
    """Return the language of a browser that is in no class yet."""
    asked = request.headers.get("accept-language", "").lower()
    return "en" if asked.startswith("en") else "ru"


def sentence(error: SimulatorError | None, language: str) -> str:
    """Return what went wrong, in a language; empty when nothing did.

    Where the store is, and what is the matter with it, is nothing for those who play.
    """
    _ = texts(language).gettext
    if isinstance(error, StoreError):
        return _(_NOT_KEPT)
    return error.sentence(_) if error is not None else ""


def status(error: SimulatorError | None) -> int:
    """Return the status of a page that is shown again with what went wrong.

    Where it could not be kept here, a balancer may try another server.
    """
    if isinstance(error, StoreError):
        return UNAVAILABLE
    return 200 if error is None else int(getattr(error, "status", 422))


def to_talk(room: Room) -> Response:
    """Send a browser to the talk of its person, at what he said last.

    Whichever server is asked for that page shows no less than this one; reading and
    the Tab key go on from there, with a script or without.
    """
    return RedirectResponse(f"/c/{room.header.id}?after={room.seq}#now", SEE_OTHER)
