"""Who is where in a class: worked out for whoever looks, each change once.

Where everybody has moved since the last look, scores follow within the next looks.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from simulator.classroom.aliases import known_as
from simulator.classroom.room import Room
from simulator.classroom.scores import answered_by, scorecard
from simulator.classroom.seats import Seat
from simulator.engine import YOU, view

SHOWN = 60
"""Characters of a line by which a trainer knows where a talk is."""
MOST_SCORED = 100
"""People that are scored in one look: scoring a thousand at once stops the others."""
_MINUTE = 60.0


class Where(Struct, frozen=True):
    """Where one person's talk stands."""

    name: str
    turn: int
    scene: str
    line: str
    """What was said to him last, in `SHOWN` characters at most."""
    ending: str | None
    """The id of the ending; None while the talk goes on."""
    title: str
    """The title of the ending; empty while the talk goes on."""
    good: bool
    """True after a good ending."""
    business: Fraction | None
    """0..100; None when no principle was reached."""
    key_client: Fraction | None
    """0..100; None while nothing was answered."""


class Watcher:
    """Looks at a class again and again; scores a person again only after a move."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """Begin to look; the clock counts seconds from anywhere."""
        self._seconds = seconds
        self._known: dict[str, tuple[int, Where]] = {}
        """Person → after how many moves and acts he was seen, and where."""
        self._scored = 0
        """People that were scored in this look."""
        self._moves: dict[str, deque[tuple[float, int]]] = {}
        """Class → when it was looked at, and how many moves it had made by then."""

    async def look(self, room: Room) -> None:
        """Score everybody who has moved, one by one, while others are served.

        Scoring a talk takes milliseconds, and fifty people move in a second of a large
        class; in one go it would keep all the others waiting.
        """
        for seat in list(room.seats.values()):
            if not self._is_known(room, seat):
                self._scored = 0
                self._where(room, seat)
                await asyncio.sleep(0)

    def people(self, room: Room) -> tuple[Where, ...]:
        """Return where everybody is, in the order in which they came in."""
        for person in room.erased:
            self._known.pop(person, None)
        self._scored = 0
        return tuple([self._where(room, seat) for seat in room.seats.values()])

    def per_minute(self, room: Room) -> int:
        """Return how many moves were made in the last minute, as far as it looked."""
        now, moves = self._seconds(), sum(seat.moves for seat in room.seats.values())
        looks = self._moves.setdefault(room.header.id, deque())
        looks.append((now, moves))
        while len(looks) > 1 and looks[0][0] < now - _MINUTE:
            looks.popleft()
        return moves - looks[0][1]

    def _where(self, room: Room, seat: Seat) -> Where:
        known = self._known.get(seat.person)
        if known is None or known[0] != _after(room, seat):
            before, after = None if known is None else known[1], _after(room, seat)
            known = self._seen(room, seat, after, before)
            self._known[seat.person] = known
        return known[1]

    def _is_known(self, room: Room, seat: Seat) -> bool:
        known = self._known.get(seat.person)
        return known is not None and known[0] == _after(room, seat)

    def _seen(
        self, room: Room, seat: Seat, after: int, before: Where | None
    ) -> tuple[int, Where]:
        """Return where somebody is; without new scores where the look has had enough.

        He then counts as not seen, and is scored in a later look.
        """
        ending = room.scenario.endings.get(seat.state.ending or "")
        where = Where(
            name=known_as(room, seat),
            turn=seat.state.turn,
            scene=seat.state.scene,
            line=_line(seat),
            ending=seat.state.ending,
            title=ending.title if ending else "",
            good=ending.good if ending else False,
            business=before.business if before else None,
            key_client=before.key_client if before else None,
        )
        if not answered_by(room, seat):  # a thousand who have just come in cost nothing
            return after, replace(where, business=None, key_client=None)
        if self._scored >= MOST_SCORED:
            return -1, where
        self._scored += 1
        return after, _scored(room, seat, where)


def _after(room: Room, seat: Seat) -> int:
    """Return what changes whenever a person is somewhere else."""
    return seat.moves + (room.acts if room.course else 0)


def _scored(room: Room, seat: Seat, where: Where) -> Where:
    card = scorecard(room, seat)
    rules = card.key_client
    return replace(
        where,
        business=card.business,
        key_client=None if rules is None else Fraction(rules.points),
    )


def _line(seat: Seat) -> str:
    """Return the last words of anybody but the person himself, shortened."""
    said = [one.text for one in view(seat.state).spoken if one.who != YOU]
    words = " ".join(said[-1].split()) if said else ""
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
