"""The class server as an ASGI application."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.classroom.desk import Desk
from simulator.classroom.errors import (
    BadLogError,
    CannotLeadError,
    ClassroomError,
    NoSuchClassError,
    StaleError,
    TakenNameError,
)
from simulator.classroom.hall import Hall
from simulator.classroom.web.api import Api
from simulator.classroom.web.asking import language_of, sentence
from simulator.classroom.web.doors import Doors
from simulator.classroom.web.errors import PageError, TooManyTriesError
from simulator.classroom.web.limits import Bursts, Guesses
from simulator.classroom.web.pages import page
from simulator.classroom.web.people import People
from simulator.classroom.web.show import Show
from simulator.classroom.web.trainer import Trainer
from simulator.engine import EngineError
from simulator.errors import SimulatorError
from simulator.sessions.errors import SessionError

STATIC: Final = Path(__file__).parent / "static"
POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


def application(
    hall: Hall,
    guesses: Guesses,
    desk: Desk,
    new_word: Callable[[str], str],
    *,
    secure: bool,
) -> Starlette:
    """Return the application that serves the classes of a hall.

    Args:
        hall: The classes.
        guesses: Counts wrong codes, words and tokens.
        desk: Looks at a class for its trainer.
        new_word: Makes a personal word in a language.
        secure: Whether browsers talk to us under TLS.
    """
    doors, people = (
        Doors(hall, guesses, new_word, secure=secure),
        People(hall, Bursts(guesses.clock)),
    )
    trainer, show = Trainer(hall, guesses, desk), Show(hall, guesses)
    pages = routes(doors, people, trainer, show)
    return Starlette(
        routes=[*pages, *api(Api(hall, people, doors))],
        middleware=[Middleware(Guarded)],
        exception_handlers={
            SimulatorError: _told,  # type: ignore[dict-item]  # narrower than Exception
            404: _nothing_here,
        },
    )


def routes(
    doors: Doors, people: People, trainer: Trainer, show: Show
) -> Sequence[BaseRoute]:
    """Return all that can be asked; tests hold each against who may ask it."""
    return (
        Route("/", doors.door),
        Route("/j/{code}", doors.come_in, methods=["GET", "POST"]),
        Route("/J/{code}", doors.come_in, methods=["GET", "POST"]),  # as QR codes say
        Route("/c/{room}", people.talk),
        Route("/c/{room}/move", people.move, methods=["POST"]),
        Route("/c/{room}/hand", people.hand, methods=["POST"]),
        Route("/c/{room}/live", people.live),
        Route("/c/{room}/over", people.over),
        Route("/t/{room}", trainer.watch),
        Route("/t/{room}/lead", trainer.lead, methods=["POST"]),
        Route("/t/{room}/close", trainer.close, methods=["POST"]),
        Route("/show/{code}", show.wall),
        Mount("/static", StaticFiles(directory=STATIC)),
    )


def api(terminals: Api) -> Sequence[BaseRoute]:
    """Return all that terminals can ask; see `routes`."""
    return (
        Route("/api/j/{code}", terminals.door, methods=["GET", "POST"]),
        Route("/api/r/{room}", terminals.talk, methods=["GET", "POST"]),
        Route("/api/r/{room}/live", terminals.live),
        Route("/api/r/{room}/over", terminals.over),
        Route("/api/r/{room}/rules", terminals.rules),
    )


class Guarded:
    """Sends the headers that keep a page to itself, with every answer."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve; pages are never stored by anybody on the way."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), *HEADERS]
                if not scope["path"].startswith("/static/"):
                    headers.append((b"cache-control", b"no-store"))
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, guarded)


async def _told(request: Request, error: SimulatorError) -> Response:
    """Tell what went wrong: a page to people, JSON to terminals."""
    status, path = _status(error), request.url.path
    language = "en" if path.startswith("/t/") else language_of(request)
    told = sentence(error, language)
    answer: Response
    if path.startswith(("/t/", "/api/")):
        values = {name: str(value) for name, value in error.values.items()}
        template = {"template": error.template, "values": values}
        answer = JSONResponse({"error": told, **template}, status)
    else:
        answer = page("wrong", language, {"error": told}, status)
    if isinstance(error, TooManyTriesError):
        answer.headers["retry-after"] = str(error.seconds)
    return answer


async def _nothing_here(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("404", 404)


def _status(error: SimulatorError) -> int:
    if isinstance(error, PageError):
        return error.status
    if isinstance(error, NoSuchClassError):
        return 404
    if isinstance(error, TakenNameError | CannotLeadError | StaleError):
        return 409
    told = ClassroomError, SessionError, EngineError
    ours = isinstance(error, BadLogError) or not isinstance(error, told)
    return 503 if ours else 422
