"""What trainers say of readings in a class, and where those readings stand.

A reading is named by whose it is, by which of his moves, and by its place among the
events of that move: so it stays the same one on every server, whatever is taken back.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from scoring.codes import CodeUse
from simulator.classroom.happenings import Judged
from simulator.engine import Event, Read, effective
from simulator.sessions.past import Past


class Spot(NamedTuple):
    """Where a reading stands."""

    person: str
    move: int
    """Which of his moves, from 1."""
    place: int
    """Among the events of that move, from 0."""


class _Part(NamedTuple):
    move: int
    start: int
    """How many events the talk had before it."""


Line = int | None
"""A line of the room's talk that is answered; None: at one's own pace."""


class Judgements(Struct):
    """All that was said of readings in one class."""

    _said: dict[str, dict[Spot, list[Judged]]] = {}
    """By whose readings they are: everybody's score is asked for again and again."""
    _parts: dict[tuple[str, Line], list[_Part]] = {}

    def moved(self, person: str, line: Line, move: int, start: int) -> None:
        """Note where the events of a move begin in the talk that it is a part of.

        An answer to a line of the room that begins anew is followed by nothing of the
        one before.
        """
        parts = self._parts.setdefault((person, line), [])
        parts[:] = [one for one in parts if one.start < start]
        parts.append(_Part(move, start))

    def take(self, judged: Judged) -> None:
        """Take in what a trainer says of a reading."""
        spot = Spot(judged.person, judged.move, judged.place)
        self._said.setdefault(spot.person, {}).setdefault(spot, []).append(judged)

    def forget(self, person: str) -> None:
        """Take out what was said of a person's readings."""
        self._said.pop(person, None)
        self._parts = {k: part for k, part in self._parts.items() if k[0] != person}

    def of(self, spot: Spot) -> tuple[Judged, ...]:
        """Return what was said of a reading, the first first; the last counts."""
        return tuple(self._said.get(spot.person, {}).get(spot, ()))

    def any_of(self, person: str) -> bool:
        """Tell whether anything was said of a person's readings."""
        return person in self._said

    def spot(self, person: str, line: Line, place: int) -> Spot | None:
        """Return where an event of a talk stands; None where it is of none of his.

        Args:
            person: Whose talk, or whose answer to a line.
            line: Which line of the room; None: his own talk.
            place: That of the event in the whole talk, from 0.
        """
        parts = self._parts.get((person, line), ())
        part = next((one for one in reversed(parts) if one.start <= place), None)
        return None if part is None else Spot(person, part.move, place - part.start)

    def corrected(self, person: str, line: Line, past: Past) -> Past:
        """Return a talk as it would be, had the reader heard what trainers say.

        Where the talk went stays.
        """
        said = self._codes(person, line) if person in self._said else {}
        reads = [(n, past.events[n]) for n in sorted(said) if n < len(past.events)]
        if not reads:
            return past
        events = list(past.events)
        for place, event in reads:
            if isinstance(event, Read):
                events[place] = replace(event, codes=said[place])
        return _with_codes(past, tuple(events))

    def _codes(self, person: str, line: Line) -> dict[int, tuple[CodeUse, ...]]:
        """Return what the readings of a talk come to, by their places in it."""
        starts = {p.move: p.start for p in self._parts.get((person, line), ())}
        return {
            starts[spot.move] + spot.place: said[-1].codes
            for spot, said in self._said[person].items()
            if spot.move in starts
        }


def _with_codes(past: Past, events: Sequence[Event]) -> Past:
    """Return a talk with these events, in the states of its turns as well."""
    counting = {one.turn: one for one in effective(events) if isinstance(one, Read)}

    def told(event: Event) -> Event:
        if not isinstance(event, Read) or event.turn not in counting:
            return event
        return replace(event, codes=counting[event.turn].codes)

    states = (replace(one, latest=tuple(map(told, one.latest))) for one in past.states)
    return Past(tuple(states), tuple(events), past.same)
