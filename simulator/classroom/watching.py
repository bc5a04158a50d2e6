"""Who is where in a class: worked out for whoever looks, each change once."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from simulator.classroom.aliases import known_as
from simulator.classroom.room import Room
from simulator.classroom.scores import scorecard
from simulator.classroom.seats import Seat

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Where:
    """Where one person's talk stands."""

    name: str
    turn: int
    scene: str
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
        self._moves: deque[tuple[float, int]] = deque()
        """When the class was looked at, and how many moves it had made by then."""

    async def look(self, room: Room) -> None:
        """Look at everybody who has moved, one by one, while others are served.

        Scoring a talk takes milliseconds, and fifty people move in a second of a large
        class; in one go it would keep all the others waiting.
        """
        for seat in list(room.seats.values()):
            if not self._is_known(room, seat):
                self._where(room, seat)
                await asyncio.sleep(0)

    def people(self, room: Room) -> tuple[Where, ...]:
        """Return where everybody is, in the order in which they came in."""
        for person in room.erased:
            self._known.pop(person, None)
        return tuple([self._where(room, seat) for seat in room.seats.values()])

    def per_minute(self, room: Room) -> int:
        """Return how many moves were made in the last minute, as far as it looked."""
        now, moves = self._seconds(), sum(seat.moves for seat in room.seats.values())
        self._moves.append((now, moves))
        while len(self._moves) > 1 and self._moves[0][0] < now - _MINUTE:
            self._moves.popleft()
        return moves - self._moves[0][1]

    def _where(self, room: Room, seat: Seat) -> Where:
        if not self._is_known(room, seat):
            self._known[seat.person] = (_after(room, seat), self._seen(room, seat))
        return self._known[seat.person][1]

    def _is_known(self, room: Room, seat: Seat) -> bool:
        known = self._known.get(seat.person)
        return known is not None and known[0] == _after(room, seat)

    def _seen(self, room: Room, seat: Seat) -> Where:
        card = scorecard(room, seat)
        ending = room.scenario.endings.get(seat.state.ending or "")
        rules = card.key_client
        return Where(
            name=known_as(room, seat),
            turn=seat.state.turn,
            scene=seat.state.scene,
            ending=seat.state.ending,
            title=ending.title if ending else "",
            good=ending.good if ending else False,
            business=card.business,
            key_client=None if rules is None else Fraction(rules.points),
        )


def _after(room: Room, seat: Seat) -> int:
    """Return what changes whenever a person is somewhere else."""
    return seat.moves + (room.acts if room.course else 0)
