"""How much anybody may send, and how often anybody may guess."""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Final, cast
from urllib.parse import parse_qsl

from starlette.requests import Request

from simulator.classroom.web.errors import TooFastError, TooManyTriesError, TooMuchError

MOST_BYTES: Final = 16 * 1024
"""Of a form that is sent: a reply of the longest that is heard has a third of it."""
MOST_FIELDS: Final = 200
TRIES: Final = 10
"""So many wrong codes or words in a row are let pass; then each costs a wait."""
WAIT: Final = 60.0
"""Seconds until one more try is granted."""
_REMEMBERED: Final = 10_000
BURST: Final = 30
"""So many moves are taken from a person at once; then one a second."""


class Guesses:
    """Counts wrong guesses, by whatever tells the guessers apart."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin with a clean slate; the clock counts seconds from anywhere."""
        self.clock = clock
        self._wrong: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Who → wrong guesses not forgiven yet, and when that was worked out."""

    def check(self, who: str) -> None:
        """Let somebody try.

        Raises:
            TooManyTriesError: He has to wait.
        """
        if self._left(who) >= TRIES:
            raise TooManyTriesError(int(WAIT))

    def wrong(self, who: str) -> None:
        """Note a wrong guess."""
        self._wrong[who] = (self._left(who) + 1, self.clock())
        self._wrong.move_to_end(who)
        while len(self._wrong) > _REMEMBERED:
            self._wrong.popitem(last=False)

    def right(self, who: str) -> None:
        """Forget what somebody guessed before he was right."""
        self._wrong.pop(who, None)

    def _left(self, who: str) -> float:
        count, at = self._wrong.get(who, (0.0, 0.0))
        return max(0.0, count - (self.clock() - at) / WAIT)


class Bursts:
    """Holds each person to what a person can do: many at once, then one a second."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin with nobody; the clock counts seconds from anywhere."""
        self._clock = clock
        self._sent: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """Who → what he has sent and was not forgiven yet, and when that was."""

    def check(self, who: str) -> None:
        """Let somebody send something.

        Raises:
            TooFastError: He has sent too much too fast.
        """
        now = self._clock()
        sent, at = self._sent.get(who, (0.0, now))
        left = max(0.0, sent - (now - at))
        if left + 1 > BURST:
            raise TooFastError
        self._sent[who] = (left + 1, now)
        self._sent.move_to_end(who)
        while len(self._sent) > _REMEMBERED:
            self._sent.popitem(last=False)


async def body_of(request: Request) -> bytes:
    """Return what was sent.

    Raises:
        TooMuchError: There is more of it than any page of ours sends.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise TooMuchError
    return bytes(body)


async def form_of(request: Request) -> Mapping[str, str]:
    """Return the fields of a form that was sent; of a name sent twice, the first.

    Raises:
        TooMuchError: There is more of it than any page of ours sends.
    """
    body = await body_of(request)
    try:
        pairs = parse_qsl(
            body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise TooMuchError from error
    found: dict[str, str] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found


async def json_of(request: Request) -> Mapping[str, object]:
    """Return the JSON object that was sent.

    Raises:
        TooMuchError: There is too much of it, or it is none.
    """
    try:
        found: object = json.loads(await body_of(request))
    except ValueError as error:
        raise TooMuchError from error
    if not isinstance(found, dict):
        raise TooMuchError
    return cast("Mapping[str, object]", found)
